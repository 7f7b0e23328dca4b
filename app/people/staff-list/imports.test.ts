import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rebuild } from '~/record/rebuild.server';
import { verifyLive } from '~/record/verify-live.server';
import { event, person, school, staffImport } from '~db/schema';
import { heldAbout } from '../held-about.server';
import { giveRole } from '../roles.server';
import { addPerson, recordLeaving } from '../staff.server';
import { listStaff } from '../staff-list.server';
import { makeSchool, makeTestHouse, password, someone, type TestHouse } from '../test-house';
import { createWayIn, joinWithCode } from '../way-in.server';
import { markOf } from './apply.server';
import {
  answerImport,
  createImport,
  dropImport,
  planImport,
  purgeImports,
  readImport,
  readOpenImport,
} from './imports.server';
import type { Line } from './lines';
import { bringIn, confirm, print, standing, undo } from './list-for-test';
import { planUndo } from './undo.server';

async function aSchool() {
  const house = makeTestHouse();
  const { lead } = await makeSchool(house);
  const { attune } = house;
  const add = (more: Parameters<typeof someone>[0]) => addPerson(attune, lead, someone(more));
  /** What a list would do, row by row. */
  const look = (rows: string[][]): Line[] => {
    const id = createImport(attune, lead, { text: print(rows), file: null });
    return planImport(attune.db, readOpenImport(attune.db, lead.schoolId, id), attune.now()).lines;
  };
  const bring = (rows: string[][], answer?: (line: Line) => string | null) =>
    bringIn(attune, lead, print(rows), answer);
  const named = (name: string) =>
    attune.db.select().from(person).where(eq(person.name, name)).all();
  return { house, attune, lead, add, look, bring, named };
}

const kinds = (lines: Line[]) => lines.map(({ kind }) => kind);
const head = ['Name', 'E-mail', 'Staff number'];

test('staff number comes before e-mail, and e-mail before name', async () => {
  const { add, look } = await aSchool();
  const byNumber = add({ name: 'Sam Lee', email: 'sam@elm.example', staffNumber: '7' });
  const byMail = add({ name: 'Jo Fox', email: 'jo@elm.example' });
  const byName = add({ name: 'Ana Ruiz', email: null, staffNumber: '9' });
  const lines = look([
    head,
    ['Sam Lee-Jones', 'new@elm.example', '7'],
    ['Jo Hart', 'JO@elm.example', ''],
    ['ana ruiz', 'ana@elm.example', ''],
  ]);
  expect(lines.map(({ before }) => before?.id)).toEqual([byNumber, byMail, byName]);
  expect(kinds(lines)).toEqual(['change', 'change', 'change']);
  expect(lines[0]?.after).toMatchObject({ name: 'Sam Lee-Jones', email: 'new@elm.example' });
  expect(lines[2]?.after).toMatchObject({ name: 'Ana Ruiz', email: 'ana@elm.example' });
});

test('two on the list with one name: the row waits for an answer, and without one it is left out', async () => {
  const { add, look, bring, named } = await aSchool();
  add({ name: 'Sam Lee', email: 'sam@elm.example' });
  add({ name: 'Sam Lee', email: 'sam.lee@elm.example' });
  const rows = [
    ['Name', 'Staff number', 'Team'],
    ['Sam Lee', '12', 'Nurture'],
  ];
  expect(look(rows)[0]?.choices.map(({ value }) => value)).toHaveLength(4);
  bring(rows);
  expect(named('Sam Lee').map(({ staffNumber }) => staffNumber)).toEqual([null, null]);
  bring(rows, ({ choices }) => choices[1]?.value ?? null);
  expect(named('Sam Lee').map(({ teams }) => teams)).toEqual([['Year 4'], ['Nurture']]);
});

test('one name and another e-mail address is a question; another domain alone is not', async () => {
  const { add, look } = await aSchool();
  add({ name: 'Sam Lee', email: 'sam@elm.example' });
  expect(kinds(look([head, ['Sam Lee', 'samantha@elm.example', '']]))).toEqual(['ask']);
  expect(kinds(look([head, ['Sam Lee', 'sam@elm-trust.example', '']]))).toEqual(['change']);
});

test('an e-mail address that now comes with quite another name is a question', async () => {
  const { add, look } = await aSchool();
  add({ name: 'Sam Lee', email: 'office@elm.example' });
  const [line] = look([head, ['Bernadette Quill', 'office@elm.example', '']]);
  expect(line?.kind).toBe('ask');
  expect(line?.choices.map(({ value }) => value)).not.toContain('new');
});

