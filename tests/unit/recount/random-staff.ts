import { erasePerson } from '~/record/erase.server';
import { addDays } from '~/record/london-date';
import { inTransaction } from '~db/client.server';
import { type Act, letter, type Now, noon, pick } from './random-life';

const roles = ['teacher', 'teaching assistant', 'midday', 'office'];
const teams = ['Year 1', 'Year 2', 'Kitchen'];
const contracts = ['permanent', 'agency', 'volunteer'];

export function join({ life, person, who, what, n, day }: Now): void {
  if (life.staff.has(person)) return;
  life.staff.add(person);
  life.record.joins(day, person, {
    ...{ name: `Name ${letter(who)}`, roleGroup: pick(roles, who % 3 ? 0 : n) },
    teams: n % 4 === 0 ? [] : teams.slice(0, 1 + what).reverse(),
    ...{ contract: pick(contracts, n), startDate: addDays(day, n * 9 - 30) },
  });
}

/** Only of somebody who is or was on the list. */
const ofStaff =
  (act: Act): Act =>
  (now) =>
    now.life.staff.has(now.person) ? act(now) : undefined;

const says = (of: (now: Now) => object): Act =>
  ofStaff((now) => now.life.record.add(now.day, 'details changed', now.person, of(now)));

export const staffActs: Record<string, Act> = {
  join,
  role: says(({ n }) => ({ roleGroup: pick(roles, n) })),
  team: says(({ n }) => ({ teams: teams.slice(n % 4) })),
  contract: says(({ n }) => ({ contract: pick(contracts, n) })),
  rename: says(({ n }) => ({ name: `New ${letter(n)}` })),
  'first day': says(({ n, day }) => ({ startDate: addDays(day, n * 20 - 100) })),
  leave: ofStaff(({ life, day, person, n }) => {
    const leaveDate = addDays(day, [0, 0, 0, 21, -10][n % 5] ?? 0);
    life.gone.set(person, leaveDate);
    life.record.add(day, 'left', person, { leaveDate });
  }),
  stay: ofStaff(({ life, day, person, n }) => {
    const leaveDate = n % 2 ? addDays(day, n) : null;
    life.record.add(day, 'leaving corrected', person, { leaveDate, reason: 'wrong date' });
  }),
  return: ({ life, day, step, n }) => {
    const [person, left] = [...life.gone][step % Math.max(1, life.gone.size)] ?? [];
    if (!person || !left) return;
    life.gone.delete(person);
    life.back.set(person, left);
    const startDate = addDays(left > day ? left : day, 1 + n * 5);
    life.record.joins(day, person, {
      name: `Back ${letter(n)}`,
      startDate,
      roleGroup: pick(roles, n),
    });
  },
  /** As when the list that brought them back is undone. */
  'not back': ({ life, day, step, n }) => {
    const [person, left] = [...life.back][step % Math.max(1, life.back.size)] ?? [];
    if (!person || !left) return;
    life.back.delete(person);
    life.gone.set(person, left);
    life.record.add(day, 'details changed', person, { startDate: addDays(left, -1 - n) });
    const said = { leaveDate: left, reason: 'recorded in error' } as const;
    life.record.add(day, 'leaving corrected', person, said);
  },
  erase: ofStaff(({ life: { db, record }, day, person }) => {
    const erasure = { school: record.school, person, actor: 'lee', actorRole: 'lead' };
    inTransaction(db, (tx) => erasePerson(tx, new Date(noon(day)), erasure));
  }),
};
