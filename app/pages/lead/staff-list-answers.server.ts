import type { Attune } from '~/context.server';
import { roleGroups } from '~/people/staff-details';
import type { Answers } from '~/people/staff-list/answers';
import { readOpenImport } from '~/people/staff-list/imports.server';
import { listStaff } from '~/people/staff-list.server';
import { isCivilDate } from '~/record/london-date';

type Read = { answers: Partial<Answers>; back: string } | { errors: Record<string, string[]> };

/** What the forms on the check page decide; null when it is none of them. `back` is the query of the page they lead to. */
export function answersIn(
  form: FormData,
  attune: Attune,
  schoolId: string,
  id: string,
): Read | null {
  const formId = form.get('formId');
  if (formId === 'rows')
    return { answers: { rows: startingWith(form, 'row-') }, back: '&kind=ask' };
  if (formId === 'jobs') {
    const known: ReadonlySet<string> = new Set(roleGroups);
    const chosen = Object.entries(startingWith(form, 'job-')).filter(([, role]) => known.has(role));
    const jobs = Object.fromEntries(
      chosen.map(([i, role]) => [String(form.get(`title-${i}`) ?? ''), role]),
    );
    return { answers: { jobs: jobs as Answers['jobs'] }, back: '&kind=add' };
  }
  if (formId !== 'leavers') return null;
  const ticked = form.getAll('leaver').map(String);
  const leaveOn = String(form.get('leaveOn') ?? '');
  if (ticked.length > 0 && !isCivilDate(leaveOn))
    return { errors: { leaveOn: ['Choose their last day.'] } };
  // Those on other pages stay as they were.
  const shown = new Set(form.getAll('shown').map(String));
  const { answers } = readOpenImport(attune.db, schoolId, id);
  const here = new Set(listStaff(attune.db, schoolId).map((one) => one.id));
  const leavers = [
    ...answers.leavers.filter((one) => !shown.has(one)),
    ...ticked.filter((one) => here.has(one)),
  ];
  return {
    answers: { leavers, leaveOn: isCivilDate(leaveOn) ? leaveOn : answers.leaveOn },
    back: '&kind=missing',
  };
}

function startingWith(form: FormData, prefix: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of form) {
    if (name.startsWith(prefix) && typeof value === 'string' && value !== '') {
      found[name.slice(prefix.length)] = value;
    }
  }
  return found;
}
