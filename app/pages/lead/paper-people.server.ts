import { listCohorts } from '~/cohorts/cohorts.server';
import { membersOf } from '~/cohorts/members.server';
import type { Attune } from '~/context.server';
import { quizOf } from '~/learning/parts';
import { togetherSession } from '~/learning/together/sessions.server';
import { whoWasThere } from '~/learning/together/who-was-there.server';
import { found } from '~/pages/form-answer.server';
import { listStaff } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';

/** Whom a list is of: a cohort, or those who did a module together; null is all staff. */
export interface PaperGroup {
  /** As it stands in the address: a cohort's id, or `together:` and a session's. */
  from: string;
  name: string;
  /** Its own page. */
  to: string;
}

type House = Pick<Attune, 'db' | 'now' | 'course'>;
const together = 'together:';

/** What may be chosen on the page, and what was: modules with a quiz, and groups of people. */
export function chosenOnPaper(attune: House, schoolId: string, query: URLSearchParams) {
  const modules = attune.course.modules().flatMap((module) => {
    const { slug, title: name } = module;
    return quizOf(module) ? [{ slug, name }] : [];
  });
  const cohorts = listCohorts(attune, schoolId);
  const from = query.get('from') ?? '';
  const cohort = cohorts.find(({ id }) => id === from);
  const group: PaperGroup | null = cohort
    ? { from, name: cohort.name, to: `/lead/cohorts/${cohort.id}` }
    : from.startsWith(together)
      ? sessionGroup(attune, schoolId, from)
      : null;
  const groups = cohorts.map(({ id, name }) => ({ from: id, name }));
  return {
    modules,
    module: modules.find(({ slug }) => slug === query.get('module')) ?? null,
    group,
    groups: group && !cohort ? [{ from, name: group.name }, ...groups] : groups,
  };
}

function sessionGroup({ db }: House, schoolId: string, from: string): PaperGroup {
  const id = from.slice(together.length);
  found(() => togetherSession(db, schoolId, id));
  return { from, name: 'Those who did it together', to: `/lead/together/${id}` };
}

/** Whoever of the group is still at the school; of all staff, where there is none. */
export function peopleIn(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  schoolId: string,
  group: PaperGroup | null,
): { id: string; name: string; roleGroup: string }[] {
  const today = londonDate(now());
  const all = group?.from.startsWith(together)
    ? thoseThere(db, schoolId, group.from.slice(together.length))
    : group
      ? membersOf(db, schoolId, group.from)
      : listStaff(db, schoolId);
  return all
    .filter(({ leaveDate }) => !leaveDate || leaveDate >= today)
    .map(({ id, name, roleGroup }) => ({ id, name, roleGroup }));
}

function thoseThere(db: Attune['db'], schoolId: string, session: string) {
  const there = new Set(whoWasThere(db, schoolId, session).map(({ personId }) => personId));
  return listStaff(db, schoolId).filter(({ id }) => there.has(id));
}
