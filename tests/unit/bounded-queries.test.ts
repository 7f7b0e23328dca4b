import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoaderFunctionArgs } from '@remix-run/node';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { assignModule } from '~/cohorts/assignments.server';
import { nameHead } from '~/cohorts/cohort-heads.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { bringListIn } from '~/cohorts/staff-list.server';
import { readConfig } from '~/config.server';
import type { Attune } from '~/context.server';
import { openCourse } from '~/course/course.server';
import { makeLink } from '~/governors/links.server';
import { createQuizCodes } from '~/learning/by-code/codes.server';
import { printSheets } from '~/learning/paper/print.server';
import { putDown } from '~/learning/together/put-down.server';
import { createTogether } from '~/learning/together/sessions.server';
import { passPage } from '~/learning/together/showing.server';
import { mailWaysIn } from '~/messages/ways-in.server';
import { loadKeyring } from '~/people/keyring.server';
import { startSession } from '~/people/session.server';
import { ensureSetupCode, setUpSchool } from '~/people/setup.server';
import { addPerson } from '~/people/staff.server';
import { markOf } from '~/people/staff-list/apply.server';
import { createImport, planImport, readOpenImport } from '~/people/staff-list/imports.server';
import { londonDate } from '~/record/london-date';
import { loadRecordKey } from '~/record/signing-key.server';
import { recordChange } from '~/school-changes/record-change.server';
import { writeAudit } from '~/school-changes/self-audit.server';
import { recordAttendance } from '~/training-sessions/attendance.server';
import { createList } from '~/training-sessions/lists/lists.server';
import { createSession } from '~/training-sessions/sessions.server';
import { migrateDb } from '~db/client.server';
import { demoSchool } from '~db/demo/staff';
import * as schema from '~db/schema';
import { DemoClock } from '../../scripts/demo/clock';
import { DemoLearner } from '../../scripts/demo/learner';
import { goodContent } from '../fixtures/content/copy-content';
import { seedPaper } from './rights/seed-paper';

const made = Date.parse('2026-11-20T12:00:00Z');
const slug = 'tiny';

