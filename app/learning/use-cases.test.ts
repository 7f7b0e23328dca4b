import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import {
  archivedVersion,
  commitment,
  enrolment,
  event,
  eventDetail,
  reflection,
  scenarioChoice,
} from '~db/schema';
import { answersOf, attemptById, attemptsOf } from './attempts.server';
import { commitTo, deleteCommitmentWords, readCommitment } from './commitment.server';
import { confidenceOf, setConfidence } from './confidence.server';
import { currentEnrolment, versionOf } from './enrolments.server';
import { helpAnswer, offerHelp, welcomeHelp } from './help.server';
import { learnerHome } from './home.server';
import { answerCheck, checkAnswers, continuePage } from './pages.server';
import { answerItem, digestOf, lackingIn, openAttempt } from './quiz.server';
import { deleteReflection, reflectionsIn, saveReflection } from './reflections.server';
import { chooseStep, readDebrief, readSummary, startScenario } from './scenarios.server';
import { sayKnownAlready, startModule } from './start.server';
import { complete as completeInGoes } from './test-completed';
import { testBank, testModule } from './test-module';
import { makeTestSchool, type TestSchool } from './test-school';

let school: TestSchool;
beforeEach(() => {
  school = makeTestSchool();
});

const start = () => startModule(school.attune, school.ta, { module: 'patterns' });

/** Answers a whole go, the first `wrong` items wrongly. Returns the attempt's id. */
function go(enrolmentId: string, wrong = 0): string {
  const { attune, ta } = school;
  const id = openAttempt(attune, ta, { enrolmentId });
  attemptById(attune.db, id)?.items.forEach((item, n) => {
    const q = testBank.find((b) => b.id === item);
    if (!q) throw new Error(item);
    const right =
      q.kind === 'sort'
        ? q.statements.map((s) => s.category)
        : q.options.flatMap((o, i) => (o.right ? [i] : []));
    const other =
      q.kind === 'sort' ? right.map((c) => 1 - c) : [q.options.findIndex((o) => !o.right)];
    answerItem(attune, ta, {
      attemptId: id,
      item,
      pick: n < wrong ? other : right,
      confidence: 'sure',
    });
  });
  return id;
}

function complete(enrolmentId: string): void {
  const { attune, ta } = school;
  for (const page of ['secure-base', 'labels']) continuePage(attune, ta, { enrolmentId, page });
  readSummary(attune, ta, { enrolmentId, scenario: 'im-fine' });
  go(enrolmentId);
  commitTo(attune, ta, {
    enrolmentId,
    what: 'Say when I’ll be back',
    when: 'Monday',
    know: 'She looks up',
  });
}

test('no module opens until the school has entered who to tell', () => {
  school = makeTestSchool({ told: false });
  expect(start).toThrow(/who to tell/);
  expect(school.verbs(school.ta)).toEqual([]);
});

test('starting opens one enrolment, archives the version and is recorded once, however often Start is pressed', () => {
  const id = start();
  expect(start()).toBe(id);
  expect(school.attune.db.select().from(archivedVersion).all()).toHaveLength(1);
  expect(school.verbs(school.ta)).toEqual(['started']);
});

test('a module nobody serves cannot be started', () => {
  expect(() => startModule(school.attune, school.ta, { module: 'nothing' })).toThrow(
    /no module at this address/,
  );
});

test('someone part-way stays on the version they started', () => {
  start();
  school.serve({ ...testModule, version: 2, contentHash: 'hash-of-patterns-2' });
  const mine = currentEnrolment(school.attune.db, school.ta, 'patterns');
  expect(mine && versionOf(school.attune, mine).version).toBe(1);
  startModule(school.attune, school.other, { module: 'patterns' });
  expect(currentEnrolment(school.attune.db, school.other, 'patterns')?.version).toBe(2);
});

test('a completion leaves the same entries on the record, however many goes it took', () => {
  completeInGoes(school.attune, school.ta);
  completeInGoes(school.attune, school.other, { missed: [0, 1, 2, 3] });
  const { db } = school.attune;
  const goes = (who: Actor) =>
    attemptsOf(db, currentEnrolment(db, who, 'patterns')?.id ?? '').length;
  expect([goes(school.ta), goes(school.other)]).toEqual([1, 2]);
  expect(school.verbs(school.other)).toEqual(school.verbs(school.ta));
});

