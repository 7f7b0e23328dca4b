import { eq, isNotNull, sql } from 'drizzle-orm';
import { assignModule } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { ensureSetupCode, setUpSchool } from '~/people/setup.server';
import { addPerson, recordLeaving } from '~/people/staff.server';
import { createWayIn, joinWithCode } from '~/people/way-in.server';
import { type DemoPerson, demoSchool, demoStaff, schoolBeganDaysAgo } from '~db/demo/staff';
import { enrolment, event, person } from '~db/schema';
import type { DemoClock } from './clock';
import { DemoLearner } from './learner';

const password = 'attachment-aware';
const slug = 'attachment-patterns';
const cohorts = ['classroom', 'teachers', 'midday and site'] as const;
const titles = {
  classroom: 'Teaching assistants',
  teachers: 'Teachers',
  'midday and site': 'Midday, office and site',
};
/** When each cohort was given the module, and when it was due: days ago (negative: still to come). */
const given = {
  classroom: { daysAgo: 214, dueDaysAgo: -20 },
  teachers: { daysAgo: 150, dueDaysAgo: -27 },
  'midday and site': { daysAgo: 84, dueDaysAgo: 10 },
};
const paidTime = {
  classroom: 'Wednesday assembly time, over two weeks',
  teachers: 'Tuesday twilight, 3.30 to 4.15',
  'midday and site': 'The half hour before your shift, paid, on a day you choose',
};

/** The one whose sign-in is printed for a teaching assistant: part-way, with something to do next. */
const printedTa: DemoPerson = {
  name: 'Shauna Doherty',
  roleGroup: 'teaching assistant',
  contract: 'permanent',
  teams: ['Year 4'],
  cohort: 'classroom',
  learned: { daysAgo: 3, how: 'some pages' },
};

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
  const cohortIds = Object.fromEntries(
    cohorts.map((name) => [name, createCohort(attune, lead, titles[name])]),
  );

  const acts: Act[] = [];
  const plan = (daysAgo: number, hour: number, act: Act['act']) =>
    acts.push({ at: clock.dayAt(daysAgo, hour), act });

  for (const name of cohorts) {
    plan(given[name].daysAgo, 9, () => {
      assignModule(attune, lead, {
        cohortId: cohortIds[name] ?? '',
        module: slug,
        dueOn: clock.date(given[name].dueDaysAgo),
        paidMinutes: 45,
        paidTime: paidTime[name],
      });
    });
  }

  [printedTa, ...demoStaff].forEach((one, n) => {
    const isPrinted = one === printedTa;
    const began = one.joinedDaysAgo ?? schoolBeganDaysAgo;
    let personId = '';
    plan(began, 10, async () => {
      personId = addPerson(attune, lead, {
        name: one.name,
        email: isPrinted ? 'ta@demo.example' : one.noEmail ? null : emailOf(one.name),
        staffNumber: one.noEmail ? `M${String(n).padStart(3, '0')}` : null,
        roleGroup: one.roleGroup,
        contract: one.contract,
        teams: one.teams,
        startDate: clock.date(one.joinedDaysAgo ?? schoolBeganDaysAgo + 200 + n * 37),
      });
      addToCohort(attune, lead, cohortIds[one.cohort] ?? '', [personId]);
      // Some have not joined yet: their way in lies in a pigeon-hole.
      if (!one.learned && n % 2 === 0) return;
      const { code } = createWayIn(attune, lead, personId);
      await joinWithCode(attune, code, password);
    });
    const { learned } = one;
    if (learned) {
      plan(learned.daysAgo, 12 + (n % 3), () => {
        const actor: Actor = { personId, schoolId, role: 'staff' };
        new DemoLearner(attune, clock, actor, slug, n).take(learned.how);
      });
    }
    const { leftDaysAgo } = one;
    if (leftDaysAgo !== undefined) {
      plan(leftDaysAgo + 14, 15, () =>
        recordLeaving(attune, lead, personId, clock.date(leftDaysAgo)),
      );
    }
  });

  // Leaders go first, and are seen to.
  for (const [n, personId] of [leadId, headId].entries()) {
    plan(213 - n, 16, () => {
      addToCohort(attune, lead, cohortIds.teachers ?? '', [personId]);
      const actor: Actor = { personId, schoolId, role: 'staff' };
      new DemoLearner(attune, clock, actor, slug, n).take('met');
    });
  }

  for (const { at, act } of acts.sort((a, b) => a.at - b.at)) {
    clock.goTo(at);
    await act();
  }
  const count = sql<number>`count(*)`;
  const { db } = attune;
  return {
    people: db.select({ n: count }).from(person).where(eq(person.schoolId, schoolId)).get()?.n ?? 0,
    completions:
      db.select({ n: count }).from(enrolment).where(isNotNull(enrolment.completedAt)).get()?.n ?? 0,
    events: db.select({ n: count }).from(event).get()?.n ?? 0,
  };
}

const emailOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@demo.example`;