/** A school of `n` learners, half of whom have completed the module, on a database that counts its statements. */
async function makeSchool(n: number) {
  let statements = 0;
  const client = new Database(':memory:', {
    verbose: () => {
      statements += 1;
    },
  });
  const db = drizzle(client, { schema });
  migrateDb(db);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'attune-queries-'));
  const clock = new DemoClock(made, 70);
  const log = pino({ level: 'silent' });
  const attune: Attune = {
    config: readConfig({ DATA_DIR: dataDir }),
    db,
    course: await openCourse({
      contentDir: goodContent,
      dataDir,
      db,
      now: clock.now,
      log,
      watch: false,
    }),
    keyring: loadKeyring(dataDir),
    recordKey: loadRecordKey(dataDir),
    now: clock.now,
    log,
  };
  const password = 'four kind words here';
  const { leadId, headId, schoolId } = await setUpSchool(attune, {
    code: ensureSetupCode(db, clock.now()) ?? '',
    schoolName: 'School',
    urn: null,
    whoToTell: demoSchool.whoToTell,
    lead: { name: 'Lead', email: 'lead@school.example', password },
    head: { name: 'Head', email: 'head@school.example', password },
  });
  const lead = { personId: leadId, schoolId, role: 'lead' as const };
  const cohortId = createCohort(attune, lead, 'All');
  const people = Array.from({ length: n }, (_, i) =>
    addPerson(attune, lead, {
      name: `Person ${i}`,
      email: `person${i}@school.example`,
      staffNumber: null,
      roleGroup: i % 2 ? 'teacher' : 'teaching assistant',
      contract: 'permanent',
      teams: [`Year ${i % 6}`],
      startDate: '2026-09-01',
    }),
  );
  addToCohort(attune, lead, cohortId, people);
  const assignment = assignModule(attune, lead, {
    cohortId,
    module: slug,
    dueOn: londonDate(made),
    paidMinutes: 15,
    paidTime: 'INSET',
  });
  nameHead(attune, lead, cohortId, people[0] ?? '');
  people.forEach((personId, i) => {
    if (i % 2) return;
    const actor = { personId, schoolId, role: 'staff' as const };
    new DemoLearner(attune, clock, actor, slug, i).take('met');
  });
  const recipients = people.map((personId, i) => ({
    personId,
    address: `person${i}@school.example`,
  }));
  mailWaysIn(attune, lead, { recipients, schoolName: 'School' });
  // Ten weeks on: questions have come back, and it is time to look back.
  clock.goTo(made);
  const text = [
    'Name,E-mail',
    ...people.map((_, i) => `Moved ${i},person${i}@school.example`),
  ].join('\n');
  const bringIn = () => createImport(attune, lead, { text, file: null });
  const done = bringIn();
  const plan = planImport(db, readOpenImport(db, schoolId, done), clock.now());
  bringListIn(attune, lead, done, markOf(plan));
  const imports = { open: bringIn(), done };
  const session = createSession(attune, lead, {
    ...{ title: 'A session', kind: 'INSET day', provider: null, heldOn: '2026-11-02' },
    ...{ minutes: 60, costPence: null, fund: null },
  });
  recordAttendance(attune, lead, session, people);
  const together = createTogether(attune, lead, {
    ...{ module: slug, cohortId, heldOn: '2026-11-02' },
  });
  passPage(attune, lead, { session: together, page: 'at-the-door' });
  putDown(attune, lead, together, people.slice(1));
  const past = people.map((_, i) => `person${i}@school.example,First aid,2025-09-01`);
  const list = createList(attune, lead, {
    ...{ text: ['E-mail,Course,Date', ...past].join('\n'), file: null, sessionId: null },
  });
  // As many changes, lines of the audit and so on as there are people.
  const change = people
    .map((_, i) =>
      recordChange(attune, lead, {
        ...{ kind: 'policy', themes: ['f'], owner: 'headteacher', changedOn: '2026-11-02' },
        ...{ reviewOn: null, what: `Change ${i}`, why: 'Because' },
      }),
    )
    .at(-1);
  writeAudit(attune, lead, 'f', 'As it stands');
  const half = people.filter((_, i) => i % 2);
  const first = seedPaper(attune, lead, slug, [half[0] ?? '', half[1] ?? '']);
  createQuizCodes(attune, lead, {
    ...{ module: slug, personIds: half, lastDay: londonDate(clock.now()) },
  });
  const { batch } = printSheets(attune, lead, { module: slug, personIds: half });
  const head = { personId: headId, schoolId, role: 'head' as const };
  const link = { label: 'Autumn', lastDay: londonDate(clock.now()), asAt: null };
  const { token } = makeLink(attune, head, link);
  const cookies = {
    lead: await startSession(attune, leadId, false),
    head: await startSession(attune, headId, false),
    learner: await startSession(attune, people[0] ?? '', false),
  };

  /** How many statements a page's loader makes the second time it is asked. */
  async function cost(page: PageAsked): Promise<number> {
    const { loader } = await page.file();
    const ask = () =>
      loader({
        request: new Request(`http://localhost:3000${page.url}`, {
          headers: { Cookie: cookies[page.as].split(';')[0] ?? '' },
        }),
        params: page.params ?? {
          ...{ person: people[1], cohort: cohortId, assignment, list, change, token },
          session: page.url.startsWith('/lead/together') ? together : session,
          import: imports[page.list ?? 'open'],
          ...{ batch, number: page.entered ? first.entered : first.number },
        },
        context: { attune, nonce: '', address: '127.0.0.1' },
      });
    await ask();
    const before = statements;
    await ask();
    return statements - before;
  }
  return { attune, cost };
}

interface PageAsked {
  url: string;
  as: 'lead' | 'head' | 'learner';
  params?: Record<string, string>;
  /** Which of two staff lists from a spreadsheet. */
  list?: 'open' | 'done';
  /** The sheet of paper that was typed in already. */
  entered?: true;
  file: () => Promise<{ loader: (args: LoaderFunctionArgs) => unknown }>;
}