test('two people may exchange their e-mail addresses in one list', async () => {
  const { add, bring, named } = await aSchool();
  add({ name: 'Sam Lee', email: 'a@elm.example', staffNumber: '1' });
  add({ name: 'Jo Fox', email: 'b@elm.example', staffNumber: '2' });
  bring([head, ['Sam Lee', 'b@elm.example', '1'], ['Jo Fox', 'a@elm.example', '2']]);
  expect(named('Sam Lee')[0]?.email).toBe('b@elm.example');
  expect(named('Jo Fox')[0]?.email).toBe('a@elm.example');
});

test('rows that share one e-mail address in different capitals are refused, and one said twice counts once', async () => {
  const { look } = await aSchool();
  const lines = look([
    head,
    ['Dup One', 'SAME@x.example', ''],
    ['Dup Two', 'same@X.example', ''],
    ['Said Twice', 'twice@x.example', ''],
    ['SAID TWICE', 'Twice@x.example', ''],
    ['No Signin', '', ''],
  ]);
  expect(kinds(lines)).toEqual(['refuse', 'refuse', 'add', 'same', 'refuse']);
  expect(lines[0]?.notes.join()).toContain('Rows 2 and 3');
  expect(lines[3]?.notes.join()).toContain('row 4');
  expect(lines[4]?.notes.join()).toContain('staff number');
});

test('an empty cell changes nothing, and nor do the order of teams and the capitals of a name', async () => {
  const { add, look } = await aSchool();
  add({ name: 'Tara Assistant', teams: ['Year 4', 'Phonics'], startDate: '2020-09-01' });
  const lines = look([
    ['Name', 'E-mail', 'Role', 'Teams', 'Start date'],
    ['TARA ASSISTANT', 'tara@elm.example', '', 'phonics; year 4', ''],
  ]);
  expect(kinds(lines)).toEqual(['same']);
});

test('who left and is in the list with a later first day is back; without one it is asked', async () => {
  const { attune, lead, add, look, bring, named } = await aSchool();
  const id = add({ name: 'Sam Lee', email: 'sam@elm.example', startDate: '2020-09-01' });
  recordLeaving(attune, lead, id, '2025-07-20');
  const list = (start: string) => [
    ['Name', 'E-mail', 'Start date'],
    ['Sam Lee', 'sam@elm.example', start],
  ];
  expect(kinds(look(list('')))).toEqual(['ask']);
  expect(kinds(look(list('01/09/2020')))).toEqual(['ask']);
  const { lines } = bring(list('01/09/2026'));
  expect(kinds(lines)).toEqual(['back']);
  expect(named('Sam Lee')[0]).toMatchObject({ id, startDate: '2026-09-01', leaveDate: null });
  expect(rebuild(attune.db)).toBeNull();
});

test('who is missing is offered and stays, until somebody says that they have left', async () => {
  const { attune, lead, add, named } = await aSchool();
  const gone = add({ name: 'Sam Lee', email: 'sam@elm.example' });
  add({ name: 'Jo Fox', email: 'jo@elm.example' });
  const text = print([head, ['Jo Fox', 'jo@elm.example', '']]);
  const id = createImport(attune, lead, { text, file: null });
  const plan = () =>
    planImport(attune.db, readOpenImport(attune.db, lead.schoolId, id), attune.now());
  expect(
    plan()
      .missing.map(({ name }) => name)
      .sort(),
  ).toEqual(['Hana Head', 'Leah Lead', 'Sam Lee']);
  expect(plan().lines.filter(({ after }) => after)).toEqual([]);
  // The only lead cannot be ticked away, whatever is sent.
  answerImport(attune, lead, id, { leavers: [gone, lead.personId], leaveOn: '2026-09-04' });
  confirm(attune, lead, id, markOf(plan()));
  expect(named('Sam Lee')[0]?.leaveDate).toBe('2026-09-04');
  expect(named('Leah Lead')[0]?.leaveDate).toBeNull();
  undo(attune, lead, id);
  expect(named('Sam Lee')[0]?.leaveDate).toBeNull();
});

test('a job may be called anything, “constructor” and “__proto__” too', async () => {
  const { attune, lead, named } = await aSchool();
  const text = print([
    ['Name', 'E-mail', 'Job'],
    ['Sam Lee', 'sam@elm.example', 'constructor'],
    ['Jo Fox', 'jo@elm.example', '__proto__'],
  ]);
  const id = createImport(attune, lead, { text, file: null });
  answerImport(attune, lead, id, { jobs: JSON.parse('{"__proto__":"pastoral"}') });
  const plan = planImport(attune.db, readOpenImport(attune.db, lead.schoolId, id), attune.now());
  expect(plan.jobs.map(({ job, as }) => [job, as])).toEqual([
    ['__proto__', 'pastoral'],
    ['constructor', null],
  ]);
  confirm(attune, lead, id, markOf(plan));
  expect([named('Sam Lee')[0]?.roleGroup, named('Jo Fox')[0]?.roleGroup]).toEqual([
    'other',
    'pastoral',
  ]);
});

