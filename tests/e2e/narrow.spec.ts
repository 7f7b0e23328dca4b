import { assignModule } from '~/cohorts/assignments.server';
import { nameHead } from '~/cohorts/cohort-heads.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { copyPathway } from '~/cohorts/school-pathways.server';
import { makeLink } from '~/governors/links.server';
import { startModule } from '~/learning/start.server';
import { putDown } from '~/learning/together/put-down.server';
import { createTogether } from '~/learning/together/sessions.server';
import { passPage } from '~/learning/together/showing.server';
import { recordLeaving } from '~/people/staff.server';
import { addDays, londonDate } from '~/record/london-date';
import { correctMeasure, type Measured, writeMeasure } from '~/school-changes/impact.server';
import { recordChange } from '~/school-changes/record-change.server';
import { writeAudit } from '~/school-changes/self-audit.server';
import { recordAttendance } from '~/training-sessions/attendance.server';
import { createList } from '~/training-sessions/lists/lists.server';
import { createSession } from '~/training-sessions/sessions.server';
import type { Role } from '~db/schema';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { type Someone, someone, unique } from './support/people';
import { expect, test } from './support/test';
import type { World } from './support/world';

const modules = await modulesOnDisk();

/** What one walk looks at: pages of one role, few enough for one test's time. */
interface Walk {
  of: string;
  role: Role;
  pages: (world: World, who: Someone) => string[];
}

const account = ['/account', '/account/record', '/account/words', '/account/reminders'];
const recordAndAccount = [
  '/evidence/record?completed=whole&staff=then',
  '/evidence/people',
  ...account,
];

/** Every main page of each role, whatever modules there are. */
const walks: Walk[] = [
  {
    of: 'a head',
    role: 'head',
    pages: () => [
      '/evidence',
      '/evidence/summary?register=yes',
      '/evidence/summary/words',
      ...recordAndAccount,
    ],
  },
  {
    of: 'a head, about who may look',
    role: 'head',
    pages: ({ attune, head }) => {
      const link = {
        label: `Autumn meeting ${unique()}`,
        lastDay: londonDate(attune.now()),
        asAt: null,
      };
      const { token } = makeLink(attune, head, link);
      return ['/evidence/governors', '/evidence/access', `/governors/${token}`];
    },
  },
  { of: 'a head, about what changed', role: 'head', pages: aboutChanges },
  { of: 'a head, about impact and frameworks', role: 'head', pages: aboutImpact },
  { of: 'a lead, about people', role: 'lead', pages: aboutPeople },
  { of: 'a lead, about cohorts', role: 'lead', pages: aboutCohorts },
  { of: 'a lead, about sessions', role: 'lead', pages: aboutSessions },
  { of: 'a lead, about the school', role: 'lead', pages: aboutSchool },
  {
    of: 'a trust lead',
    role: 'trust lead',
    pages: ({ lead }) => [
      '/trust',
      `/trust/schools/${lead.schoolId}`,
      '/trust/pathway?pathway=all-staff-core&startsOn=2027-01-04',
      '/trust/leads',
    ],
  },
  {
    of: 'someone on the staff list',
    role: 'staff',
    pages: (world, who) => [
      ...['/learn', '/recall', '/practice', ...account, '/privacy', '/accessibility'],
      ledBy(world, who),
    ],
  },
  ...modules.flatMap(({ slug, title, pages }): Walk[] => [
    {
      of: `“${title}”`,
      role: 'staff',
      pages: () => [`/learn/${slug}`, ...pages.map((page) => `/learn/${slug}/${page.id}`)],
    },
    {
      of: `“${title}” as the lead reads it`,
      role: 'lead',
      pages: () => [`/lead/modules/${slug}/preview`, `/read/${slug}`],
    },
  ]),
];

function aboutPeople(world: World): string[] {
  const member = someone(world, { teams: ['Year 4', 'Phonics'] });
  const leaver = someone(world);
  recordLeaving(world.attune, world.lead, leaver.personId, londonDate(world.attune.now()));
  return [
    '/lead',
    '/lead/friday',
    '/lead/joined',
    '/lead/people',
    '/lead/people/new',
    `/lead/people/${member.personId}`,
    `/lead/people/${member.personId}/way-in`,
    `/lead/people/${member.personId}/leave`,
    `/lead/people/${member.personId}/asked`,
    `/lead/people/${member.personId}/completions`,
    `/lead/people/${leaver.personId}`,
  ];
}

function aboutCohorts({ attune, lead }: World): string[] {
  const cohortId = createCohort(attune, lead, `Narrow ${unique()}`);
  const inAMonth = addDays(londonDate(attune.now()), 30);
  const given = assignModule(attune, lead, {
    ...{ cohortId, module: modules[0]?.slug ?? '', paidMinutes: 30, paidTime: 'INSET' },
    dueOn: inAMonth,
  });
  return [
    '/lead/cohorts',
    `/lead/cohorts/${cohortId}`,
    `/lead/cohorts/${cohortId}/rule`,
    `/lead/cohorts/${cohortId}/given/${given}`,
    `/lead/cohorts/${cohortId}/pathway?pathway=all-staff-core&startsOn=${inAMonth}`,
    '/lead/assign',
    '/lead/pathways',
    `/lead/quiz-on-paper?module=${modules[0]?.slug}`,
    `/lead/pathways/${copyPathway(attune, lead, 'all-staff-core')}`,
  ];
}

