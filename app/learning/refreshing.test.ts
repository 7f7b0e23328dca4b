import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Module } from '~/course/module';
import { certificatesOf } from '~/record/certificates.server';
import { rebuild } from '~/record/rebuild.server';
import { verifyLive } from '~/record/verify-live.server';
import { event, eventDetail, trainingRow } from '~db/schema';
import { afterwards } from './afterwards.server';
import { asItWas } from './as-it-was.server';
import { attemptById } from './attempts.server';
import { commitTo } from './commitment.server';
import { currentEnrolment, enrolmentsOf } from './enrolments.server';
import { learnerHome } from './home.server';
import { modulePage } from './module-page.server';
import { overview } from './overview.server';
import { continuePage } from './pages.server';
import { answerItem, openAttempt } from './quiz.server';
import { startRefresher } from './refresher-offer.server';
import { readSummary } from './scenarios.server';
import { sayKnownAlready, startModule } from './start.server';
import { complete, on } from './test-completed';
import { testBank, testModule } from './test-module';
import { makeTestSchool, type TestSchool } from './test-school';

let school: TestSchool;
beforeEach(() => {
  school = makeTestSchool();
});

const prose = (html: string): Module['intro'][number] => ({ type: 'prose', html });

/** The page on labels says something else, and one item is new. */
function newVersion(version: number, html: string, items = 1): Module {
  const [like] = testBank;
  const added = Array.from({ length: items }, (_, n) => ({
    ...like,
    ...{ id: `asked-since-${version}-${n}`, critical: false, page: 'secure-base', outcome: 1 },
    stem: `<p>New in ${version}: ${n}</p>`,
  })) as typeof testBank;
  const bank = [
    ...testBank.map((q) => ({ ...q, page: q.page === 'labels' ? undefined : q.page })),
    ...added,
  ];
  return {
    ...testModule,
    version,
    contentHash: `hash-of-patterns-${version}`,
    pages: testModule.pages.map((page) => {
      if (page.id === 'quiz') return { ...page, segments: [{ type: 'quiz', draw: 8, bank }] };
      return page.id === 'labels' ? { ...page, segments: [prose(html)] } : page;
    }),
  };
}

function quiz(enrolmentId: string, bank: typeof testBank): string[] {
  const { attune, ta } = school;
  const attemptId = openAttempt(attune, ta, { enrolmentId });
  const items = attemptById(attune.db, attemptId)?.items ?? [];
  for (const item of items) {
    const q = bank.find(({ id }) => id === item);
    if (!q) throw new Error(`no item ${item}`);
    const pick =
      q.kind === 'sort'
        ? q.statements.map((s) => s.category)
        : q.options.flatMap((o, n) => (o.right ? [n] : []));
    answerItem(attune, ta, { attemptId, item, pick, confidence: 'sure' });
  }
  return items;
}

const bankOf = (module: Module) =>
  module.pages.flatMap((p) => p.segments.flatMap((s) => (s.type === 'quiz' ? s.bank : [])));

/** Takes the version served, whole. */
function takeWhole(): string {
  const { attune, ta } = school;
  const enrolmentId = startModule(attune, ta, { module: 'patterns' });
  for (const page of ['secure-base', 'labels']) continuePage(attune, ta, { enrolmentId, page });
  readSummary(attune, ta, { enrolmentId, scenario: 'im-fine' });
  quiz(enrolmentId, bankOf(attune.course.module('patterns') ?? testModule));
  commitTo(attune, ta, { enrolmentId, what: 'Say when I’ll be back', when: '', know: '' });
  return enrolmentId;
}

const shown = () => overview(school.attune, school.ta, 'patterns');
const home = () => learnerHome(school.attune, school.ta, []);
const mine = () => enrolmentsOf(school.attune.db, school.ta);

test('a correction, which keeps the number, offers nothing and changes nothing', () => {
  takeWhole();
  school.serve({ ...newVersion(2, '<p>Corrected</p>'), version: 1 });
  expect(shown().newer).toBeNull();
  expect(home().refreshers).toEqual([]);
  expect(() => startRefresher(school.attune, school.ta, { module: 'patterns' })).toThrow(
    /no refresher to take/,
  );
  expect(mine()).toHaveLength(1);
});

/** A version in which this page reads otherwise. */
function edited(from: Module, version: number, id: string, html: string): Module {
  return {
    ...from,
    version,
    contentHash: `hash-of-${id}-${version}`,
    pages: from.pages.map((page) => (page.id === id ? { ...page, segments: [prose(html)] } : page)),
  };
}