test('a completion is recorded with the name of the day, the version, the rule and a code, and starting again is a new enrolment', () => {
  const id = start();
  complete(id);
  expect(school.verbs(school.ta)).toEqual([
    'started',
    'scenario ended',
    'marked',
    'committed',
    'completed',
  ]);
  const done = currentEnrolment(school.attune.db, school.ta, 'patterns');
  expect(done).toMatchObject({ id, ruleVersion: 3 });
  const data = Object.fromEntries(
    school.attune.db
      .select()
      .from(eventDetail)
      .where(eq(eventDetail.eventId, done?.completionId ?? ''))
      .all()
      .map((d) => [d.name, d.value]),
  );
  expect(data).toMatchObject({
    name: 'Priya Nair',
    cpdType: 'e-learning',
    version: 1,
    publishedMinutes: 15,
    ruleVersion: 3,
  });
  expect(data.code).toMatch(/^[2-9A-HJ-KMNP-TV-Z]{4}(-[2-9A-HJ-KMNP-TV-Z]{4}){2}$/);
  const again = startModule(school.attune, school.ta, { module: 'patterns', n: 1 });
  expect(again).not.toBe(id);
  complete(again);
  expect(startModule(school.attune, school.ta, { module: 'patterns', n: 1 })).toBe(again);
  expect(school.verbs(school.ta).filter((verb) => verb === 'completed')).toHaveLength(2);
});

test('whichever act comes last completes: a page, a scenario, the mark or the commitment', () => {
  const { attune, ta } = school;
  const acts: ((enrolmentId: string) => unknown)[] = [
    (enrolmentId) =>
      ['secure-base', 'labels'].forEach(
        (page) => void continuePage(attune, ta, { enrolmentId, page }),
      ),
    (enrolmentId) => readSummary(attune, ta, { enrolmentId, scenario: 'miss-miss' }),
    (enrolmentId) => go(enrolmentId),
    (enrolmentId) => commitTo(attune, ta, { enrolmentId, what: 'x', when: '', know: '' }),
  ];
  acts.forEach((last, n) => {
    const id = start();
    for (const act of acts) if (act !== last) act(id);
    expect(currentEnrolment(attune.db, ta, 'patterns')?.completedAt).toBeNull();
    last(id);
    expect(school.verbs(ta).filter((verb) => verb === 'completed')).toHaveLength(n + 1);
  });
});

test('known already is recorded as such, and cannot be said after the first go was opened', () => {
  const { attune, ta, other } = school;
  const enrolmentId = start();
  sayKnownAlready(attune, ta, { enrolmentId });
  go(enrolmentId);
  readSummary(attune, ta, { enrolmentId, scenario: 'im-fine' });
  commitTo(attune, ta, { enrolmentId, what: 'x', when: '', know: '' });
  const types = attune.db.select().from(eventDetail).where(eq(eventDetail.name, 'cpdType')).all();
  expect(types.map((d) => d.value)).toEqual(['known already']);
  const theirs = startModule(attune, other, { module: 'patterns' });
  openAttempt(attune, other, { enrolmentId: theirs });
  expect(() => sayKnownAlready(attune, other, { enrolmentId: theirs })).toThrow(
    /before your first go/,
  );
});

test('the first answer to an item stands, and the digest on the record is that of the answers', () => {
  const { attune, ta } = school;
  const enrolmentId = start();
  const attemptId = go(enrolmentId);
  const [first] = answersOf(attune.db, attemptId);
  if (!first) throw new Error('no answer');
  const send = (pick: number[]) =>
    answerItem(attune, ta, { attemptId, item: first.item, pick, confidence: 'guess' });
  const kept = { right: first.right, standardMet: true };
  expect(send([7])).toEqual({ ...kept, differs: true });
  expect(send(first.pick)).toEqual({ ...kept, differs: false });
  expect(answersOf(attune.db, attemptId)).toHaveLength(8);
  const digest = attune.db
    .select()
    .from(eventDetail)
    .where(eq(eventDetail.name, 'answersDigest'))
    .get();
  const seed = attemptById(attune.db, attemptId)?.seed ?? '';
  expect(digest?.value).toBe(digestOf(seed, answersOf(attune.db, attemptId)));
  expect(digestOf('another seed', answersOf(attune.db, attemptId))).not.toBe(digest?.value);
});

test('an answer that picks nothing, or an item that was not drawn, is refused in words and not kept', () => {
  const { attune, ta } = school;
  const attemptId = openAttempt(attune, ta, { enrolmentId: start() });
  const items = attemptById(attune.db, attemptId)?.items ?? [];
  const undrawn = testBank.find((q) => !items.includes(q.id))?.id ?? '';
  const give = (item: string, pick: number[]) => () =>
    answerItem(attune, ta, { attemptId, item, pick, confidence: 'sure' });
  expect(give(items[0] ?? '', [])).toThrow(/first\.$/);
  const lacking = (pick: number[]) =>
    lackingIn(attune, ta, { attemptId, item: items[0] ?? '', pick });
  expect(lacking([])).toMatch(/first\.$/);
  expect(give(undrawn, [0])).toThrow(/not part of the version/);
  expect(answersOf(attune.db, attemptId)).toEqual([]);
});

