import { civilDateInWords } from '~/course/said';
import { roleName } from '~/people/role-names';
import { capitalised } from '~/people/staff-details';
import type { Known } from '~/people/staff-list/known';
import { lastDayChange, wasNeverHere } from '~/people/staff-list/known';
import { changed, type Details, type Kind, type Line } from '~/people/staff-list/lines';
import type { ImportDeed, RoleNames } from '~db/schema';

/** What each kind of row is called, in the order in which they want looking at. */
export const kindsInWords: Record<Kind, string> = {
  ask: 'Waiting for you',
  refuse: 'Cannot be used',
  back: 'Back',
  change: 'Changed',
  add: 'Added',
  leave: 'Leaving',
  same: 'Left alone',
};

/** The deed of a finished import, as the kind of row it came from. */
export const kindOfDeed: Record<ImportDeed, Kind> = {
  added: 'add',
  changed: 'change',
  back: 'back',
  left: 'leave',
};

export const kindsInOrder = Object.keys(kindsInWords) as Kind[];

/** “3 people” or “1 person”. */
export const people = (n: number) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? 'person' : 'people'}`;

/** “3 rows” or “1 row”. */
export const rowsInWords = (n: number) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? 'row' : 'rows'}`;

type Field = keyof Details;
const fields: Record<Field, string> = {
  name: 'Name',
  email: 'E-mail',
  staffNumber: 'Staff number',
  roleGroup: 'Role',
  contract: 'Contract',
  teams: 'Teams',
  startDate: 'First day',
  leaveDate: 'Last day',
  workingDays: 'Working days',
};

function valueInWords(field: Field, value: unknown, names: RoleNames): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'none';
  if (field === 'startDate' || field === 'leaveDate') return civilDateInWords(String(value));
  return field === 'roleGroup' ? roleName(names, String(value)) : String(value);
}

export const changeInWords = (field: Field, before: unknown, after: unknown, names: RoleNames) =>
  `${fields[field]}: ${valueInWords(field, before, names)} → ${valueInWords(field, after, names)}.`;

/** What will happen to a row, or why nothing will. */
export function lineInWords({ kind, before, after, notes }: Line, names: RoleNames): string[] {
  if (!after) return notes.length > 0 ? notes : ['Nothing is different.'];
  if (!before) return [newcomer(after, names), ...notes];
  const keys = changed(before, after);
  const changes = keys
    .filter((key) => !(kind === 'back' && key === 'leaveDate'))
    .map((key) => changeInWords(key, before[key], after[key], names));
  return kind === 'back' ? [again(before, after), ...changes, ...notes] : [...changes, ...notes];
}

function again(before: Known, after: Details): string {
  if (!before.leaveDate || wasNeverHere(before)) return 'On the list again.';
  const left = civilDateInWords(before.leaveDate);
  return lastDayChange(before, after) === 'stayed'
    ? `Never left: that ${left} was the last day is corrected as a mistake.`
    : `On the list again, having left on ${left}.`;
}

function newcomer(after: Details, names: RoleNames): string {
  const days = after.workingDays ? `works ${after.workingDays.join(', ')}` : '';
  return `${[
    capitalised(roleName(names, after.roleGroup)),
    after.contract === 'permanent' ? '' : after.contract,
    ...after.teams,
    `first day ${civilDateInWords(after.startDate)}`,
    after.leaveDate ? `last day ${civilDateInWords(after.leaveDate)}` : '',
    days,
    `signs in with ${[after.email, after.staffNumber].filter(Boolean).join(' or ')}`,
  ]
    .filter(Boolean)
    .join('; ')}.`;
}

/** The button that does it: “Add 40, change 3, bring 1 back”. Empty when there is nothing to do. */
export function deedInWords(counts: Partial<Record<Kind, number>>): string {
  const parts = (
    [
      ['add', (n: number) => `add ${people(n)}`],
      ['change', (n: number) => `change ${people(n)}`],
      ['back', (n: number) => `bring back ${people(n)}`],
      ['leave', (n: number) => `record that ${people(n)} ${n === 1 ? 'leaves' : 'leave'}`],
    ] as const
  ).flatMap(([kind, say]) => (counts[kind] ? [say(counts[kind])] : []));
  return capitalised([parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and '));
}

/** What was done first, and what was not last. */
const did: Record<Kind, string> = {
  add: 'added',
  change: 'changed',
  back: 'back on the list',
  leave: 'leaving',
  same: 'left alone',
  ask: 'left out for want of an answer',
  refuse: 'could not be used',
};

/** “40 added, 3 changed, 260 left alone”. */
export const countsInWords = (counts: Partial<Record<Kind, number>>): string =>
  (Object.keys(did) as Kind[])
    .filter((kind) => counts[kind])
    .map((kind) => `${counts[kind]?.toLocaleString('en-GB')} ${did[kind]}`)
    .join(', ') || 'nothing';