test('a plan that is no longer what was shown is not carried out', async () => {
  const { attune, lead, add, named } = await aSchool();
  const text = print([head, ['Sam Lee', 'sam@elm.example', '']]);
  const id = createImport(attune, lead, { text, file: null });
  const mark = markOf(
    planImport(attune.db, readOpenImport(attune.db, lead.schoolId, id), attune.now()),
  );
  add({ name: 'Sam Lee', email: 'sam@elm.example', startDate: '2020-01-06' });
  expect(() => confirm(attune, lead, id, mark)).toThrow('has changed since you looked');
  expect(named('Sam Lee')).toHaveLength(1);
});

test('confirmed twice, it is done once', async () => {
  const { attune, lead, named } = await aSchool();
  const text = print([head, ['Sam Lee', 'sam@elm.example', '']]);
  const id = createImport(attune, lead, { text, file: null });
  const mark = markOf(
    planImport(attune.db, readOpenImport(attune.db, lead.schoolId, id), attune.now()),
  );
  confirm(attune, lead, id, mark);
  expect(() => confirm(attune, lead, id, mark)).toThrow('brought in already');
  expect(named('Sam Lee')).toHaveLength(1);
});

test('one event that cannot be written leaves nothing of the whole import', async () => {
  const { attune, lead } = await aSchool();
  const rows = Array.from({ length: 20 }, (_, i) => [`Person ${i}`, `p${i}@elm.example`, '']);
  const id = createImport(attune, lead, { text: print([head, ...rows]), file: null });
  const mark = markOf(
    planImport(attune.db, readOpenImport(attune.db, lead.schoolId, id), attune.now()),
  );
  const before = standing(attune);
  attune.db.$client.exec(
    `create trigger full before insert on event when new.seq > 15 begin select raise(abort, 'disk full'); end`,
  );
  expect(() => confirm(attune, lead, id, mark)).toThrow('disk full');
  attune.db.$client.exec('drop trigger full');
  expect(standing(attune)).toEqual(before);
  expect(readImport(attune.db, lead.schoolId, id).state).toBe('to check');
  confirm(attune, lead, id, mark);
  expect(standing(attune)).toHaveLength(before.length + 20);
});

test('undoing keeps whoever has joined since, and says so; the others were never here', async () => {
  const { house, attune, lead, bring, named } = await aSchool();
  const { id } = bring([
    head,
    ['Sam Lee', 'sam@elm.example', ''],
    ['Jo Fox', 'jo@elm.example', ''],
  ]);
  const [sam] = named('Sam Lee');
  house.clock.advance(60);
  const { code } = createWayIn(attune, lead, sam?.id ?? '');
  await joinWithCode(attune, code, password);
  const lines = planUndo(attune.db, lead.schoolId, id, attune.now());
  expect(
    lines.map(({ name, after, notes }) => [name, after !== null, notes.join()]).sort(),
  ).toEqual([
    ['Jo Fox', true, ''],
    ['Sam Lee', false, 'Stays: has joined since.'],
  ]);
  undo(attune, lead, id);
  expect(listStaff(attune.db, lead.schoolId).map(({ name }) => name)).toEqual([
    'Hana Head',
    'Leah Lead',
    'Sam Lee',
  ]);
  expect(() => undo(attune, lead, id)).toThrow('cannot be undone');
  expect(rebuild(attune.db)).toBeNull();
  const verbs = attune.db
    .select({ verb: event.verb })
    .from(event)
    .all()
    .map(({ verb }) => verb);
  expect(verbs.slice(-1)).toEqual(['left']);
});

test('undoing leaves alone what somebody changed again since', async () => {
  const { attune, lead, add, bring, named } = await aSchool();
  add({ name: 'Sam Lee', email: 'sam@elm.example', teams: ['Year 4'] });
  const { id } = bring([
    ['Name', 'E-mail', 'Team', 'Staff number'],
    ['Sam Lee', 'sam@elm.example', 'Year 5', '12'],
  ]);
  bring([
    ['Name', 'E-mail', 'Team'],
    ['Sam Lee', 'sam@elm.example', 'Year 6'],
  ]);
  undo(attune, lead, id);
  expect(named('Sam Lee')[0]).toMatchObject({ teams: ['Year 6'], staffNumber: null });
});

