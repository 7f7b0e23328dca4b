import { eq, isNotNull, sql } from 'drizzle-orm';
import { assignModule } from '~/cohorts/assignments.server';
import { nameHead } from '~/cohorts/cohort-heads.server';
import { setRule } from '~/cohorts/cohort-rules.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { givePathway, modulesGiven } from '~/cohorts/given-pathways.server';
import { addToCohort } from '~/cohorts/members.server';
import { stepDates } from '~/cohorts/pace';
import { pathwayOnOffer } from '~/cohorts/pathways.server';
import { saveSchoolDates } from '~/cohorts/school-calendar.server';
import { addToStaff } from '~/cohorts/staff-changes.server';
import { calendarOf } from '~/cohorts/year-in-words';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { nameDeputy } from '~/people/deputies.server';
import { setRoleNames } from '~/people/role-names.server';
import { giveRole } from '~/people/roles.server';
import { ensureSetupCode, setUpSchool } from '~/people/setup.server';
import { recordLeaving } from '~/people/staff.server';
import { createWayIn, joinWithCode } from '~/people/way-in.server';
import { setWillNotChange } from '~/people/will-not-change.server';
import { londonDate } from '~/record/london-date';
import {
  type DemoPerson,
  demoSchool,
  demoStaff,
  type Learned,
  schoolBeganDaysAgo,
} from '~db/demo/staff';
import { enrolment, event, person } from '~db/schema';
import { notePractice, recallWell } from './afterwards';
import { chance } from './chance';
import { planChanges } from './changes';
import type { DemoClock } from './clock';
import { DemoLearner } from './learner';
import { planLooks } from './looks';
import { handOutReminders, writeTwoLinks } from './messages';

import { planSessions } from './sessions';
import { autumnList, bringIn, personWith } from './staff-list';
import { planTogether } from './together';
import { demoDates } from './year';

const password = 'attachment-aware';
const friday = 5;
const cohorts = ['classroom', 'teachers', 'midday and site'] as const;
const titles = {
  classroom: 'Teaching assistants',
  teachers: 'Teachers',
  'midday and site': 'Midday, office and site',
};
/** What each cohort was given, in order: when, and when it was due, in days ago (negative: still to come). */
const given: Record<(typeof cohorts)[number], [Given, ...Given[]]> = {
  classroom: [
    { module: 'attachment-patterns', daysAgo: 214, dueDaysAgo: 150 },
    { module: 'internal-working-models', daysAgo: 130, dueDaysAgo: -13 },
    { module: 'co-regulation', daysAgo: 62, dueDaysAgo: -69 },
  ],
  teachers: [
    { module: 'attachment-patterns', daysAgo: 150, dueDaysAgo: 80 },
    { module: 'restorative-practice', daysAgo: 70, dueDaysAgo: -27 },
  ],
  'midday and site': [{ module: 'starter', daysAgo: 84, dueDaysAgo: 10 }],
};
interface Given {
  module: string;
  daysAgo: number;
  dueDaysAgo: number;
}
/** Before those on it began. */
const listBroughtDaysAgo = 83;
/** The time each cohort is paid for; on which weekday, Monday being 1, where they all learn on the same. */
const paid: Record<(typeof cohorts)[number], { minutes: number; time: string; weekday?: number }> =
  {
    classroom: { minutes: 50, time: 'Wednesday twilight, 3.20 to 4.10', weekday: 3 },
    teachers: { minutes: 50, time: 'Tuesday twilight, 3.30 to 4.20', weekday: 2 },
    'midday and site': {
      minutes: 25,
      time: 'The half hour before your shift, paid, on a day you choose',
    },
  };

/** The one whose sign-in is printed for a teaching assistant: one module done, one part-way. */
const printedTa: DemoPerson = {
  name: 'Shauna Doherty',
  roleGroup: 'teaching assistant',
  contract: 'permanent',
  teams: ['Year 4'],
  cohort: 'classroom',
  next: { daysAgo: 3, how: 'some pages' },
};

/** What one person took of their cohort's modules. Who met the first mostly goes on, a while after each is given. */
function takenBy(one: DemoPerson, n: number): (Learned & { module: string })[] {
  const { learned, next, leftDaysAgo = 0 } = one;
  if (!learned) return [];
  const [first, ...rest] = given[one.cohort];
  const taken = [{ ...learned, module: first.module }];
  if (!/^met|known/.test(learned.how)) return taken;
  if (next) return [...taken, { ...next, module: rest[0]?.module ?? first.module }];
  for (const [i, { module, daysAgo }] of rest.entries()) {
    const then = Math.min(daysAgo - 3, learned.daysAgo - 20) - ((n * 11 + i * 7) % 45);
    if ((n + i) % 4 === 0 || then <= Math.max(leftDaysAgo, 1)) break;
    taken.push({ module, daysAgo: then, how: 'met' });
  }
  return taken.map((each) => ({ ...each, how: secondGo(each, n) }));
}

