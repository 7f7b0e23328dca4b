import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import {
  answer,
  attempt,
  checkAnswer,
  doneTogether,
  enrolment,
  helpRequest,
  outcomeConfidence,
  pageContinued,
  paperQuiz,
  putBackRead,
  quizCode,
  scenarioChoice,
  scenarioRun,
  togetherAttendance,
  togetherSession,
} from '~db/schema';
import type { Whose } from './enrolments.server';

/**
 * Everything that learning keeps about one person but their own words, as it is stored: a pick is the position of an
 * option in that version, counted from 0. Fourteen queries.
 */
export function learnedBy(db: Db, { schoolId, personId }: Whose) {
  const mine: SQL | undefined = and(
    eq(enrolment.schoolId, schoolId),
    eq(enrolment.personId, personId),
  );
  return {
    enrolments: db.select().from(enrolment).where(mine).orderBy(asc(enrolment.startedAt)).all(),
    pagesContinued: db
      .select({
        enrolmentId: pageContinued.enrolmentId,
        page: pageContinued.page,
        at: pageContinued.at,
      })
      .from(pageContinued)
      .innerJoin(enrolment, eq(enrolment.id, pageContinued.enrolmentId))
      .where(mine)
      .orderBy(asc(pageContinued.at))
      .all(),
    together: db
      .select({
        sessionId: togetherAttendance.sessionId,
        outcome: togetherAttendance.outcome,
        enrolmentId: togetherAttendance.enrolmentId,
        recordedAt: togetherAttendance.recordedAt,
        takenOffAt: togetherAttendance.takenOffAt,
      })
      .from(togetherAttendance)
      .innerJoin(togetherSession, eq(togetherSession.id, togetherAttendance.sessionId))
      .where(and(eq(togetherSession.schoolId, schoolId), eq(togetherAttendance.personId, personId)))
      .orderBy(asc(togetherAttendance.recordedAt))
      .all(),
    pagesDoneTogether: db
      .select({
        enrolmentId: doneTogether.enrolmentId,
        page: doneTogether.page,
        scenario: doneTogether.scenario,
      })
      .from(doneTogether)
      .innerJoin(enrolment, eq(enrolment.id, doneTogether.enrolmentId))
      .where(mine)
      .all(),
    checkAnswers: db
      .select({
        enrolmentId: checkAnswer.enrolmentId,
        question: checkAnswer.question,
        pick: checkAnswer.pick,
        confidence: checkAnswer.confidence,
        at: checkAnswer.at,
      })
      .from(checkAnswer)
      .innerJoin(enrolment, eq(enrolment.id, checkAnswer.enrolmentId))
      .where(mine)
      .orderBy(asc(checkAnswer.at))
      .all(),
    attempts: db
      .select({
        id: attempt.id,
        enrolmentId: attempt.enrolmentId,
        n: attempt.n,
        items: attempt.items,
        openedAt: attempt.openedAt,
        markedAt: attempt.markedAt,
        standardMet: attempt.standardMet,
        setAsideAt: attempt.setAsideAt,
      })
      .from(attempt)
      .innerJoin(enrolment, eq(enrolment.id, attempt.enrolmentId))
      .where(mine)
      .orderBy(asc(attempt.openedAt))
      .all(),
    answers: answersOf(db, mine),
    quizCodes: db
      .select({
        module: quizCode.module,
        createdAt: quizCode.createdAt,
        expiresAt: quizCode.expiresAt,
        usedAt: quizCode.usedAt,
        withdrawnAt: quizCode.withdrawnAt,
      })
      .from(quizCode)
      .where(and(eq(quizCode.schoolId, schoolId), eq(quizCode.personId, personId)))
      .orderBy(asc(quizCode.createdAt))
      .all(),
    quizzesOnPaper: db
      .select({
        enrolmentId: paperQuiz.enrolmentId,
        number: paperQuiz.number,
        printedAt: paperQuiz.printedAt,
        enteredAt: paperQuiz.enteredAt,
        entered: paperQuiz.entered,
        seenAt: paperQuiz.seenAt,
      })
      .from(paperQuiz)
      .innerJoin(enrolment, eq(enrolment.id, paperQuiz.enrolmentId))
      .where(mine)
      .all(),
    scenarioRuns: db
      .select({
        id: scenarioRun.id,
        enrolmentId: scenarioRun.enrolmentId,
        scenario: scenarioRun.scenario,
        page: scenarioRun.page,
        startedAt: scenarioRun.startedAt,
        step: scenarioRun.at,
        ending: scenarioRun.ending,
        endedAt: scenarioRun.endedAt,
        debriefReadAt: scenarioRun.debriefReadAt,
        summaryReadAt: scenarioRun.summaryReadAt,
      })
      .from(scenarioRun)
      .innerJoin(enrolment, eq(enrolment.id, scenarioRun.enrolmentId))
      .where(mine)
      .orderBy(asc(scenarioRun.startedAt))
      .all(),
    scenarioChoices: db
      .select({
        runId: scenarioChoice.runId,
        n: scenarioChoice.n,
        step: scenarioChoice.step,
        choice: scenarioChoice.choice,
        at: scenarioChoice.at,
      })
      .from(scenarioChoice)
      .innerJoin(scenarioRun, eq(scenarioRun.id, scenarioChoice.runId))
      .innerJoin(enrolment, eq(enrolment.id, scenarioRun.enrolmentId))
      .where(mine)
      .orderBy(asc(scenarioChoice.at))
      .all(),
    confidence: db
      .select({
        enrolmentId: outcomeConfidence.enrolmentId,
        moment: outcomeConfidence.moment,
        outcome: outcomeConfidence.outcome,
        level: outcomeConfidence.level,
        at: outcomeConfidence.at,
      })
      .from(outcomeConfidence)
      .innerJoin(enrolment, eq(enrolment.id, outcomeConfidence.enrolmentId))
      .where(mine)
      .orderBy(asc(outcomeConfidence.at))
      .all(),
    putBacksRead: db
      .select({ entry: putBackRead.entry, at: putBackRead.at })
      .from(putBackRead)
      .where(eq(putBackRead.personId, personId))
      .orderBy(asc(putBackRead.at))
      .all(),
    helpRequests: db
      .select({
        enrolmentId: helpRequest.enrolmentId,
        agreed: helpRequest.agreed,
        at: helpRequest.at,
      })
      .from(helpRequest)
      .innerJoin(enrolment, eq(enrolment.id, helpRequest.enrolmentId))
      .where(mine)
      .all(),
  };
}

/** An answer is right or not only once its attempt was marked. */
function answersOf(db: Db, mine: SQL | undefined) {
  return db
    .select({
      attemptId: answer.attemptId,
      item: answer.item,
      pick: answer.pick,
      confidence: answer.confidence,
      right: answer.right,
      at: answer.at,
      markedAt: attempt.markedAt,
    })
    .from(answer)
    .innerJoin(attempt, eq(attempt.id, answer.attemptId))
    .innerJoin(enrolment, eq(enrolment.id, attempt.enrolmentId))
    .where(mine)
    .orderBy(asc(answer.at))
    .all()
    .map(({ markedAt, right, ...given }) => ({
      ...given,
      right: markedAt === null ? null : right,
    }));
}
