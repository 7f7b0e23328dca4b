/** Something the lead can mend: `message` says how; `field` is where it belongs in the form. */
export class TrainingError extends Error {
  override name = 'TrainingError';
  constructor(
    readonly code:
      | 'not-here'
      | 'bad-date'
      | 'nobody'
      | 'nothing-different'
      | 'list-changed'
      | 'list-closed',
    message: string,
    readonly field = '',
    readonly status: 400 | 404 | 409 = 400,
  ) {
    super(message);
  }
}

/** The house may hold this module twice, so a class is no proof: its name and code are. */
export function isTrainingError(error: unknown): error is TrainingError {
  return error instanceof Error && error.name === 'TrainingError' && 'code' in error;
}
