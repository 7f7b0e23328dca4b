import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sizeNow } from '~/record/as-at.server';
import { certificatesOf } from '~/record/certificates.server';
import { ledBy } from '~/record/together.server';
import { togetherSession as sessionTable } from '~db/schema';
import { currentEnrolment } from '../enrolments.server';
import { learnerHome } from '../home.server';
import { overview } from '../overview.server';
import { continuePage } from '../pages.server';
import { readSummary } from '../scenarios.server';
import { startModule } from '../start.server';
import { testModule } from '../test-module';
import { countSince } from './count-since.server';
import { meaningOf } from './meaning.server';
import { putDown } from './put-down.server';
import {
  createTogether,
  dropTogether,
  listTogether,
  moveTogether,
  pagesShown,
  togetherSession,
} from './sessions.server';
import { chooseTogether, countShown, endScenario, passPage, startOver } from './showing.server';
import { stage } from './stage.server';
import { takeOff } from './take-off.server';
import { factsOf, holds, makeGroup, takesQuiz } from './test-group';
import { shownOf } from './what-counts';
import { attendancesOf, whoWasThere } from './who-was-there.server';

const reason = 'recorded for the wrong person';

test('what is passed with Next is noted, a scenario when it ends, and the quiz is not shown', () => {
  const { attune, lead, session } = makeGroup();
  const id = session([]);
  const at = (page: string) => ({ session: id, page });
  passPage(attune, lead, at('secure-base'));
  passPage(attune, lead, at('secure-base'));
  passPage(attune, lead, at('im-fine'));
  expect(pagesShown(attune.db, id)).toEqual([{ page: 'secure-base', counts: true }]);
  for (const page of ['quiz', 'one-thing', 'nowhere'])
    expect(() => passPage(attune, lead, at(page))).toThrow(/no such page/);

  const example = at('im-fine');
  expect(() => endScenario(attune, lead, { ...example, how: 'debrief' })).toThrow(/after an end/);
  chooseTogether(attune, lead, { ...example, n: 0, choice: 2 });
  chooseTogether(attune, lead, { ...example, n: 0, choice: 0 });
  expect(() => chooseTogether(attune, lead, { ...example, n: 1, choice: 9 })).toThrow(/one of/);
  chooseTogether(attune, lead, { ...example, n: 1, choice: 1 });
  expect(togetherSession(attune.db, 'school', id).ways).toEqual({ 'im-fine': [2, 1] });
  endScenario(attune, lead, { ...example, how: 'debrief' });
  startOver(attune, lead, example);
  expect(pagesShown(attune.db, id).map(({ page }) => page)).toEqual(['secure-base', 'im-fine']);
  countShown(attune, lead, id, {
    offered: ['secure-base', 'im-fine', 'nowhere'],
    ticked: ['im-fine'],
  });
  expect(pagesShown(attune.db, id)).toContainEqual({ page: 'secure-base', counts: false });
});

test('the screen holds no answer that was not asked for, no consequence not reached, and no quiz', () => {
  const { attune, lead, session } = makeGroup();
  const made = togetherSession(attune.db, 'school', session([]));
  const on = (page?: string, means: string | null = null, look: 'debrief' | null = null) =>
    stage(attune, made, new Set(), page, { means, look });
  expect(on()).toMatchObject({ page: null, next: { id: 'secure-base' }, outcomes: { length: 5 } });
  const page = on('secure-base');
  expect(page).toMatchObject({ place: { n: 1, of: 4 }, before: null, next: { id: 'labels' } });
  expect(JSON.stringify(page)).not.toMatch(/Explained|"right"/);
  expect(JSON.stringify(on('secure-base', 'pre-check'))).toContain('Explained: pre-check');
  const example = on('im-fine', null, 'debrief');
  expect(JSON.stringify(example)).not.toMatch(/debrief<|escalates|torn page/);
  expect(example.next).toMatchObject({ id: 'one-thing' });
  expect(on('one-thing')).toMatchObject({ before: { id: 'im-fine' }, next: null });
  expect(() => on('quiz')).toThrow(/no such page/);
  expect(lead.role).toBe('lead');
});

