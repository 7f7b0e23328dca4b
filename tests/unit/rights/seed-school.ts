import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { assignModule } from '~/cohorts/assignments.server';
import { nameHead } from '~/cohorts/cohort-heads.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { exempt } from '~/cohorts/exemptions.server';
import { givenPathways, givePathway } from '~/cohorts/given-pathways.server';
import { addLeave, leaveOf } from '~/cohorts/leave.server';
import { addToCohort } from '~/cohorts/members.server';
import { saveSchoolDates } from '~/cohorts/school-calendar.server';
import { copyPathway } from '~/cohorts/school-pathways.server';
import { bringListIn } from '~/cohorts/staff-list.server';
import type { Attune } from '~/context.server';
import { readPractices } from '~/course/practices.server';
import { makeLink } from '~/governors/links.server';
import { attemptById } from '~/learning/attempts.server';
import { createQuizCodes, quizCodesOf } from '~/learning/by-code/codes.server';
import { currentEnrolment } from '~/learning/enrolments.server';
import { quizOf } from '~/learning/parts';
import { logPractice, type NewPractice } from '~/learning/practice-log.server';
import { putBack } from '~/learning/put-back.server';
import { openAttempt } from '~/learning/quiz.server';
import { recallQuestion, startRecall } from '~/learning/recall.server';
import { recallRowsOf } from '~/learning/recall-rows.server';
import { reflectionsIn, saveReflection } from '~/learning/reflections.server';
import { choicesOf } from '~/learning/runs.server';
import { putDown } from '~/learning/together/put-down.server';
import { createTogether } from '~/learning/together/sessions.server';
import { passPage } from '~/learning/together/showing.server';
import { withdrawAsWrong } from '~/learning/withdraw-as-wrong.server';
import { outboxOf } from '~/messages/outbox.server';
import { mailWaysIn } from '~/messages/ways-in.server';
import { pickName } from '~/pages/learn/pick-form';
import type { Actor } from '~/people/actor';
import { saveDraft } from '~/people/drafts.server';
import { addPerson, insertRole, recordLeaving } from '~/people/staff.server';
import { markOf } from '~/people/staff-list/apply.server';
import { createImport, planImport, readOpenImport } from '~/people/staff-list/imports.server';
import { startTrust } from '~/people/trust.server';
import { setWillNotChange } from '~/people/will-not-change.server';
import { addDays, londonDate } from '~/record/london-date';
import { putBacksOf } from '~/record/put-backs.server';
import { sendReport } from '~/review/reports.server';
import { signVersion } from '~/review/sign-offs.server';
import { writeNote } from '~/school-changes/framework-notes.server';
import { writeMeasure } from '~/school-changes/impact.server';
import { recordChange } from '~/school-changes/record-change.server';
import { writeAudit } from '~/school-changes/self-audit.server';
import { recordAttendance } from '~/training-sessions/attendance.server';
import {
  confirmList,
  createList,
  isOpen,
  markOf as markOfPast,
  planList,
  readList,
} from '~/training-sessions/lists/lists.server';
import { createSession } from '~/training-sessions/sessions.server';
import { inTransaction } from '~db/client.server';
import { demoSchool } from '~db/demo/staff';
import { type Role, scenarioRun, school as schools } from '~db/schema';
import type { DemoClock } from '../../../scripts/demo/clock';
import { DemoLearner } from '../../../scripts/demo/learner';
import { seedPaper } from './seed-paper';

export const slug = 'tiny';

export const whos = [
  'learner',
  'midway',
  'cohortHead',
  'lead',
  'head',
  'office',
  'trustLead',
] as const;
export type Who = (typeof whos)[number];

export interface Seeded {
  actors: Record<Who, Actor>;
  /** One of everything that has an id. No two are the same, and no school has another's. */
  ids: Record<string, string>;
  /** What else is to be named: the module's own names, and words of this school. */
  facts: Record<string, string>;
  /** A note in the practice log, but for its id. */
  practice: Omit<NewPractice, 'id'>;
}

