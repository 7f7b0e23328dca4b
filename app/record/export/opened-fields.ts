import type { Verb } from '../vocabulary';

const source = ['person', 'actorRole', 'happenedOn'];
const details = ['name', 'roleGroup', 'teams', 'contract', 'startDate', 'leaveDate'];

/** What a line of a person rests on. A name comes along only where the export has names. */
const staffFields = new Map<string, readonly string[]>([
  ['joined', details],
  ['details changed', details],
  ['left', ['leaveDate']],
  ['leaving corrected', ['leaveDate']],
] satisfies [Verb, string[]][]);

const sessionFields = ['title', 'kind', 'provider', 'minutes', 'cpdType'];

const reopening = ['refreshes', 'resumes', 'startedOn'];

const lineFields = new Map<string, readonly string[]>([
  ['assigned', [...source, 'moduleTitle', 'dueOn', 'publishedMinutes', 'again']],
  ['exempted', source],
  ['started', [...source, 'moduleTitle', 'version', 'publishedMinutes', 'refreshes', 'resumes']],
  ['reopened', [...source, 'moduleTitle', 'version', 'publishedMinutes', ...reopening]],
  ['did together', source],
  [
    'completed',
    [...source, 'moduleTitle', 'version', 'publishedMinutes', 'cpdType', 'standardMet'],
  ],
  ['session attended', [...source, ...sessionFields, 'enteredFrom']],
  ['withdrawn', source],
  ['put back', [...source, 'enrolment', 'over', 'lifted']],
  ['corrected', [...source, 'completedOn', ...sessionFields]],
] satisfies [Verb, string[]][]);

/** Fields that an event of a verb may lack from the beginning. */
const optional = new Map<string, readonly string[]>([
  ['assigned', ['again']],
  ['reopened', ['refreshes']],
  ['put back', ['lifted']],
  ['started', ['refreshes', 'resumes']],
  ['corrected', ['completedOn', ...sessionFields]],
] satisfies [Verb, string[]][]);

/** Verbs that make or change a line of the record. */
export const lineVerbs: readonly string[] = [...lineFields.keys()];
export const isLineVerb = (verb: string): boolean => lineFields.has(verb);
/** Verbs about someone's last day alone: the newest details stand beside them. */
export const isLastDayVerb = (verb: string): boolean =>
  verb === 'left' || verb === 'leaving corrected';
/** Verbs that make or change a person's details. */
export const isStaffVerb = (verb: string): boolean => staffFields.has(verb);

/** Of every verb of which anything may be opened. */
export const openedVerbs: readonly string[] = ['restored', ...staffFields.keys(), ...lineVerbs];

/**
 * The fields of an event that an export opens: what the rows rest on and nothing beyond. Of the enrolment's steps, of
 * who did something, of e-mails, staff numbers, outcomes and codes, nothing is ever opened.
 */
export function openedFields(verb: string, names: boolean): readonly string[] {
  if (verb === 'restored') return ['size', 'root'];
  const fields = staffFields.get(verb) ?? lineFields.get(verb) ?? [];
  return names ? fields : fields.filter((field) => field !== 'name');
}

/** Of those, what must be opened whatever happened: a name may have been erased. */
export function requiredFields(verb: string): readonly string[] {
  return openedFields(verb, false).filter((field) => !optional.get(verb)?.includes(field));
}
