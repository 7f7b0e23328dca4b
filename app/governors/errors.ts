/** Something that whoever shares the totals can mend: `message` says how; `field` is where it belongs in the form. */
export class GovernorsError extends Error {
  override name = 'GovernorsError';
  constructor(
    readonly code: 'not-here' | 'bad-day' | 'there-already',
    message: string,
    readonly field = '',
    readonly status: 400 | 404 | 409 = 400,
  ) {
    super(message);
  }
}

/** The house may hold this module twice, so a class is no proof: its name and code are. */
export function isGovernorsError(error: unknown): error is GovernorsError {
  return error instanceof Error && error.name === 'GovernorsError' && 'code' in error;
}
