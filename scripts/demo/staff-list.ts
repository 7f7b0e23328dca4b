import { eq } from 'drizzle-orm';
import { bringListIn } from '~/cohorts/staff-list.server';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { markOf } from '~/people/staff-list/apply.server';
import { createImport, planImport, readOpenImport } from '~/people/staff-list/imports.server';
import { person } from '~db/schema';

/** Someone new, as the office has them in a spreadsheet. `start` is a civil date. */
export interface Newcomer {
  name: string;
  email: string;
  job: string;
  team: string;
  contract: string;
  start: string;
}

/** The autumn list: newcomers, two people who changed something, one who did not, and a row that nobody could sign in with. */
export function autumnList(newcomers: readonly Newcomer[], emailOf: (name: string) => string) {
  const rows = [
    ['Forename', 'Surname', 'Work e-mail', 'Job title', 'Team', 'Contract', 'Start date', 'Days'],
    ...newcomers.map(({ name, email, job, team, contract, start }) => {
      const [forename = '', surname = ''] = name.split(' ');
      return [forename, surname, email, job, team, contract, start, ''];
    }),
    ['Ewan', 'Fraser', emailOf('Ewan Fraser'), 'Teaching assistant', 'Year 3', '', '', ''],
    ['Uzma', 'Khalid', emailOf('Uzma Khalid'), 'Class teacher', 'Year 2', '', '', 'Mon-Wed'],
    ['Kwame', 'Boateng', emailOf('Kwame Boateng'), 'Teaching assistant', 'Year 5', '', '', ''],
    ['Robin', 'Ashby', '', 'Student teacher', 'Year 1', '', '', ''],
  ];
  return rows.map((cells) => cells.join(',')).join('\r\n');
}

/** The office brings a list in as the page does, without an answer to any question. */
export function bringIn(attune: Attune, office: Actor, text: string): void {
  const id = createImport(attune, office, { text, file: 'autumn-starters.csv' });
  const open = readOpenImport(attune.db, office.schoolId, id);
  bringListIn(attune, office, id, markOf(planImport(attune.db, open, attune.now())));
}

/** Whose an e-mail address is. */
export function personWith({ db }: Pick<Attune, 'db'>, email: string): string {
  const found = db.select({ id: person.id }).from(person).where(eq(person.email, email)).get();
  if (!found) throw new Error(`The list did not bring ${email}`);
  return found.id;
}
