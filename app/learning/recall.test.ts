import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addLeave } from '~/cohorts/leave.server';
import { saveSchoolDates } from '~/cohorts/school-calendar.server';
import type { Dated } from '~/cohorts/term-dates-form';
import type { Attune } from '~/context.server';
import { enrolment, event, recallItem } from '~db/schema';
import { afterwards, setAfterwards } from './afterwards.server';
import { answerRecall, recallNow, skipRecall, startRecall } from './recall.server';
import { viewRecall } from './recall-view.server';
import { deleteWhatIsDue } from './retention.server';
import { startModule } from './start.server';
import { complete, on, rightPick, wrongPick } from './test-completed';
import { testBank, testModule } from './test-module';
import { makeTestSchool } from './test-school';

const dated = (kind: Dated['kind'], name: string, startsOn: string, endsOn = startsOn): Dated => ({
  kind,
  name,
  startsOn,
  endsOn,
});
const year: Dated[] = [
  dated('term', 'Autumn', '2026-09-01', '2026-12-18'),
  dated('term', 'Spring', '2027-01-04', '2027-03-25'),
  dated('closed', 'Half-term', '2026-10-26', '2026-10-30'),
];

function school(dates: Dated[] = year) {
  const made = makeTestSchool();
  saveSchoolDates(made.attune, made.ta, dates);
  return made;
}
/** A citation leads to the source beneath the question, so whatever is cited has to be there. */
const withWhatItCites = expect.toSatisfy(
  (shown) =>
    JSON.stringify(shown).includes('#source-bell-2020') ===
    JSON.stringify(shown.sources).includes('"bell-2020"'),
);
const offeredOn = (attune: Attune, who: Parameters<typeof afterwards>[1], date: string) =>
  afterwards(on(attune, date), who).recall?.n ?? 0;

test('three questions are due on the fifth school day after, and not a day before', () => {
  const { attune, ta, other } = school();
  complete(on(attune, '2026-10-21'), ta);
  // Half-term lies between: Thursday and Friday, then Monday to Wednesday of the week after.
  expect(offeredOn(attune, ta, '2026-11-03')).toBe(0);
  expect(offeredOn(attune, ta, '2026-11-04')).toBe(3);
  expect(offeredOn(attune, other, '2026-11-04')).toBe(0);
});

test('an INSET day in that half-term brings them a day forward', () => {
  const { attune, ta } = school([...year, dated('INSET', 'INSET', '2026-10-26')]);
  complete(on(attune, '2026-10-21'), ta);
  expect(offeredOn(attune, ta, '2026-11-02')).toBe(0);
  expect(offeredOn(attune, ta, '2026-11-03')).toBe(3);
});

test('days on leave put them off for whoever is away, and for nobody else', () => {
  const { attune, ta, other } = school();
  for (const who of [ta, other]) complete(on(attune, '2026-10-21'), who);
  const { personId } = ta;
  addLeave(attune, ta, { personId, startsOn: '2026-11-02', endsOn: '2026-11-06' });
  expect(offeredOn(attune, other, '2026-11-04')).toBe(3);
  expect(offeredOn(attune, ta, '2026-11-10')).toBe(0);
  expect(offeredOn(attune, ta, '2026-11-11')).toBe(3);
});

test('nothing comes from a module that is under way, nor from another’s', () => {
  const { attune, ta, other } = school();
  startModule(on(attune, '2026-09-07'), ta, { module: testModule.slug });
  complete(on(attune, '2026-09-07'), other);
  const late = on(attune, '2026-12-01');
  startRecall(late, ta);
  expect(attune.db.select().from(recallItem).all()).toEqual([]);
  startRecall(late, other);
  const ids = new Set(testBank.map((q) => q.id));
  const rows = attune.db.select().from(recallItem).all();
  expect(rows).toHaveLength(3);
  expect(rows.every((row) => ids.has(row.item))).toBe(true);
});

test('what was missed in the quiz is asked first, from the version that was completed', () => {
  const { attune, ta, serve } = school();
  const { missed } = complete(on(attune, '2026-09-07'), ta, { missed: [1, 4, 6] });
  serve({ ...testModule, version: 2, contentHash: 'hash-of-patterns-2', pages: [] });
  startRecall(on(attune, '2026-09-14'), ta);
  const point = (id: string) => id.split('--')[0];
  const asked = attune.db.select().from(recallItem).all();
  expect(asked.map(({ item }) => point(item)).sort()).toEqual(missed.map(point).sort());
});

