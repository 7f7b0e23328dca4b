export type LearningErrorCode =
  | 'no such module'
  | 'not open yet'
  | 'nothing new'
  | 'not started'
  | 'not there'
  | 'not yet'
  | 'pick something'
  | 'write something'
  | 'too late'
  | 'entered already'
  | 'not entered'
  | 'done otherwise'
  | 'set aside'
  | 'own completion';

/**
 * What a learner can run into. Tell errors apart by `code`: `instanceof` fails when the class was loaded twice, once
 * from source and once from the built pages.
 */
export class LearningError extends Error {
  override readonly name = 'LearningError';
  constructor(
    readonly code: LearningErrorCode,
    readonly status: number,
    message: string,
    /** Where it belongs in the form; '' for the form as a whole. */
    readonly field = '',
  ) {
    super(message);
  }
}

export function isLearningError(error: unknown): error is LearningError {
  return error instanceof Error && error.name === 'LearningError';
}

export const noSuchModule = () =>
  new LearningError(
    'no such module',
    404,
    'There is no module at this address. Your modules are on your home page.',
  );
export const notOpenYet = () =>
  new LearningError(
    'not open yet',
    409,
    'Modules open once your school has entered who to tell when someone is worried about a child. Please ask your attachment lead.',
  );
export const nothingNew = () =>
  new LearningError(
    'nothing new',
    409,
    'There is no refresher to take: you have completed the newest version of this module, or none of it yet.',
  );
export const notStarted = () =>
  new LearningError(
    'not started',
    404,
    'You have not started this module. Open its first page and press Start.',
  );
export const notThere = (what: string) =>
  new LearningError(
    'not there',
    404,
    `This ${what} is not part of the version you started. Go back to the module and continue from there.`,
  );
export const notYet = (message: string) => new LearningError('not yet', 409, message);
export const pickSomething = (message: string) => new LearningError('pick something', 400, message);
export const writeSomething = (message: string) =>
  new LearningError('write something', 400, message);
export const tooLate = (message: string) => new LearningError('too late', 409, message);
/** @param stands the module counts as completed now: the completion in whose place something had been begun was put back */
export const setAsideSince = (stands: boolean) =>
  new LearningError(
    'set aside',
    409,
    stands
      ? 'Your completion of this module was put back while this page was open. It counts again, and nothing more is asked of you.'
      : 'What this page belongs to was set aside while it was open. The module’s first page says how things stand.',
  );