test('nobody can act on, or answer in, what is another person’s', () => {
  const { attune, other } = school;
  const enrolmentId = start();
  const attemptId = openAttempt(attune, school.ta, { enrolmentId });
  const runId = startScenario(attune, school.ta, { enrolmentId, scenario: 'im-fine' });
  const item = attemptById(attune.db, attemptId)?.items[0] ?? '';
  for (const act of [
    () => continuePage(attune, other, { enrolmentId, page: 'labels' }),
    () => answerItem(attune, other, { attemptId, item, pick: [0], confidence: 'sure' }),
    () => chooseStep(attune, other, { runId, n: 0, choice: 0 }),
    () => commitTo(attune, other, { enrolmentId, what: 'x', when: '', know: '' }),
    () => saveReflection(attune, other, { enrolmentId, prompt: 'think', text: 'x' }),
    () =>
      continuePage(
        attune,
        { ...school.ta, schoolId: 'elsewhere' },
        { enrolmentId, page: 'labels' },
      ),
  ]) {
    expect(act).toThrow(/not started/);
  }
});

test('a check keeps the first answer; a later one is for practice', () => {
  const { attune, ta } = school;
  const enrolmentId = start();
  expect(answerCheck(attune, ta, { enrolmentId, question: 'pre-check', pick: [1] })).toEqual({
    first: true,
  });
  expect(answerCheck(attune, ta, { enrolmentId, question: 'pre-check', pick: [2] })).toEqual({
    first: false,
  });
  expect(checkAnswers(attune.db, enrolmentId)).toEqual(new Map([['pre-check', [1]]]));
  expect(() =>
    answerCheck(attune, ta, { enrolmentId, question: 'check-labels', pick: [] }),
  ).toThrow(/Choose one/);
});

test('a scenario is walked move by move: a mistake can be repaired, the debrief waits for an ending, the end is recorded once', () => {
  const { attune, ta } = school;
  const enrolmentId = start();
  const runId = startScenario(attune, ta, { enrolmentId, scenario: 'im-fine' });
  expect(startScenario(attune, ta, { enrolmentId, scenario: 'im-fine' })).toBe(runId);
  expect(() => readDebrief(attune, ta, { runId })).toThrow(/reaches an ending/);
  expect(() => chooseStep(attune, ta, { runId, n: 1, choice: 0 })).toThrow(/another tab/);
  expect(() => chooseStep(attune, ta, { runId, n: 0, choice: 7 })).toThrow(/Choose what/);
  expect(chooseStep(attune, ta, { runId, n: 0, choice: 0 })).toEqual({ at: 'torn' });
  expect(chooseStep(attune, ta, { runId, n: 1, choice: 0 })).toEqual({ at: 'first' });
  expect(() => readDebrief(attune, ta, { runId })).toThrow(/reaches an ending/);
  expect(chooseStep(attune, ta, { runId, n: 2, choice: 2 })).toEqual({ at: 'points' });
  expect(chooseStep(attune, ta, { runId, n: 3, choice: 1 })).toEqual({ at: 'stays' });
  readDebrief(attune, ta, { runId });
  readDebrief(attune, ta, { runId });
  readSummary(attune, ta, { enrolmentId, scenario: 'im-fine', n: 1 });
  expect(school.verbs(ta)).toEqual(['started', 'scenario ended']);
  expect(startScenario(attune, ta, { enrolmentId, scenario: 'im-fine', n: 1 })).not.toBe(runId);
});