test('a page that was only corrected is not among what changed since, for those who knew it uncorrected', () => {
  const { attune, ta, other } = school;
  takeWhole();
  const corrected = edited(testModule, 1, 'labels', '<p>Spelt right</p>');
  school.serve(corrected);
  startModule(attune, other, { module: 'patterns' });
  const second = edited(corrected, 2, 'secure-base', '<p>Stay near.</p><p>And wait.</p>');
  school.serve(second);
  const pages = [{ id: 'secure-base', title: 'Title of secure-base', change: 'changed' }];
  const from = { version: 1, contentHash: testModule.contentHash };
  expect(shown().newer).toMatchObject({ from, to: 2, pages });

  const enrolmentId = startRefresher(attune, ta, { module: 'patterns', n: 1 });
  expect(mine()[1]).toMatchObject({ id: enrolmentId, refreshes: testModule.contentHash });
  expect(shown().mine?.refreshes).toMatchObject({ from, pages });
  // A correction of the older version that comes after the newer one changes nothing for who is under way.
  school.serve(edited(testModule, 1, 'quiz', '<p>Late</p>'));
  startModule(attune, school.join(), { module: 'patterns' });
  expect(shown().mine?.refreshes).toMatchObject({ from, pages });
});

test('a correction that nobody took is told with what came after it', () => {
  takeWhole();
  const corrected = edited(testModule, 1, 'labels', '<p>Spelt right</p>');
  school.serve(edited(corrected, 2, 'secure-base', '<p>Stay near.</p>'));
  expect(shown().newer?.pages.map(({ id }) => id)).toEqual(['secure-base', 'labels']);
});

test('on a page of a refresher, what reads otherwise is marked', () => {
  const { attune, ta } = school;
  const known = edited(testModule, 1, 'labels', '<p>Said.</p><p>Kept.</p>');
  school.serve(known);
  takeWhole();
  school.serve(edited(known, 2, 'labels', '<p>Said again.</p><p>Kept.</p>'));
  startRefresher(attune, ta, { module: 'patterns', n: 1 });
  const asked = { again: null, answered: null, reading: null };
  const page = modulePage(attune, ta, 'patterns', 'labels', asked);
  expect(page.refreshes).toMatchObject({ page: 'changed', marks: 1, goneWords: true });
  const [segment, ...more] = page.segments;
  expect(more).toEqual([]);
  expect(segment?.type === 'prose' && segment.html).toMatch(
    /^<div class="since">.*Changed:.*Said again\..*<\/div><p>Kept\.<\/p>$/,
  );
  expect(modulePage(attune, ta, 'patterns', 'secure-base', asked).refreshes).toMatchObject({
    page: 'same',
    marks: 0,
  });
});

test('nobody who has not completed the module is offered a refresher', () => {
  school.serve(newVersion(2, '<p>New words</p>'));
  expect(shown().newer).toBeNull();
  expect(() => startRefresher(school.attune, school.ta, { module: 'patterns' })).toThrow(
    /no refresher to take/,
  );
  startModule(school.attune, school.ta, { module: 'patterns' });
  expect(shown().newer).toBeNull();
});

test('whoever is part-way finishes on their version, and is offered the refresher after that', () => {
  const { attune, ta } = school;
  const enrolmentId = startModule(attune, ta, { module: 'patterns' });
  school.serve(newVersion(2, '<p>New words</p>'));
  expect(home().refreshers).toEqual([]);
  expect(startRefresher(attune, ta, { module: 'patterns' })).toBe(enrolmentId);
  for (const page of ['secure-base', 'labels']) continuePage(attune, ta, { enrolmentId, page });
  readSummary(attune, ta, { enrolmentId, scenario: 'im-fine' });
  quiz(enrolmentId, testBank);
  commitTo(attune, ta, { enrolmentId, what: 'Wait', when: '', know: '' });
  expect(currentEnrolment(attune.db, ta, 'patterns')).toMatchObject({
    version: 1,
    refreshes: null,
  });
  expect(currentEnrolment(attune.db, ta, 'patterns')?.completedAt).not.toBeNull();
  expect(home().refreshers).toMatchObject([{ module: 'patterns', from: 1, to: 2 }]);
});

