import { capitalised } from '~/people/staff-details';
import { passesAsAt } from '~/record/passes.server';
import { staffAsAt } from '~/record/rows.server';
import { isNotOpenYet, type Pass } from '~/record/standing';
import type { Db } from '~db/client.server';
import { shortDate } from './said';
import { type Section, tableOr, text } from './summary-sections';

/** A longer one is a file of its own: the training record. */
export const mostNamed = 500;

/**
 * Everyone on the staff on a civil date, by name, with what each had completed and what not, as it was known at `size`
 * events. Only for whoever may see names, and only when it was asked for. Two queries.
 */
export function registerSection(
  db: Db,
  schoolId: string,
  { date, size }: { date: string; size: number },
): Section {
  const staff = staffAsAt(db, schoolId, size, { on: date });
  const title = 'The named register';
  if (staff.length > mostNamed) {
    const words = `${staff.length} people are too many for these pages. The training record (CSV or XLSX) has a line for each of them and each module.`;
    return { title, blocks: [text(words)] };
  }
  const byPerson = new Map<string, Pass[]>();
  for (const pass of passesAsAt(db, schoolId, size)) {
    byPerson.set(pass.personId, [...(byPerson.get(pass.personId) ?? []), pass]);
  }
  return {
    title,
    blocks: [
      text(
        'These pages name people. They are for the headteacher and the attachment lead; give them on only to somebody who needs the names. Governors, the trust and the local authority need totals, which stand before this annex.',
      ),
      tableOr(
        'Nobody was on the staff that day.',
        `Everyone on the staff that day, by name: ${staff.length}`,
        ['Name', 'Role and teams', 'Completed', 'Asked for or begun, not completed'],
        staff.map(({ personId, name, roleGroup, teams }) => [
          name ?? 'Name erased',
          [capitalised(roleGroup), ...teams].join(', '),
          ...doneAndOpen(byPerson.get(personId) ?? [], date),
        ]),
      ),
    ],
  };
}

const byTitle = (a: Pass, b: Pass) =>
  a.moduleTitle.localeCompare(b.moduleTitle, 'en-GB') ||
  (a.completedOn ?? '').localeCompare(b.completedOn ?? '');

function doneAndOpen(passes: readonly Pass[], date: string): [string, string] {
  const done = passes.filter(({ status }) => status === 'current').sort(byTitle);
  const open = passes
    .filter(({ status }) => status !== 'current' && status !== 'exempt' && status !== 'withdrawn')
    .sort(byTitle);
  return [
    done.map(completedInWords).join('; ') || '–',
    open.map((pass) => `${pass.moduleTitle} (${openInWords(pass, date)})`).join('; ') || '–',
  ];
}

const completedInWords = ({ moduleTitle, version, cpdType, completedOn }: Pass) =>
  `${moduleTitle}, ${cpdType === 'refresher' ? 'refresher to ' : ''}version ${version}, ${shortDate(completedOn ?? '')}`;

function openInWords(pass: Pass, date: string): string {
  const { status, opensOn } = pass;
  if (isNotOpenYet(pass, date)) return `not open yet, from ${shortDate(opensOn ?? '')}`;
  if (status === 'refresh due') return 'refresher due';
  return status === 'in progress' ? 'in progress' : 'not started';
}