test('sixty days on, an import cannot be undone, and what undoing needed is gone', async () => {
  const { house, attune, lead, add, bring } = await aSchool();
  const sam = add({ name: 'Sam Lee', email: 'sam@elm.example' });
  const { id } = bring([
    ['Name', 'E-mail', 'Team'],
    ['Sam Lee', 'sam@elm.example', 'Year 5'],
  ]);
  const held = () => heldAbout(attune.db, { schoolId: lead.schoolId, personId: sam }).staffLists;
  expect(held()[0]?.before).toEqual({ teams: ['Year 4'] });
  house.clock.advance(61 * 24 * 60);
  purgeImports(attune);
  expect(held()).toMatchObject([{ deed: 'changed', before: null, after: null }]);
  expect(() => undo(attune, lead, id)).toThrow('cannot be undone');
});

test('a list that nobody confirms is kept for a day', async () => {
  const { house, attune, lead } = await aSchool();
  createImport(attune, lead, { text: print([head, ['Sam Lee', 's@x.example', '']]), file: null });
  house.clock.advance(25 * 60);
  purgeImports(attune);
  expect(attune.db.select().from(staffImport).all()).toEqual([]);
});

/** A second school in the same house, with a lead of its own. */
function otherSchool({ attune }: TestHouse) {
  const schoolId = 'other-school';
  attune.db.insert(school).values({ id: schoolId, name: 'Oak Street', createdAt: 0 }).run();
  const system = { personId: 'system', schoolId, role: 'system' as const };
  const personId = addPerson(
    attune,
    system,
    someone({ name: 'Olu Other', email: 'olu@oak.example' }),
  );
  giveRole(attune, system, personId, 'lead');
  return { personId, schoolId, role: 'lead' as const };
}

test('another school’s list can be neither read, nor answered, confirmed, dropped or undone', async () => {
  const { house, attune, lead, bring } = await aSchool();
  const other = otherSchool(house);
  const rows = [head, ['Sam Lee', 'sam@elm.example', '']];
  const { id: done } = bring(rows);
  const id = createImport(attune, lead, { text: print(rows), file: null });
  const before = standing(attune);
  for (const attempt of [
    () => readImport(attune.db, other.schoolId, id),
    () => answerImport(attune, other, id, { leavers: [] }),
    () => confirm(attune, other, id, 'x'),
    () => dropImport(attune, other, id),
    () => undo(attune, other, done),
    () => planUndo(attune.db, other.schoolId, done, attune.now()),
  ]) {
    expect(attempt).toThrow('no such staff list');
  }
  expect(standing(attune)).toEqual(before);
});

test('an e-mail address in use at another school is refused, and its people are out of reach', async () => {
  const { house, attune, look } = await aSchool();
  const other = otherSchool(house);
  const [line] = look([head, ['Olu Other', 'olu@oak.example', '']]);
  expect(line).toMatchObject({ kind: 'refuse', before: null });
  expect(line?.notes.join()).toContain('another school');
  expect(listStaff(attune.db, other.schoolId)).toHaveLength(1);
});

test('the record still verifies after lists are brought in and undone', async () => {
  const { attune, lead, bring } = await aSchool();
  const { id } = bring([
    ['Name', 'E-mail', 'Working days'],
    ['Sam Lee', 'sam@elm.example', 'Mon-Wed'],
    ['Leah Lead', 'lead@elm.example', 'Mon, Tue'],
  ]);
  undo(attune, lead, id);
  expect(() => verifyLive(attune.db, null, {})).not.toThrow();
});

test('a row with a year that cannot be meant, or a name with something unseen in it, is refused in words', async () => {
  const { look } = await aSchool();
  const lines = look([
    ['Name', 'E-mail', 'Start date'],
    ['Ann Early', 'early@elm.example', '01/09/1941'],
    ['Lou Late', 'late@elm.example', '01/09/2062'],
    ['Bo \u202Eti', 'bo@elm.example', '01/09/2020'],
    ['Zoë O’Hara 👩🏽‍🏫', 'zoe@elm.example', '01/09/2020'],
  ]);
  expect(kinds(lines)).toEqual(['refuse', 'refuse', 'refuse', 'add']);
  expect(lines[0]?.notes.join()).toContain('in the year 1941');
  expect(lines[1]?.notes.join()).toContain('more than two years ahead');
  expect(lines[2]?.notes.join()).toContain('cannot be seen');
});
