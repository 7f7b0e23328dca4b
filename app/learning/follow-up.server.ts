import { and, eq, sql } from 'drizzle-orm';
import { week } from '~/cohorts/calendar';
import { calendarFor } from '~/cohorts/school-calendar.server';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import type { Db } from '~db/client.server';
import { enrolment, followUp } from '~db/schema';
import type { Tried } from '~db/schema/learning';
import { type Commitment, readCommitment } from './commitment.server';
import { type Completed, completedBy } from './completed.server';
import { confidenceOf, setConfidence } from './confidence.server';
import { requireCounting, requireEnrolment, type Whose } from './enrolments.server';
import { notYet, pickSomething } from './errors';
import { preparedOnce } from './prepared.server';
import { triedWords } from './tried';

/** School weeks after completion at which the learner looks back, and after which nobody asks any more. */
const asksAfterWeeks = 8;
const lapsesAfterWeeks = 26;

export const followUpContext = (personId: string) => `follow-up:${personId}`;

const queries = preparedOnce((db) => ({
  mine: db
    .select({ enrolmentId: followUp.enrolmentId })
    .from(followUp)
    .innerJoin(enrolment, eq(enrolment.id, followUp.enrolmentId))
    .where(
      and(
        eq(enrolment.schoolId, sql.placeholder('schoolId')),
        eq(enrolment.personId, sql.placeholder('personId')),
      ),
    )
    .prepare(),
}));

/** Of what someone completed, that on which they may look back now: eight school weeks on, asked once. One query. */
export function followUpsDue(
  db: Db,
  { schoolId, personId }: Whose,
  completed: readonly Completed[],
): Completed[] {
  const asked = new Set(
    queries(db)
      .mine.all({ schoolId, personId })
      .map((row) => row.enrolmentId),
  );
  return completed.filter(
    ({ enrolmentId, schoolDays }) =>
      schoolDays >= asksAfterWeeks * week &&
      schoolDays < lapsesAfterWeeks * week &&
      !asked.has(enrolmentId),
  );
}

/** What the page shows; what was written before stands in it. */
export interface FollowUpView {
  enrolmentId: string;
  title: string;
  completedOn: string;
  outcomes: string[];
  /** What they said they would do; null when they have deleted the words since. */
  commitment: Commitment | null;
  confidence: { after: Record<number, number>; later: Record<number, number> };
  /** Null until it is answered. */
  said: { tried: Tried; happened: string } | null;
}

/**
 * The look back on the module completed last under this slug.
 * @throws LearningError 'not yet' before it is due, and once it was skipped or has lapsed
 */
export function readFollowUp(attune: Attune, whose: Whose, slug: string): FollowUpView {
  const { db } = attune;
  const most = lapsesAfterWeeks * week;
  const completed = completedBy(attune, whose, calendarFor(db, whose), most).filter(
    ({ module }) => module === slug,
  );
  const [found] = completed;
  const row = found && rowOf(db, found.enrolmentId);
  const answered = row?.tried ? row : null;
  if (!found || (!answered && followUpsDue(db, whose, completed).length === 0)) {
    throw notYet('There is nothing to look back on here at the moment.');
  }
  const { enrolmentId, version, completedOn } = found;
  const { after, later } = confidenceOf(db, enrolmentId);
  const commitment = readCommitment(attune, whose.personId, enrolmentId);
  return {
    enrolmentId,
    title: version.title,
    completedOn,
    outcomes: version.outcomes,
    commitment: commitment?.what ? commitment : null,
    confidence: { after, later },
    said: answered?.tried
      ? { tried: answered.tried, happened: openHappened(attune, whose.personId, answered.happened) }
      : null,
  };
}

function rowOf(db: Db, enrolmentId: string) {
  return db.select().from(followUp).where(eq(followUp.enrolmentId, enrolmentId)).get();
}

export function openHappened(
  { keyring }: Pick<Attune, 'keyring'>,
  personId: string,
  cipher: string | null,
): string {
  return cipher === null ? '' : keyring.decrypt(cipher, followUpContext(personId));
}

/**
 * Keeps whether it was tried, what happened (private, may be empty) and how confident they are now. Sent again, it
 * replaces what was there.
 * @throws LearningError 'pick something'
 */
export function answerFollowUp(
  attune: Attune,
  actor: Actor,
  input: {
    enrolmentId: string;
    tried: Tried;
    happened: string;
    levels: Record<number, number>;
  },
): void {
  const { enrolled } = requireCounting(attune, actor, input.enrolmentId);
  if (enrolled.completedAt === null) {
    throw notYet('There is nothing to look back on before the module is completed.');
  }
  if (!(input.tried in triedWords)) throw pickSomething('Choose one of the four. Any is fine.');
  setConfidence(attune, actor, {
    enrolmentId: enrolled.id,
    moment: 'later',
    levels: input.levels,
  });
  const happened =
    input.happened.trim() === ''
      ? null
      : attune.keyring.encrypt(input.happened, followUpContext(actor.personId));
  keep(attune, enrolled.id, { tried: input.tried, happened, skipped: false });
}

/** Not wanted: it is not asked again. What was answered stays. */
export function skipFollowUp(attune: Attune, actor: Actor, input: { enrolmentId: string }): void {
  const { enrolled } = requireCounting(attune, actor, input.enrolmentId);
  attune.db
    .insert(followUp)
    .values({ enrolmentId: enrolled.id, skipped: true, at: attune.now().getTime() })
    .onConflictDoNothing()
    .run();
}

/** Deletes what happened; that it was tried or not stays. */
export function deleteHappened(attune: Attune, actor: Actor, input: { enrolmentId: string }): void {
  const { enrolled } = requireEnrolment(attune, actor, input.enrolmentId);
  attune.db
    .update(followUp)
    .set({ happened: null })
    .where(eq(followUp.enrolmentId, enrolled.id))
    .run();
}

function keep(
  attune: Attune,
  enrolmentId: string,
  said: Pick<typeof followUp.$inferInsert, 'tried' | 'happened' | 'skipped'>,
): void {
  const at = attune.now().getTime();
  attune.db
    .insert(followUp)
    .values({ enrolmentId, ...said, at })
    .onConflictDoUpdate({ target: followUp.enrolmentId, set: { ...said, at } })
    .run();
}