const roles: Partial<Record<Who, Role>> = {
  lead: 'lead',
  head: 'head',
  office: 'office',
  trustLead: 'trust lead',
};

/** A school with its people and a first term, every name and word of it holding `mark`; `later` does the rest. */
export function seedSchool(attune: Attune, clock: DemoClock, mark: string) {
  const { db, now } = attune;
  const schoolId = uuid();
  const { whoToTell } = demoSchool;
  db.insert(schools)
    .values({ id: schoolId, name: `${mark} School`, whoToTell, createdAt: now().getTime() })
    .run();
  const system: Actor = { personId: 'system', schoolId, role: 'system' };
  const add = (who: string) =>
    addPerson(attune, system, {
      name: `${who} ${mark}`,
      email: `${who}@${mark}.example`,
      staffNumber: null,
      roleGroup: 'teaching assistant',
      contract: 'permanent',
      teams: [`${mark} team`],
      startDate: londonDate(now()),
    });
  const actorOf = (who: Who): Actor => {
    const personId = add(who);
    const role = roles[who];
    if (role) inTransaction(db, (tx) => insertRole(tx, now(), system, personId, role));
    return { personId, schoolId, role: role ?? 'staff' };
  };
  const actors = Object.fromEntries(whos.map((who) => [who, actorOf(who)])) as Seeded['actors'];
  const { lead, learner, midway, cohortHead } = actors;
  const ids: Seeded['ids'] = {
    ...{ school: schoolId, person: add('member'), other: add('other'), leaver: add('leaver') },
    head: actors.head.personId,
    office: actors.office.personId,
    cohortHead: cohortHead.personId,
    cohort: createCohort(attune, lead, `${mark} cohort`),
    empty: createCohort(attune, lead, `${mark} empty cohort`),
    onPathway: createCohort(attune, lead, `${mark} cohort on a pathway`),
  };
  const module = attune.course.module(slug);
  const page = module?.pages[0]?.id ?? '';
  const contentHash = module?.contentHash ?? '';
  const facts: Seeded['facts'] = {
    ...{ module: slug, page: 'at-the-door', contentHash, guide: 'a-quiet-minute' },
    ...{
      template: 'dpia.txt',
      team: `${mark} team`,
      email: `member@${mark}.example`.toLowerCase(),
      ...{ code: '', theme: 'f', framework: 'example-standard', topic: 'welcome' },
    },
  };
  const id = (name: string) => {
    const found = ids[name];
    if (!found) throw new Error(`Nothing called ${name} was made`);
    return found;
  };
  startTrust(attune, actors.trustLead, `${mark} Trust`);
  ids.trustLead = actors.trustLead.personId;
  new DemoLearner(attune, clock, learner, slug, 1).take('met');

  /** Ten weeks on: what is there to be changed today. */
  async function later(): Promise<Seeded> {
    const today = londonDate(now());
    const dueOn = addDays(today, 28);
    addToCohort(attune, lead, id('cohort'), [id('person'), cohortHead.personId, midway.personId]);
    addToCohort(attune, lead, id('onPathway'), [id('person')]);
    nameHead(attune, lead, id('cohort'), cohortHead.personId);
    const paid = { paidMinutes: 30, paidTime: `${mark} twilight` };
    const give = (cohortId: string) =>
      assignModule(attune, lead, { cohortId, module: slug, dueOn, ...paid });
    ids.assignment = give(id('cohort'));
    const readers = createCohort(attune, lead, `${mark} readers`);
    addToCohort(attune, lead, readers, [id('person')]);
    ids.exempted = give(readers);
    exempt(attune, lead, {
      ...{ personId: id('person'), assignmentId: ids.exempted, reason: 'short contract' },
    });
    givePathway(attune, lead, {
      ...{ cohortId: id('onPathway'), pathway: 'first-steps', startsOn: today },
      paidTime: paid.paidTime,
      steps: [{ module: slug, opensOn: today, dueOn, paidMinutes: 30 }],
    });
    ids.given = givenPathways(db, schoolId, id('onPathway'))[0]?.id ?? '';
    addLeave(attune, lead, { personId: id('person'), startsOn: today, endsOn: addDays(today, 9) });
    ids.leave = leaveOf(db, { schoolId, personId: id('person') })[0]?.id ?? '';
    saveSchoolDates(attune, lead, [
      { kind: 'term', name: `${mark} term`, startsOn: today, endsOn: addDays(today, 60) },
    ]);
    setWillNotChange(attune, lead, `${mark} stays`);
    recordLeaving(attune, lead, id('leaver'), addDays(today, -3));
    ids.session = createSession(attune, lead, {
      ...{ title: `${mark} INSET`, kind: 'INSET day', provider: null, heldOn: today },
      ...{ minutes: 60, costPence: null, fund: null },
    });
    recordAttendance(attune, lead, ids.session, [cohortHead.personId]);
    ids.list = createList(attune, lead, {
      ...{ text: `Nobody ${mark}`, file: null, sessionId: ids.session },
    });
    ids.change = recordChange(attune, lead, {
      ...{ kind: 'policy', themes: ['f'], owner: 'headteacher', changedOn: today },
      ...{ reviewOn: null, what: `${mark} policy`, why: `${mark} reasons` },
    });
    writeAudit(attune, lead, 'f', `${mark} as it stands`);
    writeNote(attune, lead, {
      ...{ framework: 'example-standard', topic: 'welcome', words: `${mark} handbook` },
      ...{ hidden: false, namedSomebody: false },
    });
    ids.measure = writeMeasure(attune, lead, {
      ...{ level: 5, what: `${mark} suspensions`, figure: 'count', unit: 'suspensions' },
      ...{ before: '14', after: '9', beforeOf: null, afterOf: null },
      ...{ beforePeriod: 'Autumn', afterPeriod: 'Spring', source: `${mark} census` },
      ...{ beforeUntil: null, afterUntil: null },
      alsoChanged: `${mark} also changed`,
    });
    ids.governorsLink = makeLink(attune, actors.head, {
      ...{ label: `${mark} governors`, lastDay: today, asAt: null },
    }).id;
    const together = () => {
      const made = createTogether(attune, lead, {
        ...{ module: slug, cohortId: id('cohort'), heldOn: today },
      });
      passPage(attune, lead, { session: made, page: 'at-the-door' });
      return made;
    };
    ids.together = together();
    ids.togetherDone = together();
    putDown(attune, lead, ids.togetherDone, [cohortHead.personId]);
    ids.pathway = copyPathway(attune, lead, 'first-steps');
    mailWaysIn(attune, lead, {
      recipients: [{ personId: id('other'), address: `other@${mark}.example`.toLowerCase() }],
      schoolName: `${mark} School`,
    });
    ids.message = outboxOf(db, schoolId, { from: 0, most: 1 }).messages[0]?.id ?? '';
    seedLists();
    seedWords(today);
    const { letters, ...paper } = seedPaper(attune, lead, slug, [add('waiting'), add('typed')]);
    Object.assign(ids, paper);
    createQuizCodes(attune, lead, { module: slug, personIds: [id('other')], lastDay: today });
    ids.quizCode = quizCodesOf(db, schoolId, slug, now())[0]?.id ?? '';
    facts.letters = letters;
    return { actors, ids, facts, practice: await seedAfterwards() };
  }

  function seedLists() {
    const text = `Name,E-mail\nNew ${mark},new@${mark}.example`;
    const bring = () => createImport(attune, lead, { text, file: `${mark}.csv` });
    const markNow = (list: string) =>
      markOf(planImport(db, readOpenImport(db, schoolId, list), now()));
    ids.importDone = bring();
    bringListIn(attune, lead, ids.importDone, markNow(ids.importDone));
    ids.import = createImport(attune, lead, {
      text: `Name,E-mail\nNewer ${mark},newer@${mark}.example`,
      file: null,
    });
    ids.mark = markNow(ids.import);
    ids.listDone = createList(attune, lead, {
      text: `Name,Training,Date\nmember ${mark},First aid ${mark},${londonDate(now())}`,
      ...{ file: null, sessionId: null },
    });
    const past = readList(db, schoolId, ids.listDone);
    if (!isOpen(past)) throw new Error('The list was not kept');
    confirmList(attune, lead, past.id, markOfPast(planList(db, past)));
  }

  function seedWords(today: string) {
    ids.report = uuid();
    sendReport(attune, learner, {
      ...{ id: ids.report, module: slug, page, contentHash, kind: 'fact', named: true },
      words: `${mark} report`,
    });
    ids.signOff = signVersion(attune, lead, {
      ...{ module: slug, contentHash, role: 'reader', name: `Reader ${mark}`, readOn: today },
      ...{ readFor: 'accuracy', verdict: 'with remarks', remarks: `${mark} remarks` },
      recordedFor: 'on paper',
    });
    saveDraft(attune, lead.personId, '/lead/people/new#form', { name: `${mark} half typed` });
    new DemoLearner(attune, clock, midway, slug, 2).take('mid-scenario');
    const enrolmentId = currentEnrolment(db, midway, slug)?.id ?? '';
    ids.enrolment = enrolmentId;
    const run = db.select().from(scenarioRun).where(eq(scenarioRun.enrolmentId, enrolmentId)).get();
    ids.run = run?.id ?? '';
    facts.scenario = run?.scenario ?? '';
    facts.choice = String(choicesOf(db, ids.run)[0]?.choice ?? '');
    saveReflection(attune, midway, {
      ...{ enrolmentId, prompt: 'your-doorway', text: `${mark} reflection` },
    });
    ids.reflection = reflectionsIn(attune, midway.personId, slug).get('your-doorway')?.id ?? '';
    ids.attempt = openAttempt(attune, midway, { enrolmentId, n: 0 });
    const sorted = new Set(
      module && quizOf(module)?.bank.flatMap((q) => (q.kind === 'sort' ? [q.id] : [])),
    );
    const drawn = attemptById(db, ids.attempt)?.items ?? [];
    facts.item = drawn.find((one) => !sorted.has(one)) ?? '';
  }

  async function seedAfterwards() {
    const done = currentEnrolment(db, learner, slug);
    ids.done = done?.id ?? '';
    ids.completion = done?.completionId ?? '';
    startRecall(attune, learner);
    ids.recall = recallRowsOf(db, learner)[0]?.id ?? '';
    // Which of its three questions comes first is drawn: a choice, or statements to sort.
    const { question } = recallQuestion(attune, learner, ids.recall);
    const picks =
      question.kind === 'sort'
        ? question.statements.map((_, n) => pickName(question.id, n))
        : [pickName(question.id)];
    facts.recallAnswer = new URLSearchParams(picks.map((name) => [name, '0'])).toString();
    const { lists } = await readPractices(attune.config.contentDir);
    if (!lists) throw new Error('The lists of the practice log cannot be read');
    ids.practice = uuid();
    const practice = {
      ...{ practice: lists.practices[0]?.id ?? '', setting: lists.settings[0]?.id ?? '' },
      ...{ went: lists.went[0]?.id ?? '', barrier: '', next: lists.next[0]?.id ?? '' },
    };
    logPractice(attune, learner, lists, { ...practice, id: ids.practice, note: `${mark} note` });
    const wrong = { personId: learner.personId, completionId: ids.completion };
    const reason = 'recorded in error';
    withdrawAsWrong(attune, lead, { ...wrong, reason, read: 'goes', dueOn: null });
    putBack(attune, lead, { ...wrong, reason: 'withdrawn in error' });
    ids.putBack = putBacksOf(db, schoolId, learner.personId)[0]?.entry ?? '';
    return { ...practice, note: 'Went well' };
  }

  return later;
}