test('the offer says what changed, page by page, and nothing is next because of it', () => {
  takeWhole();
  school.serve(newVersion(2, '<p>New words</p>'));
  expect(shown().newer).toEqual({
    from: { version: 1, contentHash: testModule.contentHash },
    to: 2,
    pages: [{ id: 'labels', title: 'Title of labels', change: 'changed' }],
    introduction: false,
    questions: 1,
    asked: 1,
    minutes: 4,
    nothingToDo: false,
  });
  expect(home()).toMatchObject({
    next: null,
    refreshers: [{ module: 'patterns', from: 1, to: 2, minutes: 4 }],
  });
});

test('a refresher asks for what changed; with it both versions are completed and on the record, which verifies', () => {
  const { attune, ta } = school;
  const before = takeWhole();
  const second = newVersion(2, '<p>New words</p>');
  school.serve(second);
  const earlier = mine()[0];
  const enrolmentId = startRefresher(attune, ta, { module: 'patterns', n: 1 });
  expect(startRefresher(attune, ta, { module: 'patterns', n: 1 })).toBe(enrolmentId);
  expect(home().next).toMatchObject({ refreshes: 1, minutes: 4, asked: null });
  expect(shown()).toMatchObject({ version: 2, mine: { total: 2, maySayKnown: false } });
  expect(() => sayKnownAlready(attune, ta, { enrolmentId })).toThrow(/only what changed/);

  continuePage(attune, ta, { enrolmentId, page: 'secure-base' });
  expect(shown().mine?.done).toBe(0);
  continuePage(attune, ta, { enrolmentId, page: 'labels' });
  expect(currentEnrolment(attune.db, ta, 'patterns')?.completedAt).toBeNull();
  expect(quiz(enrolmentId, bankOf(second))).toEqual(['asked-since-2-0']);

  const [first, refreshed] = mine();
  expect(first).toEqual(earlier);
  expect(refreshed).toMatchObject({ id: enrolmentId, version: 2, ruleVersion: 3 });
  expect(refreshed?.refreshes).toBe(testModule.contentHash);
  expect(startRefresher(attune, ta, { module: 'patterns', n: 1 })).toBe(enrolmentId);
  expect(shown().newer).toBeNull();
  expect(home().refreshers).toEqual([]);
  expect(home().done.map(({ version, refresher }) => [version, refresher])).toEqual([
    [2, true],
    [1, false],
  ]);

  const rows = attune.db.select().from(trainingRow).all();
  const open = rows.filter((row) => row.toSeq === null);
  expect(open).toMatchObject([
    { rowId: before, version: 1, cpdType: 'e-learning', status: 'current', publishedMinutes: 15 },
    { rowId: enrolmentId, version: 2, cpdType: 'refresher', status: 'current' },
  ]);
  expect(open[1]).toMatchObject({ publishedMinutes: 4, contentHash: second.contentHash });
  expect(dataOf('started').at(-1)).toMatchObject({
    refreshes: { version: 1, contentHash: testModule.contentHash },
  });
  expect(dataOf('completed').at(-1)).toMatchObject({
    refreshes: { version: 1, contentHash: testModule.contentHash },
    outcomes: ['Title of labels', 'Title of quiz'],
    cpdType: 'refresher',
  });
  const certificates = certificatesOf(attune.db, 'school', ta.personId);
  expect(certificates).toHaveLength(2);
  expect(certificates.find(({ version }) => version === 2)).toMatchObject({
    ...{ refreshes: 1, minutes: 4, status: 'valid' },
  });
  expect(rebuild(attune.db)).toBeNull();
  expect(verifyLive(attune.db, null, {}).join('\n')).toMatch(/Everything fits/);
});

function dataOf(verb: string): Record<string, unknown>[] {
  const rows = school.attune.db
    .select({ seq: event.seq, name: eventDetail.name, value: eventDetail.value })
    .from(event)
    .innerJoin(eventDetail, eq(eventDetail.eventId, event.id))
    .where(eq(event.verb, verb))
    .all();
  const bySeq = new Map<number, Record<string, unknown>>();
  for (const { seq, name, value } of rows) bySeq.set(seq, { ...bySeq.get(seq), [name]: value });
  return [...bySeq].sort(([a], [b]) => a - b).map(([, data]) => data);
}