function aboutSessions(world: World): string[] {
  const member = someone(world);
  const session = createSession(world.attune, world.lead, {
    ...{ title: 'A session with quite a long title', kind: 'INSET day', provider: 'Somebody' },
    ...{ heldOn: '2026-02-02', minutes: 90, costPence: 42_000, fund: 'other' },
  });
  recordAttendance(world.attune, world.lead, session, [member.personId]);
  const list = createList(world.attune, world.lead, {
    text: `Name,Course,Date\n${member.name},First aid for everyone who works here,2025-09-01`,
    ...{ file: null, sessionId: null },
  });
  const together = createTogether(world.attune, world.lead, {
    ...{ module: modules[0]?.slug ?? '', cohortId: null, heldOn: '2026-02-02' },
  });
  passPage(world.attune, world.lead, { session: together, page: modules[0]?.pages[0]?.id ?? '' });
  putDown(world.attune, world.lead, together, [member.personId]);
  return [
    '/lead/sessions',
    '/lead/sessions/new',
    '/lead/sessions/past',
    `/lead/sessions/${session}?from=all`,
    `/lead/sessions/${session}/correct`,
    `/lead/sessions/lists/${list}`,
    '/lead/together',
    `/lead/together/${together}`,
    `/lead/together/${together}/show`,
  ];
}

function aboutChanges({ attune, lead }: World): string[] {
  const change = recordChange(attune, lead, {
    ...{ kind: 'policy', themes: ['a', 'f'], owner: 'phase, year or department lead' },
    ...{ changedOn: '2026-02-02', reviewOn: '2026-03-02' },
    what: 'The behaviour policy says “pause and repair” where it said “sanction ladder”.',
    why: 'Staff had practised it for a term, and the policy said something else.',
  });
  writeAudit(attune, lead, 'f', 'Two lines of the policy changed this year.');
  return [
    '/evidence/changes',
    '/evidence/changes/new',
    '/evidence/changes/policies',
    '/evidence/changes/self-audit',
    '/evidence/changes/self-audit/f',
    `/evidence/changes/${change}`,
    `/evidence/changes/${change}/correct`,
  ];
}

function aboutImpact({ attune, lead }: World): string[] {
  const measured: Measured = {
    ...{ level: 5, what: 'Suspensions in Years 3 to 6', figure: 'count', unit: 'suspensions' },
    ...{ before: '14', after: '9', beforeOf: null, afterOf: null },
    ...{ beforePeriod: 'Autumn term 2024', afterPeriod: 'Autumn term 2025' },
    ...{ beforeUntil: '2024-12-20', afterUntil: '2025-12-19' },
    ...{ source: 'The school census', alsoChanged: 'A new deputy head, and a smaller Year 6.' },
  };
  const first = writeMeasure(attune, lead, measured);
  correctMeasure(attune, lead, first, { ...measured, after: '8' });
  return [
    '/evidence/impact',
    '/evidence/impact/new',
    '/evidence/frameworks',
    '/evidence/frameworks/whole-school-a-j',
    '/evidence/frameworks/dfe-pd-standard',
    '/evidence/frameworks/nice-ng26/support',
    '/evidence/designated-teacher',
  ];
}

function aboutSchool(): string[] {
  return [
    '/lead/modules',
    '/lead/settings',
    '/lead/settings/teams',
    '/lead/settings/role-names',
    '/lead/settings/school-name',
    '/lead/who-to-tell',
    '/lead/term-dates',
    '/lead/term-dates/calendar',
    '/lead/reminders',
    '/lead/ways-in',
    '/lead/outbox',
  ];
}

/** The page of a cohort that someone leads. */
function ledBy({ attune, lead }: World, { personId }: Someone): string {
  const cohort = createCohort(attune, lead, `Led ${unique()}`);
  addToCohort(attune, lead, cohort, [personId]);
  nameHead(attune, lead, cohort, personId);
  return `/my-cohort/${cohort}`;
}

for (const { of, role, pages } of walks) {
  test(`320 px wide, no page of ${of} scrolls sideways, and axe finds nothing`, async ({
    visit,
    world,
  }) => {
    const who = someone(world, { role });
    if (role === 'staff') {
      for (const { slug } of modules) startModule(world.attune, who, { module: slug });
    }
    const page = await visit(who, { viewport: { width: 320, height: 640 } });
    for (const path of pages(world, who)) {
      const answer = await page.goto(path);
      expect.soft(answer?.status(), path).toBe(200);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${path} is ${width} px wide`).toBeLessThanOrEqual(320);
      await expect.soft(page.locator('h1')).toHaveCount(1);
      await expectAccessible(page);
    }
  });
}

test('320 px wide, nor does any page that anyone may open', async ({ visit }) => {
  const page = await visit(null, { viewport: { width: 320, height: 640 } });
  for (const path of [
    '/',
    '/sign-in',
    '/join',
    '/setup',
    '/verify',
    '/governors/x',
    '/privacy',
    '/accessibility',
  ]) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, `${path} is ${width} px wide`).toBeLessThanOrEqual(320);
    await expectAccessible(page);
  }
});