const pages: PageAsked[] = [
  { url: '/learn', as: 'learner', file: () => import('~/pages/learn/home') },
  {
    url: `/learn/${slug}`,
    as: 'learner',
    params: { module: slug },
    file: () => import('~/pages/learn/module'),
  },
  ...['at-the-door', 'quiz'].map(
    (page): PageAsked => ({
      url: `/learn/${slug}/${page}`,
      as: 'learner',
      params: { module: slug, page },
      file: () => import('~/pages/learn/page'),
    }),
  ),
  { url: '/roles', as: 'lead', file: () => import('~/pages/lead/roles') },
  { url: '/recall', as: 'learner', file: () => import('~/pages/learn/recall') },
  {
    url: `/follow-up/${slug}`,
    as: 'learner',
    params: { module: slug },
    file: () => import('~/pages/learn/follow-up'),
  },
  { url: '/my-cohort/x', as: 'learner', file: () => import('~/pages/learn/my-cohort') },
  { url: '/practice', as: 'learner', file: () => import('~/pages/learn/practice') },
  { url: '/account', as: 'learner', file: () => import('~/pages/account/account') },
  { url: '/account/record', as: 'learner', file: () => import('~/pages/account/record') },
  { url: '/account/words', as: 'learner', file: () => import('~/pages/account/words') },
  { url: '/lead', as: 'lead', file: () => import('~/pages/lead/grid') },
  { url: '/lead/friday', as: 'lead', file: () => import('~/pages/lead/friday') },
  { url: '/lead/joined?show=all', as: 'lead', file: () => import('~/pages/lead/joined') },
  { url: '/lead/people', as: 'lead', file: () => import('~/pages/lead/people') },
  { url: '/lead/staff-list', as: 'lead', file: () => import('~/pages/lead/staff-list') },
  ...['ask', 'missing', 'same'].map(
    (kind): PageAsked => ({
      url: `/lead/staff-list/x?kind=${kind}`,
      as: 'lead',
      file: () => import('~/pages/lead/staff-list-check'),
    }),
  ),
  {
    url: '/lead/staff-list/x',
    as: 'lead',
    list: 'done',
    file: () => import('~/pages/lead/staff-list-check'),
  },
  {
    url: '/lead/staff-list/x/undo',
    as: 'lead',
    list: 'done',
    file: () => import('~/pages/lead/staff-list-undo'),
  },
  { url: '/lead/people/x', as: 'lead', file: () => import('~/pages/lead/person') },
  { url: '/lead/people/x/leave', as: 'lead', file: () => import('~/pages/lead/leave') },
  { url: '/lead/settings', as: 'lead', file: () => import('~/pages/lead/settings') },
  { url: '/lead/pathways', as: 'lead', file: () => import('~/pages/lead/pathways') },
  { url: '/lead/settings/teams', as: 'lead', file: () => import('~/pages/lead/teams') },
  {
    url: '/lead/term-dates/calendar',
    as: 'lead',
    file: () => import('~/pages/lead/calendar-file'),
  },
  { url: '/lead/term-dates', as: 'lead', file: () => import('~/pages/lead/term-dates') },
  { url: '/lead/cohorts', as: 'lead', file: () => import('~/pages/lead/cohorts') },
  { url: '/lead/cohorts/x', as: 'lead', file: () => import('~/pages/lead/cohort') },
  { url: '/lead/cohorts/x/rule', as: 'lead', file: () => import('~/pages/lead/cohort-rule') },
  { url: '/lead/people/x/asked', as: 'lead', file: () => import('~/pages/lead/asked') },
  { url: '/lead/cohorts/x/pathway', as: 'lead', file: () => import('~/pages/lead/give-pathway') },
  { url: '/lead/cohorts/x/given/x', as: 'lead', file: () => import('~/pages/lead/given') },
  { url: '/lead/sessions', as: 'lead', file: () => import('~/pages/sessions/sessions') },
  { url: '/lead/sessions/new', as: 'lead', file: () => import('~/pages/sessions/new-session') },
  { url: '/lead/sessions/past', as: 'lead', file: () => import('~/pages/sessions/past-training') },
  ...['?from=all', ''].map(
    (query): PageAsked => ({
      url: `/lead/sessions/x${query}`,
      as: 'lead',
      file: () => import('~/pages/sessions/session'),
    }),
  ),
  {
    url: '/lead/sessions/x/correct',
    as: 'lead',
    file: () => import('~/pages/sessions/correct-session'),
  },
  {
    url: '/lead/sessions/lists/x',
    as: 'lead',
    file: () => import('~/pages/sessions/training-list'),
  },
  { url: '/lead/together', as: 'lead', file: () => import('~/pages/lead/together') },
  ...['', '?from=all'].map(
    (query): PageAsked => ({
      url: `/lead/together/x${query}`,
      as: 'lead',
      file: () => import('~/pages/lead/together-session'),
    }),
  ),
  { url: '/lead/together/x/show', as: 'lead', file: () => import('~/pages/lead/together-show') },
  ...['', `?module=${slug}`].map(
    (query): PageAsked => ({
      url: `/lead/quiz-on-paper${query}`,
      as: 'lead',
      file: () => import('~/pages/lead/quiz-on-paper'),
    }),
  ),
  {
    url: `/lead/quiz-codes?module=${slug}`,
    as: 'lead',
    file: () => import('~/pages/lead/quiz-codes'),
  },
  {
    url: '/lead/quiz-on-paper/print/x',
    as: 'lead',
    file: () => import('~/pages/lead/quiz-on-paper-print'),
  },
  {
    url: '/lead/quiz-on-paper/x',
    as: 'lead',
    file: () => import('~/pages/lead/quiz-on-paper-enter'),
  },
  {
    url: '/lead/quiz-on-paper/x/take-back',
    as: 'lead',
    entered: true,
    file: () => import('~/pages/lead/quiz-on-paper-take-back'),
  },
  { url: '/lead/assign', as: 'lead', file: () => import('~/pages/lead/assign') },
  { url: '/lead/modules', as: 'lead', file: () => import('~/pages/lead/modules') },
  {
    url: `/lead/modules/${slug}/hard`,
    as: 'lead',
    params: { module: slug },
    file: () => import('~/pages/lead/hard'),
  },
  {
    url: `/lead/modules/${slug}/staff-meeting`,
    as: 'lead',
    params: { module: slug },
    file: () => import('~/pages/lead/staff-meeting'),
  },
  { url: '/lead/reminders', as: 'lead', file: () => import('~/pages/lead/reminders') },
  { url: '/lead/ways-in', as: 'lead', file: () => import('~/pages/lead/outbox-ways-in') },
  { url: '/lead/outbox', as: 'lead', file: () => import('~/pages/lead/outbox') },
  { url: '/lead/outbox/print', as: 'lead', file: () => import('~/pages/lead/outbox-print') },
  { url: '/account/reminders', as: 'learner', file: () => import('~/pages/account/reminders') },
  { url: '/lead/reports', as: 'lead', file: () => import('~/pages/lead/reports') },
  {
    url: '/lead/before-you-start',
    as: 'head',
    file: () => import('~/pages/lead/before-you-start'),
  },
  { url: '/lead/before-you-start/slides', as: 'head', file: () => import('~/pages/lead/slides') },
  {
    url: `/read/${slug}`,
    as: 'head',
    params: { module: slug },
    file: () => import('~/pages/lead/read-it-all'),
  },
  {
    url: '/guide/a-quiet-minute',
    as: 'learner',
    params: { guide: 'a-quiet-minute' },
    file: () => import('~/pages/learn/guide'),
  },
  {
    url: `/something-wrong/${slug}/quiz`,
    as: 'learner',
    params: { module: slug, page: 'quiz' },
    file: () => import('~/pages/learn/something-wrong'),
  },
  { url: '/evidence', as: 'head', file: () => import('~/pages/evidence/coverage') },
  { url: '/evidence?asAt=2026-11-01', as: 'head', file: () => import('~/pages/evidence/coverage') },
  { url: '/evidence/record', as: 'head', file: () => import('~/pages/evidence/record') },
  { url: '/evidence/summary', as: 'head', file: () => import('~/pages/evidence/summary') },
  { url: '/evidence/governors', as: 'head', file: () => import('~/pages/evidence/governors') },
  { url: '/governors/x', as: 'head', file: () => import('~/pages/public/governors') },
  { url: '/evidence/access', as: 'head', file: () => import('~/pages/evidence/access') },
  { url: '/evidence/frameworks', as: 'head', file: () => import('~/pages/evidence/frameworks') },
  {
    url: '/evidence/frameworks/example-standard',
    as: 'head',
    params: { framework: 'example-standard' },
    file: () => import('~/pages/evidence/frameworks-one'),
  },
  {
    url: '/evidence/frameworks/example-standard/welcome',
    as: 'lead',
    params: { framework: 'example-standard', topic: 'welcome' },
    file: () => import('~/pages/evidence/frameworks-line'),
  },
  { url: '/evidence/impact', as: 'head', file: () => import('~/pages/evidence/impact') },
  { url: '/evidence/impact/new', as: 'head', file: () => import('~/pages/evidence/impact-new') },
  { url: '/evidence/changes', as: 'head', file: () => import('~/pages/evidence/changes') },
  {
    url: '/evidence/changes/new',
    as: 'head',
    file: () => import('~/pages/evidence/changes-new'),
  },
  {
    url: '/evidence/changes/policies',
    as: 'head',
    file: () => import('~/pages/evidence/changes-policies'),
  },
  {
    url: '/evidence/changes/self-audit',
    as: 'head',
    file: () => import('~/pages/evidence/changes-self-audit'),
  },
  {
    url: '/evidence/changes/self-audit/f',
    as: 'lead',
    params: { theme: 'f' },
    file: () => import('~/pages/evidence/changes-self-audit-line'),
  },
  { url: '/evidence/changes/x', as: 'lead', file: () => import('~/pages/evidence/changes-one') },
  {
    url: '/evidence/changes/x/correct',
    as: 'lead',
    file: () => import('~/pages/evidence/changes-correct'),
  },
];

test('every page makes as many queries for forty people as for four, and no more than twenty', async () => {
  const [small, large] = [await makeSchool(4), await makeSchool(40)];
  for (const page of pages) {
    const cost = await small.cost(page);
    expect(cost, page.url).toBeLessThanOrEqual(20);
    expect(await large.cost(page), page.url).toBe(cost);
  }
}, 120_000);