test('nothing typed can be read in the database or in the record, and each text goes when its writer deletes it', () => {
  const { attune, ta, other } = school;
  const enrolmentId = start();
  const secret = 'Ruby’s “secret”; select * from person -- 🌧️';
  saveReflection(attune, ta, { enrolmentId, prompt: 'think', text: secret });
  commitTo(attune, ta, { enrolmentId, what: secret, when: secret, know: secret });
  const runId = startScenario(attune, ta, { enrolmentId, scenario: 'im-fine' });
  chooseStep(attune, ta, { runId, n: 0, choice: 0, why: secret });
  const { db } = attune;
  const everything = JSON.stringify([
    ...[reflection, commitment, scenarioChoice, event, eventDetail, enrolment].map((table) =>
      db.select().from(table).all(),
    ),
  ]);
  expect(everything).not.toContain('Ruby');
  expect(readCommitment(attune, 'ta', enrolmentId)).toEqual({
    what: secret,
    when: secret,
    know: secret,
  });
  const written = reflectionsIn(attune, 'ta', 'patterns').get('think');
  expect(written?.text).toBe(secret);
  deleteReflection(attune, other, { id: written?.id ?? '' });
  expect(reflectionsIn(attune, 'ta', 'patterns').size).toBe(1);
  deleteReflection(attune, ta, { id: written?.id ?? '' });
  expect(reflectionsIn(attune, 'ta', 'patterns').size).toBe(0);
  deleteCommitmentWords(attune, ta, { enrolmentId });
  expect(readCommitment(attune, 'ta', enrolmentId)).toEqual({ what: '', when: '', know: '' });
});

test('help is asked about only after the second not yet, once, and the lead learns only of those who agree', () => {
  const { attune, ta } = school;
  const enrolmentId = start();
  go(enrolmentId, 8);
  expect(() => offerHelp(attune, ta, { enrolmentId, agreed: true })).toThrow(/nothing to ask/);
  go(enrolmentId, 8);
  expect(helpAnswer(attune.db, enrolmentId)).toBeNull();
  offerHelp(attune, ta, { enrolmentId, agreed: false });
  offerHelp(attune, ta, { enrolmentId, agreed: true });
  expect(helpAnswer(attune.db, enrolmentId)).toBe(false);
  expect(welcomeHelp(attune.db, 'school')).toEqual([]);
  const theirs = startModule(attune, school.other, { module: 'patterns' });
  school = { ...school, ta: school.other };
  go(theirs, 8);
  go(theirs, 8);
  offerHelp(attune, school.other, { enrolmentId: theirs, agreed: true });
  expect(welcomeHelp(attune.db, 'school')).toMatchObject([
    { personId: 'other', module: 'patterns' },
  ]);
  expect(welcomeHelp(attune.db, 'elsewhere')).toEqual([]);
});

test('confidence may be given for some outcomes, changed, and left out', () => {
  const { attune, ta } = school;
  const enrolmentId = start();
  setConfidence(attune, ta, { enrolmentId, moment: 'before', levels: { 1: 2, 3: 5 } });
  setConfidence(attune, ta, { enrolmentId, moment: 'before', levels: { 1: 3 } });
  expect(confidenceOf(attune.db, enrolmentId)).toEqual({
    ...{ before: { 1: 3, 3: 5 }, after: {}, later: {} },
  });
  expect(() =>
    setConfidence(attune, ta, { enrolmentId, moment: 'after', levels: { 9: 2 } }),
  ).toThrow(/1 to 5/);
});

test('home shows one next thing with its time, what else is asked, and what is done', () => {
  const { attune, ta } = school;
  const asked = [{ module: 'patterns', dueOn: '2026-10-01', paidMinutes: 45, paidTime: 'Tuesday' }];
  expect(learnerHome(attune, ta, [])).toMatchObject({
    next: null,
    alsoOpen: [{ module: 'patterns', underWay: null }],
  });
  expect(learnerHome(attune, ta, asked)).toMatchObject({
    next: { module: 'patterns', minutes: 15, asked: { dueOn: '2026-10-01' } },
  });
  // Given in two ways: due on the first of the two days though the other is open already, and both are told.
  const [soon, long] = [
    { module: 'patterns', opensOn: '2026-12-01', dueOn: '2026-12-04', paidMinutes: 15 },
    { module: 'patterns', dueOn: '2027-01-25', paidMinutes: 25 },
  ].map((one) => ({ ...one, paidTime: 'twilight' }));
  if (!soon || !long) throw new Error('nothing asked');
  expect(learnerHome(attune, ta, [soon, long]).next?.asked).toEqual({
    ...{ ...soon, opensOn: null },
    also: [{ dueOn: '2027-01-25', paidMinutes: 25, paidTime: 'twilight' }],
  });
  const id = start();
  continuePage(attune, ta, { enrolmentId: id, page: 'secure-base' });
  expect(learnerHome(attune, ta, asked).next?.underWay).toEqual({
    together: null,
    done: 1,
    total: 5,
    minutesLeft: 12,
    next: { page: 'labels', title: 'Title of labels', minutes: 3 },
  });
  complete(id);
  const home = learnerHome(attune, ta, asked);
  expect(home.next).toBeNull();
  expect(home.done).toMatchObject([{ module: 'patterns', version: 1 }]);
});