test('whoever was there has the pages and the scenario, and only the quiz and one thing to try are left', () => {
  const group = makeGroup();
  const { attune, lead, ta, verbs, lines } = group;
  const id = group.session();
  expect(putDown(attune, lead, id, [ta.personId])).toEqual({ counted: 1, nothing: 0 });
  expect(verbs(ta)).toEqual(['joined', 'started', 'did together', 'scenario ended']);
  expect(factsOf(group, ta)).toMatchObject({
    pages: ['secure-base', 'labels'],
    scenarios: ['im-fine'],
  });
  const { next } = learnerHome(attune, ta, []);
  expect(next?.underWay).toMatchObject({
    ...{ done: 3, total: 5, next: { page: 'quiz' } },
    together: {
      sessions: [{ session: id, heldOn: '2026-09-03', leader: 'Rosalind Avery' }],
      left: [{ kind: 'quiz' }, { kind: 'commit' }],
    },
  });
  expect(overview(attune, ta, 'patterns').mine).toMatchObject({ maySayKnown: false, fresh: false });
  expect(lines(ta)).toMatchObject([
    { status: 'in progress', startedOn: '2026-09-03', recordedOn: '2026-09-07' },
  ]);
  takesQuiz(group, ta);
  expect(lines(ta)).toMatchObject([
    { status: 'current', cpdType: 'together', together: [{ session: id, ledBy: lead.personId }] },
  ]);
  const [certificate] = certificatesOf(attune.db, 'school', ta.personId);
  const told = ledBy(
    attune.db,
    'school',
    sizeNow(attune.db, 'school'),
    certificate?.together ?? [],
  );
  expect(certificate?.together.map(told)).toEqual([
    { session: id, heldOn: '2026-09-03', leader: 'Rosalind Avery' },
  ]);
  holds(group);
});

test('nothing counts twice: sent again, shown again, or read alone as well', () => {
  const group = makeGroup();
  const { attune, lead, ta, verbs, lines } = group;
  const id = group.session();
  putDown(attune, lead, id, [ta.personId, ta.personId]);
  const before = verbs(ta);
  expect(putDown(attune, lead, id, [ta.personId])).toEqual({ counted: 0, nothing: 0 });
  expect(verbs(ta)).toEqual(before);
  // The same pages in another meeting: it is on the record that they were there, and the example ended once.
  putDown(attune, lead, group.session(undefined, '2026-09-04'), [ta.personId]);
  expect(verbs(ta)).toEqual([...before, 'did together']);
  const enrolmentId = currentEnrolment(attune.db, ta, 'patterns')?.id ?? '';
  for (const page of ['secure-base', 'labels']) continuePage(attune, ta, { enrolmentId, page });
  readSummary(attune, ta, { enrolmentId, scenario: 'im-fine' });
  takesQuiz(group, ta);
  expect(verbs(ta).filter((verb) => verb === 'completed')).toHaveLength(1);
  expect(lines(ta)).toMatchObject([{ cpdType: 'e-learning', together: { length: 2 } }]);
  expect(certificatesOf(attune.db, 'school', ta.personId)).toMatchObject([{ together: [] }]);
  holds(group);
});

test('who completed it before is told that nothing changes, and nothing does', () => {
  const group = makeGroup();
  const { attune, lead, ta, verbs } = group;
  putDown(attune, lead, group.session(), [ta.personId]);
  takesQuiz(group, ta);
  const before = verbs(ta);
  const id = group.session(undefined, '2026-09-05');
  const session = togetherSession(attune.db, 'school', id);
  const shown = shownOf(testModule, new Set(['labels']));
  expect(meaningOf(attune, 'school', session, shown)(ta.personId)).toEqual({
    ...{ kind: 'done before', version: 1 },
  });
  expect(putDown(attune, lead, id, [ta.personId])).toEqual({ counted: 0, nothing: 1 });
  expect(verbs(ta)).toEqual(before);
  expect(attendancesOf(attune.db, 'school', id)).toMatchObject([{ outcome: 'done before' }]);
  expect(takeOff(attune, lead, id, [ta.personId], reason)).toEqual({ takenOff: 1, withdrawn: 0 });
  expect(verbs(ta)).toEqual(before);
});