/** For a good part of any staff the first go is not yet it. */
const secondGo = ({ how, module }: Learned & { module: string }, n: number): Learned['how'] =>
  how === 'met' && chance('second go', n, module) < 0.5 ? 'met at the second go' : how;

interface Act {
  at: number;
  act: () => void | Promise<void>;
}

/** Plays two terms of the school, oldest act first. */
export async function playSchool(attune: Attune, clock: DemoClock) {
  const { leadId, headId, schoolId } = await setUpSchool(attune, {
    code: ensureSetupCode(attune.db, attune.now()) ?? '',
    schoolName: demoSchool.name,
    urn: demoSchool.urn,
    whoToTell: demoSchool.whoToTell,
    lead: { name: 'Rosalind Avery', email: 'lead@demo.example', password },
    head: { name: 'Helen Cartwright', email: 'head@demo.example', password },
  });
  const lead: Actor = { personId: leadId, schoolId, role: 'lead' };
  setWillNotChange(attune, lead, demoSchool.willNotChange);
  setRoleNames(attune, lead, { midday: { name: 'lunchtime supervisor' } });
  const cohortIds = Object.fromEntries(
    cohorts.map((name) => [name, createCohort(attune, lead, titles[name])]),
  );

  // “All midday, office, site and kitchen staff, and whoever joins.”
  setRule(attune, lead, cohortIds['midday and site'] ?? '', {
    everyone: false,
    roleGroups: ['midday', 'office', 'site', 'kitchen'],
    teams: [],
    contracts: [],
  });

  const today = londonDate(clock.made);
  const dates = demoDates(today);
  saveSchoolDates(attune, lead, dates);
  // Long enough ago that questions have come back to her, and that it is time to look back.
  const printedLearnedOn = clock.back(44);
  const printed: DemoPerson = { ...printedTa, learned: { daysAgo: 0, how: 'met' } };

  const acts: Act[] = [];
  const planOn = (date: string, hour: number, act: Act['act']) =>
    acts.push({ at: clock.timeOn(date, hour, acts.length % 50), act });
  const plan = (daysAgo: number, hour: number, act: Act['act']) =>
    planOn(clock.date(daysAgo), hour, act);

  for (const name of cohorts) {
    for (const { module, daysAgo, dueDaysAgo } of given[name]) {
      plan(daysAgo, 9, () => {
        assignModule(attune, lead, {
          cohortId: cohortIds[name] ?? '',
          module,
          dueOn: clock.weekdayFrom(clock.date(dueDaysAgo), friday),
          paidMinutes: paid[name].minutes,
          paidTime: paid[name].time,
        });
      });
    }
  }

  [printed, ...demoStaff].forEach((one, n) => {
    const isPrinted = one === printed;
    const began = one.joinedDaysAgo ?? schoolBeganDaysAgo;
    let personId = '';
    plan(began, 10, async () => {
      personId = one.fromList
        ? personWith(attune, emailOf(one.name))
        : addToStaff(attune, lead, {
            name: one.name,
            email: isPrinted ? 'ta@demo.example' : one.noEmail ? null : addressOf(one),
            staffNumber: one.noEmail ? `M${String(n).padStart(3, '0')}` : null,
            roleGroup: one.roleGroup,
            contract: one.contract,
            teams: one.teams,
            startDate: clock.date(one.joinedDaysAgo ?? schoolBeganDaysAgo + 200 + n * 37),
          });
      if (one.office) giveRole(attune, lead, personId, 'office');
      addToCohort(attune, lead, cohortIds[one.cohort] ?? '', [personId]);
      const { code } = createWayIn(attune, lead, personId);
      // Some have not joined yet: their way in lies in a pigeon-hole.
      if (!one.learned && n % 2 === 0) return;
      await joinWithCode(attune, code, password);
    });
    for (const [i, { module, daysAgo, how }] of takenBy(one, n).entries()) {
      const { weekday } = paid[one.cohort];
      const day = isPrinted && i === 0 ? printedLearnedOn : clock.date(daysAgo);
      // What is finished was done in the time that is paid for it; a look in between, whenever it suited.
      const inPaidTime = weekday !== undefined && !isPrinted && /^(met|known|not yet)/.test(how);
      const on = inPaidTime ? clock.weekdayBetween(day, weekday) : day;
      planOn(on, inPaidTime ? 15 : 12 + (n % 3), () => {
        const actor: Actor = { personId, schoolId, role: 'staff' };
        new DemoLearner(attune, clock, actor, module, n).take(how);
      });
    }
    if (isPrinted) {
      const actor = (): Actor => ({ personId, schoolId, role: 'staff' });
      planOn(clock.back(37), 12, () => recallWell(attune, actor()));
      for (const [note, schoolDays] of [30, 8].entries()) {
        planOn(clock.back(schoolDays), 15, () => notePractice(attune, actor(), note));
      }
    }
    const { leftDaysAgo } = one;
    // Enough of them log the same practice, and take the questions that come back, for the school to be told of it.
    const longSince = one.learned !== undefined && one.joinedDaysAgo === undefined;
    if (!isPrinted && longSince && leftDaysAgo === undefined && n % 2 === 1) {
      const actor = (): Actor => ({ personId, schoolId, role: 'staff' });
      planOn(clock.back(38 + (n % 8)), 12, () => recallWell(attune, actor()));
      planOn(clock.back(6 + (n % 20)), 15, async () => {
        recallWell(attune, actor());
        await notePractice(attune, actor(), 30, n);
      });
    }
    // Some who have not joined were given a fresh slip the week before last.
    if (!one.learned && n % 4 === 0 && leftDaysAgo === undefined) {
      plan(9, 11, () => {
        createWayIn(attune, lead, personId);
      });
    }
    if (leftDaysAgo !== undefined) {
      plan(leftDaysAgo + 14, 15, () =>
        recordLeaving(attune, lead, personId, clock.date(leftDaysAgo)),
      );
    }
  });

  // The lead has named who stands in for her the week after next.
  plan(2, 16, () => {
    const personId = personWith(attune, emailOf('Fiona McAllister'));
    nameDeputy(attune, lead, { personId, fromOn: clock.date(-9), untilOn: clock.date(-15) });
  });

  plan(listBroughtDaysAgo, 9, () => {
    const newcomers = demoStaff
      .filter(({ fromList }) => fromList)
      .map(({ name, roleGroup, teams, contract, joinedDaysAgo = 0 }) => ({
        ...{ name, email: emailOf(name), job: roleGroup, team: teams.join('; '), contract },
        start: clock.date(joinedDaysAgo),
      }));
    const personId = personWith(attune, officeEmail);
    bringIn(attune, { personId, schoolId, role: 'office' }, autumnList(newcomers, emailOf));
  });

  // From now on by pathway: what a cohort was not given yet opens over the school weeks to come.
  for (const [name, pathway] of [
    ['teachers', 'all-staff-core'],
    ['midday and site', 'first-day'],
  ] as const) {
    plan(2, 9, () => {
      const cohortId = cohortIds[name] ?? '';
      const had = modulesGiven(attune.db, schoolId, cohortId);
      const steps = pathwayOnOffer(attune.course, pathway).steps.filter(
        ({ module }) => !had.has(module),
      );
      if (steps.length === 0) return;
      givePathway(attune, lead, {
        ...{ cohortId, pathway, startsOn: today, paidTime: 'Tuesday twilight, 3.30 to 4.15' },
        steps: steps.map(({ module, opens, due }) => ({
          module,
          ...stepDates(calendarOf(dates), today, { opens, due }),
          paidMinutes: 45,
        })),
      });
    });
  }
  plan(2, 10, () => {
    const year4 = attune.db
      .select({ id: person.id })
      .from(person)
      .where(eq(person.name, 'William Achebe'))
      .get();
    if (year4) nameHead(attune, lead, cohortIds.classroom ?? '', year4.id);
  });

  // Leaders go first, and are seen to.
  for (const [n, personId] of [leadId, headId].entries()) {
    given.classroom.forEach(({ module, daysAgo }, later) => {
      plan(daysAgo - 1 - n, 16, () => {
        if (!later) addToCohort(attune, lead, cohortIds.teachers ?? '', [personId]);
        const actor: Actor = { personId, schoolId, role: 'staff' };
        new DemoLearner(attune, clock, actor, module, n).take('met');
      });
    });
  }

  plan(8, 9, () => handOutReminders(attune, lead));
  planChanges(attune, { lead, head: { personId: headId, schoolId, role: 'head' } }, clock, planOn);
  const shared = planLooks(
    attune,
    { lead, head: { personId: headId, schoolId, role: 'head' } },
    clock,
    planOn,
  );
  planSessions(attune, clock, lead, cohortIds.classroom ?? '', planOn);
  planTogether(attune, clock, lead, cohortIds['midday and site'] ?? '', planOn);

  for (const { at, act } of acts.sort((a, b) => a.at - b.at)) {
    clock.goTo(at);
    await act();
  }
  clock.goTo(clock.made);
  writeTwoLinks(attune, lead, demoSchool.name);
  const count = sql<number>`count(*)`;
  const { db } = attune;
  return {
    people: db.select({ n: count }).from(person).where(eq(person.schoolId, schoolId)).get()?.n ?? 0,
    completions:
      db.select({ n: count }).from(enrolment).where(isNotNull(enrolment.completedAt)).get()?.n ?? 0,
    events: db.select({ n: count }).from(event).get()?.n ?? 0,
    /** Of the link that the governors were given. */
    governors: shared.token,
  };
}

const officeEmail = 'office@demo.example';
const addressOf = ({ name, office }: DemoPerson) => (office ? officeEmail : emailOf(name));
const emailOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@demo.example`;
