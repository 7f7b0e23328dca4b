import { z } from 'zod';
import {
  changeKinds,
  changeOwners,
  changeThemes,
  changeWithdrawalReasons,
  revisionReasons,
} from './change-kinds';
import { sessionKinds } from './session-kinds';

/**
 * The events that are evidence, and the data each carries. Each field becomes a disclosure of its own. Words that staff
 * type never enter an event, nor do answers, scores, choices, confidence or time taken: `marked` carries only whether
 * the standard was met and a salted digest of the answers.
 */
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const staffDetails = z.object({
  name: z.string(),
  email: z.string().nullable(),
  staffNumber: z.string().nullable(),
  roleGroup: z.string(),
  teams: z.array(z.string()),
  contract: z.string(),
  startDate: civilDate,
  leaveDate: civilDate.nullable(),
  /** Only when it was given or changed: no row of the record rests on it. */
  workingDays: z.array(z.string()).nullable().optional(),
});

const moduleDetails = z.object({
  moduleTitle: z.string(),
  version: z.number().int(),
  publishedMinutes: z.number().int(),
});

/**
 * Only of a refresher: the version that the person had completed before, to which it adds what changed. The minutes are
 * then those of the refresher, and the standard is met in what it asks.
 */
const passDetails = moduleDetails.extend({
  refreshes: z.object({ version: z.number().int(), contentHash: z.string() }).optional(),
});

/** A session in which a module, or part of it, was done with a group. Who led it is a person id, so that erasure holds. */
const togetherDetails = z.object({
  session: z.string(),
  ledBy: z.string(),
  heldOn: civilDate,
});

export const cpdTypes = [
  'e-learning',
  'refresher',
  'together',
  'known already',
  'live',
  'external',
] as const;
export const withdrawalReasons = [
  'recorded for the wrong person',
  'recorded in error',
  'content was wrong',
] as const;
export const puttingBackReasons = ['withdrawn in error', 'theirs after all'] as const;
export const correctionReasons = [
  'wrong date',
  'wrong hours',
  'wrong details',
  'recorded in error',
  'entered late',
] as const;
export const leavingReasons = ['recorded in error', 'wrong date'] as const;
export const exemptionReasons = [
  'assignment withdrawn',
  'no longer in the cohort',
  'trained elsewhere',
  'not part of the role',
  'short contract',
] as const;

/** What a training session was: the name of something that took place, and never what anybody wrote about themselves. */
const sessionDetails = z.object({
  title: z.string(),
  kind: z.enum(sessionKinds),
  /** Null: the school itself. */
  provider: z.string().nullable(),
  /** Null: nobody knows any more. */
  minutes: z.number().int().positive().nullable(),
  cpdType: z.enum(['live', 'external']),
});

/** What the school changed, without the words in which it says so: those are rows that can be taken out again. */
const changeDetails = z.object({
  kind: z.enum(changeKinds),
  themes: z.array(z.enum(changeThemes)).min(1),
  owner: z.enum(changeOwners),
  changedOn: civilDate,
  reviewOn: civilDate.nullable(),
  /** Salted, so that it tells nothing once the words are gone. */
  wordsDigest: z.string(),
});

