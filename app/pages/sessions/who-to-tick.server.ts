import { listCohorts } from '~/cohorts/cohorts.server';
import { membersOf } from '~/cohorts/members.server';
import type { Attune } from '~/context.server';
import { fits } from '~/people/find';
import { roleName, roleWords } from '~/people/role-names';
import { roleNamesOf } from '~/people/role-names.server';
import { capitalised } from '~/people/staff-details';
import { listStaff, type StaffMember, teamsOf } from '~/people/staff-list.server';
import type { Attendee } from '~/record/sessions-attended.server';
import type { TrainingSession } from '~/training-sessions/sessions.server';
import { tickedIn } from './ticked';

/** Whom a list to tick is drawn from: `all`, or `cohort:`, `team:` or `role:` with which. */
const nobody = { from: '', find: '', inGroup: 0, people: [], soFar: [] };

/**
 * Groups to choose from and, of the one chosen, whoever was on the staff on the day of the session and is not on the
 * record for it yet, and fits what was typed to find them. At most four queries.
 */
export function whoToTick(
  attune: Pick<Attune, 'db' | 'now'>,
  schoolId: string,
  session: Pick<TrainingSession, 'heldOn'>,
  attendees: readonly Pick<Attendee, 'personId' | 'status'>[],
  query: URLSearchParams,
) {
  const ticked = tickedIn(query);
  const all = query.get('tick') === 'all';
  const names = roleNamesOf(attune.db, schoolId);
  const staff = listStaff(attune.db, schoolId).filter((one) => wasHere(one, session.heldOn));
  const cohorts = listCohorts(attune, schoolId);
  const groups = [
    { value: 'all', label: 'The whole staff that day' },
    ...cohorts.map(({ id, name }) => ({ value: `cohort:${id}`, label: `Cohort: ${name}` })),
    ...teamsOf(staff).map((team) => ({ value: `team:${team}`, label: `Team: ${team}` })),
    ...[...new Set(staff.map(({ roleGroup }) => roleGroup))].sort().map((role) => ({
      value: `role:${role}`,
      label: `Role: ${capitalised(roleName(names, role))}`,
    })),
  ];
  const find = query.get('find')?.trim() ?? '';
  const from = query.get('from') ?? (find === '' ? '' : 'all');
  if (!groups.some(({ value }) => value === from)) return { ...nobody, groups };
  const there = new Set(
    attendees.filter(({ status }) => status === 'current').map(({ personId }) => personId),
  );
  const group = staff.filter(belonging(attune, schoolId, from));
  const people = group
    .filter((one) => !there.has(one.id))
    .filter((one) => fits(find, [one.name, ...roleWords(names, one.roleGroup), ...one.teams]));
  const listed = new Set(people.map(({ id }) => id));
  const soFar = staff.filter(({ id }) => ticked(id) && !there.has(id) && !listed.has(id));
  const shown = ({ id, name, roleGroup, teams }: StaffMember) => ({
    ...{ id, name },
    about: capitalised([roleName(names, roleGroup), ...teams].join(', ')),
  });
  return {
    groups,
    ...{ from, find },
    /** How many of the group were on the staff that day, on the record or not. */
    inGroup: group.length,
    people: people.map((one) => ({ ...shown(one), ticked: all || ticked(one.id) })),
    /** Ticked before another group was chosen. */
    soFar: soFar.map(shown),
  };
}

function belonging(attune: Pick<Attune, 'db'>, schoolId: string, from: string) {
  const [kind = '', ...rest] = from.split(':');
  const which = rest.join(':');
  if (kind === 'cohort') {
    const members = new Set(membersOf(attune.db, schoolId, which).map(({ id }) => id));
    return ({ id }: StaffMember) => members.has(id);
  }
  if (kind === 'team') return ({ teams }: StaffMember) => teams.includes(which);
  if (kind === 'role') return ({ roleGroup }: StaffMember) => roleGroup === which;
  return () => true;
}

const wasHere = ({ startDate, leaveDate }: StaffMember, day: string) =>
  startDate <= day && (leaveDate === null || leaveDate >= day);