test('on another version only what reads the same there counts, or nothing and why', () => {
  const group = makeGroup();
  const { attune, lead, ta, other } = group;
  startModule(attune, ta, { module: 'patterns' });
  const other2 = {
    ...testModule,
    ...{ version: 2, contentHash: 'hash-of-patterns-2' },
    pages: testModule.pages.map((page) =>
      page.id === 'labels'
        ? { ...page, segments: [{ type: 'prose' as const, html: '<p>Otherwise</p>' }] }
        : page,
    ),
  };
  group.serve(other2);
  const id = group.session();
  const meaning = meaningOf(
    ...([attune, 'school', togetherSession(attune.db, 'school', id)] as const),
    shownOf(other2, new Set(['secure-base', 'labels', 'im-fine'])),
  );
  expect(meaning(ta.personId)).toEqual({ kind: 'counts', n: 2, of: 3 });
  expect(meaning(other.personId)).toEqual({ kind: 'starts', exempt: false });
  putDown(attune, lead, id, [ta.personId, other.personId]);
  expect(factsOf(group, ta)).toMatchObject({ pages: ['secure-base'], scenarios: ['im-fine'] });
  expect(factsOf(group, other)).toMatchObject({ pages: ['secure-base', 'labels'] });
  const only = group.session(['labels'], '2026-09-04');
  expect(putDown(attune, lead, only, [ta.personId])).toEqual({ counted: 0, nothing: 1 });
  expect(attendancesOf(attune.db, 'school', only)).toMatchObject([{ outcome: 'reads otherwise' }]);
  holds(group);
});

test('what is settled stays, what is still to come is not recorded, and nothing of another school is there', () => {
  const group = makeGroup();
  const { attune, lead, ta } = group;
  const id = group.session([]);
  expect(() => putDown(attune, lead, id, [ta.personId])).toThrow(/Nothing was shown/);
  group.shows(id, ['labels']);
  expect(() => putDown(attune, lead, id, [])).toThrow(/Tick whoever/);
  expect(() => putDown(attune, lead, id, ['nobody'])).toThrow(/not on your staff/);
  moveTogether(attune, lead, id, '2026-12-01');
  expect(() => putDown(attune, lead, id, [ta.personId])).toThrow(/still to come/);
  moveTogether(attune, lead, id, '2026-09-02');
  putDown(attune, lead, id, [ta.personId]);
  countShown(attune, lead, id, { offered: ['labels'], ticked: [] });
  expect(pagesShown(attune.db, id)).toEqual([{ page: 'labels', counts: true }]);
  for (const act of [
    () => moveTogether(attune, lead, id, '2026-09-01'),
    () => dropTogether(attune, lead, id),
  ])
    expect(act).toThrow(/on the record|put down/);
  const stranger = { ...lead, schoolId: 'elsewhere' };
  for (const act of [
    () => togetherSession(attune.db, 'elsewhere', id),
    () => passPage(attune, stranger, { session: id, page: 'labels' }),
    () => putDown(attune, stranger, id, [ta.personId]),
    () => takeOff(attune, stranger, id, [ta.personId], reason),
    () => moveTogether(attune, stranger, id, '2026-09-01'),
    () => countShown(attune, stranger, id, { offered: ['labels'], ticked: [] }),
    () => countSince(attune, stranger, id),
    () => dropTogether(attune, stranger, id),
  ])
    expect(act).toThrow(/no such session/);
  expect(whoWasThere(attune.db, 'elsewhere', id)).toEqual([]);
  expect(listTogether(attune.db, 'elsewhere')).toEqual([]);
  expect(() =>
    createTogether(attune, lead, { module: 'x', cohortId: null, heldOn: '2026-09-01' }),
  ).toThrow(/Choose a module/);
  expect(() =>
    createTogether(attune, lead, { module: 'patterns', cohortId: 'x', heldOn: '2026-09-01' }),
  ).toThrow(/cohort of your school/);
  const gone = group.session();
  dropTogether(attune, lead, gone);
  expect(attune.db.select().from(sessionTable).where(eq(sessionTable.id, gone)).all()).toEqual([]);
});