/** verb → data. `object` of the event is given in the comment. */
export const eventData = {
  /** object: person id. Put on the staff list. */
  joined: staffDetails,
  /** object: person id. Only what changed; `append` adds the rest, so that an export opens the newest alone. */
  'details changed': staffDetails.omit({ leaveDate: true }).partial(),
  /** object: person id. */
  left: z.object({ leaveDate: civilDate }),
  /** object: person id. The last day was another one, or none: null. Coming back after it is `joined` again. */
  'leaving corrected': z.object({
    leaveDate: civilDate.nullable(),
    reason: z.enum(leavingReasons),
  }),
  /** object: person id. The days are a deputy's: the first, and the last if it is known. */
  'role given': z.object({
    role: z.string(),
    fromOn: civilDate.optional(),
    untilOn: civilDate.optional(),
  }),
  /** object: person id. */
  'role taken away': z.object({ role: z.string() }),
  /** object: assignment id; person: who it was given to. */
  assigned: z.object({
    moduleTitle: z.string(),
    /** From when they are to learn it; absent: at once. */
    opensOn: civilDate.optional(),
    dueOn: civilDate,
    publishedMinutes: z.number().int(),
    paidMinutes: z.number().int(),
    /** The completion that had answered it and was withdrawn: it is asked for anew from this day. */
    again: z.string().optional(),
  }),
  /** object: assignment id; person: who is no longer asked. */
  exempted: z.object({ reason: z.enum(exemptionReasons) }),
  /**
   * object: enrolment id. `resumes`, of old: the completion that was withdrawn and with it the end of this enrolment; what
   * was asked for then is asked for still. `reopened` says that now.
   */
  started: passDetails.extend({ resumes: z.string().optional() }),
  /**
   * object: enrolment id. Nobody did anything: a completion was withdrawn (`resumes`) and what had been read stays, so the
   * enrolment is open again, as begun on the day on which it was; what was asked for then is asked for still.
   */
  reopened: passDetails.extend({ resumes: z.string(), startedOn: civilDate.nullable() }),
  /**
   * object: enrolment id. With a group: `happenedOn` is the day of the session. What counts of it for this enrolment
   * falls with this entry; see `withdrawn`.
   */
  'did together': z.object({ session: z.string(), ledBy: z.string() }),
  /** object: enrolment id. */
  'scenario ended': z.object({ how: z.enum(['ended', 'summary read', 'together']) }),
  /** object: enrolment id. */
  marked: z.object({
    standardMet: z.boolean(),
    answersDigest: z.string(),
    /** The actor typed the answers in from a sheet of paper. */
    onPaper: z.literal(true).optional(),
  }),
  /** object: enrolment id. A sheet was entered for the wrong person, say: the newest `marked` holds no more. */
  'marking withdrawn': z.object({ reason: z.enum(withdrawalReasons) }),
  /** object: enrolment id. */
  committed: z.object({}),
  /** object: enrolment id. */
  completed: passDetails.extend({
    /** What it covers: the module's outcomes; of a refresher, the pages it asked for. */
    outcomes: z.array(z.string()),
    cpdType: z.enum(cpdTypes),
    /** Sessions of a group on which it rests: without them it would not have been completed. */
    together: z.array(togetherDetails).optional(),
    standardMet: z.literal(true),
    ruleVersion: z.number().int(),
    /** The learner's name that day, for the certificate. */
    name: z.string(),
    code: z.string(),
  }),
  /** object: training session id; person: who was there. One for each person, so that each can be put right alone. */
  'session attended': sessionDetails.extend({ enteredFrom: z.enum(['register', 'own list']) }),
  /**
   * object: id of the `completed` or `session attended` event; of a `did together`, with which a scenario ended together
   * falls too; or of a `started`, where nobody had started after all.
   */
  withdrawn: z.object({
    reason: z.enum(withdrawalReasons),
    /** Of a completion: whether what was read on the way to it stays theirs, or was none of theirs either. */
    read: z.enum(['stays', 'goes']).optional(),
  }),
  /** object: id of a `completed` that was withdrawn and should not have been: it stands again as it was. */
  'put back': z.object({
    reason: z.enum(puttingBackReasons),
    /** By which its row is known, as before. */
    enrolment: z.string(),
    /** The row of what was opened or asked for in its place, and is over now: an enrolment, or `assignment:person`. */
    over: z.string().nullable(),
    /**
     * What its withdrawal had changed in what was open before it and goes on: the day by which each was asked for until
     * then, or null where it was not asked for there, and is not from now on.
     */
    lifted: z
      .array(
        z.object({
          assignment: z.string(),
          dueOn: civilDate.nullable(),
          assignedOn: civilDate.optional(),
          opensOn: civilDate.optional(),
        }),
      )
      .optional(),
    /** How its certificate stood. */
    certificate: z.enum(['valid', 'corrected']),
  }),
  /** object: id of the event corrected. Of a session attended, all its details as they are now said to have been. */
  corrected: z.object({
    reason: z.enum(correctionReasons),
    completedOn: civilDate.optional(),
    ...sessionDetails.partial().shape,
  }),
  /** object: change id; person: the school's id, because it is about nobody. */
  'school change': changeDetails,
  /** object: change id. All that is now said of it. */
  'school change revised': changeDetails.extend({ reason: z.enum(revisionReasons) }),
  /** object: change id. */
  'school change withdrawn': z.object({ reason: z.enum(changeWithdrawalReasons) }),
  /** object: person id. The disclosures of name, e-mail and staff number are gone. */
  erased: z.object({}),
  /** object and person: school id. The new name, and what it was called until then. */
  'school renamed': z.object({ schoolName: z.string(), formerName: z.string() }),
  /** object: school id. The backup's size and root. */
  restored: z.object({ size: z.number().int(), root: z.string() }),
} as const;

export type Verb = keyof typeof eventData;
export type EventData<V extends Verb> = z.infer<(typeof eventData)[V]>;

/** What appending asks for. `actor` did it; `person` is whom it is about. Both are disclosures, never in the leaf. */
export interface NewEvent<V extends Verb = Verb> {
  school: string;
  verb: V;
  object: string;
  actor: string;
  /** The role in which the actor acted: "staff", "lead", "deputy", "head", "office" or "system". */
  actorRole: string;
  person: string;
  /** When it happened, a civil date; the record itself keeps when it was recorded. */
  happenedOn: string;
  module?: string;
  contentHash?: string;
  data: EventData<V>;
}