test('as it was and as it is can both be opened, and a page that did not change says so', () => {
  const { attune, ta } = school;
  takeWhole();
  school.serve(newVersion(2, '<p>New words</p>'));
  startRefresher(attune, ta, { module: 'patterns' });
  const was = asItWas(attune, ta, 'patterns', testModule.contentHash);
  expect(JSON.stringify(was.pages)).toContain('<p>Labels</p>');
  const nothingAsked = { again: null, answered: null, reading: null };
  const page = (id: string) => modulePage(attune, ta, 'patterns', id, nothingAsked);
  expect(JSON.stringify(page('labels').segments)).toContain('<p>New words</p>');
  expect(page('labels')).toMatchObject({ place: { n: 1, of: 2 }, refreshes: { page: 'changed' } });
  expect(page('secure-base')).toMatchObject({
    ...{ place: null, page: { kind: 'extra' }, refreshes: { page: 'same' } },
  });
  expect(JSON.stringify(page('quiz').segments)).toContain('"size":1');
  const is = asItWas(attune, ta, 'patterns', 'hash-of-patterns-2');
  expect(is).toMatchObject({ refreshes: 1, version: 2 });
  expect(is.pages.map(({ id }) => id)).toEqual(['labels', 'quiz']);
});

test('without an item to ask there is no quiz, and Continue completes it', () => {
  const { attune, ta } = school;
  takeWhole();
  const second = newVersion(2, '<p>New words</p>', 0);
  school.serve(second);
  const enrolmentId = startRefresher(attune, ta, { module: 'patterns' });
  expect(() => openAttempt(attune, ta, { enrolmentId })).toThrow(/not part of the version/);
  continuePage(attune, ta, { enrolmentId, page: 'labels' });
  expect(mine().map(({ completedAt }) => completedAt === null)).toEqual([false, false]);
  expect(school.verbs(ta).slice(-2)).toEqual(['started', 'completed']);
});

test('whoever skipped a version is refreshed from the one they completed to the newest', () => {
  const { attune, ta } = school;
  takeWhole();
  school.serve(newVersion(2, '<p>New words</p>'));
  school.serve(newVersion(3, '<p>Newer words</p>', 2));
  expect(shown().newer).toMatchObject({ from: { version: 1 }, to: 3, questions: 2, asked: 2 });
  const enrolmentId = startRefresher(attune, ta, { module: 'patterns' });
  school.serve(newVersion(4, '<p>Newest words</p>'));
  continuePage(attune, ta, { enrolmentId, page: 'labels' });
  quiz(enrolmentId, bankOf(newVersion(3, '', 2)));
  expect(mine().map(({ version }) => version)).toEqual([1, 3]);
  expect(shown().newer).toMatchObject({ from: { version: 3 }, to: 4 });
});

test('the whole module can be taken again in place of a refresher, and then nothing is newer', () => {
  takeWhole();
  school.serve(newVersion(2, '<p>New words</p>'));
  takeWhole();
  expect(mine().map(({ version, refreshes }) => [version, refreshes])).toEqual([
    [1, null],
    [2, null],
  ]);
  expect(shown().newer).toBeNull();
});

test('a newer version that changed nothing to read or to ask is told, and starts nothing', () => {
  takeWhole();
  school.serve({
    ...testModule,
    version: 2,
    contentHash: 'a new introduction',
    intro: [prose('<p>Why it matters more</p>')],
  });
  expect(shown().newer).toMatchObject({ introduction: true, nothingToDo: true, pages: [] });
  expect(home().refreshers).toEqual([]);
  expect(() => startRefresher(school.attune, school.ta, { module: 'patterns' })).toThrow(
    /no refresher to take/,
  );
});

test('a refresher starts nothing anew: questions come back, and the look back is due, by the day the whole was completed', () => {
  const { attune, ta, other } = school;
  for (const who of [ta, other]) complete(on(attune, '2026-09-07'), who);
  school.serve(newVersion(2, '<p>New words</p>', 0));
  const later = on(attune, '2026-09-11');
  const enrolmentId = startRefresher(later, ta, { module: 'patterns' });
  continuePage(later, ta, { enrolmentId, page: 'labels' });
  expect(mine().map(({ completedAt }) => completedAt === null)).toEqual([false, false]);
  for (const day of ['2026-09-10', '2026-09-14', '2026-11-02', '2026-11-30']) {
    expect(afterwards(on(attune, day), ta)).toEqual(afterwards(on(attune, day), other));
  }
  expect(afterwards(on(attune, '2026-09-14'), ta).recall).not.toBeNull();
});