test('questions come one at a time, each is explained at once, and the first answer stays', () => {
  const { attune, ta } = school();
  complete(on(attune, '2026-09-07'), ta);
  const now = on(attune, '2026-09-14');
  expect(viewRecall(now, ta, null)).toMatchObject({ state: 'ready', n: 3, minutes: 2 });
  startRecall(now, ta);
  startRecall(now, ta);
  for (const n of [1, 2, 3]) {
    const item = viewRecall(now, ta, null);
    if (item.state !== 'item') throw new Error(`expected a question, not ${item.state}`);
    expect([item.n, item.of]).toEqual([n, 3]);
    expect(JSON.stringify(item)).not.toMatch(/xplain|"right"|critical/);
    const question = testBank.find((q) => q.id === item.question.id);
    if (!question) throw new Error('not of the bank');
    expect(() => answerRecall(now, ta, { id: item.id, pick: [99] })).toThrow();
    expect(answerRecall(now, ta, { id: item.id, pick: wrongPick(question) }).right).toBe(false);
    expect(answerRecall(now, ta, { id: item.id, pick: rightPick(question) }).right).toBe(false);
    const explained = viewRecall(now, ta, item.id);
    expect(explained).toMatchObject({ state: 'explained', last: n === 3 });
    expect(JSON.stringify(explained)).toContain('Explained');
    expect(explained).toEqual(withWhatItCites);
  }
  expect(viewRecall(now, ta, null)).toMatchObject({
    state: 'nothing',
    next: { on: '2026-10-05', guessed: false },
  });
});

test('what came back of a completion that was set aside since is answered no more, and said so', () => {
  const { attune, ta } = school();
  const { enrolmentId } = complete(on(attune, '2026-09-07'), ta);
  const now = on(attune, '2026-09-14');
  startRecall(now, ta);
  const [row] = recallNow(now, ta).open;
  attune.db.update(enrolment).set({ setAsideAt: 0 }).where(eq(enrolment.id, enrolmentId)).run();
  expect(() => answerRecall(now, ta, { id: row?.id ?? '', pick: [0] })).toThrow(/set aside/);
});

test('nobody else can answer, see or skip them, and none of it is on the record', () => {
  const { attune, ta, other } = school();
  complete(on(attune, '2026-09-07'), ta);
  const now = on(attune, '2026-09-14');
  const events = attune.db.select().from(event).all().length;
  startRecall(now, ta);
  const [row] = recallNow(now, ta).open;
  expect(() => answerRecall(now, other, { id: row?.id ?? '', pick: [0] })).toThrow(/not part of/);
  expect(viewRecall(now, other, row?.id ?? '')).toMatchObject({ state: 'nothing' });
  skipRecall(now, other);
  expect(recallNow(now, ta).open).toHaveLength(3);
  expect(attune.db.select().from(event).all()).toHaveLength(events);
});

test('skipped questions stay away until the next moment; turned off, none ever comes', () => {
  const { attune, ta } = school();
  complete(on(attune, '2026-09-07'), ta);
  skipRecall(on(attune, '2026-09-14'), ta);
  skipRecall(on(attune, '2026-09-14'), ta);
  expect(offeredOn(attune, ta, '2026-09-30')).toBe(0);
  expect(offeredOn(attune, ta, '2026-10-05')).toBe(3);
  setAfterwards(attune, ta, false);
  expect(offeredOn(attune, ta, '2026-10-05')).toBe(0);
  startRecall(on(attune, '2026-10-05'), ta);
  expect(recallNow(on(attune, '2026-10-05'), ta).rows).toHaveLength(3);
  expect(viewRecall(on(attune, '2026-10-05'), ta, null).state).toBe('off');
  setAfterwards(attune, ta, true);
  expect(offeredOn(attune, ta, '2026-10-05')).toBe(3);
});

test('what was opened and left comes back as it was left', () => {
  const { attune, ta } = school();
  complete(on(attune, '2026-09-07'), ta);
  startRecall(on(attune, '2026-09-14'), ta);
  expect(afterwards(on(attune, '2026-09-16'), ta).recall).toMatchObject({ n: 3, begun: true });
});

test('beyond the term dates the next day is a guess, and says so', () => {
  const { attune, ta } = school([]);
  complete(on(attune, '2026-09-07'), ta);
  expect(viewRecall(on(attune, '2026-09-08'), ta, null)).toMatchObject({
    next: { on: '2026-09-14', guessed: true },
  });
});

test('answers go after 24 months like all others', () => {
  const { attune, ta } = school();
  complete(on(attune, '2026-09-07'), ta);
  startRecall(on(attune, '2026-09-14'), ta);
  deleteWhatIsDue(on(attune, '2028-09-13'));
  expect(recallNow(on(attune, '2028-09-13'), ta).rows).toHaveLength(3);
  deleteWhatIsDue(on(attune, '2028-09-15'));
  expect(recallNow(on(attune, '2028-09-15'), ta).rows).toEqual([]);
});
