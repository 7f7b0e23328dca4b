/** Something a person can mend: `message` says how; `field` is where it belongs in the form. */
export class ReviewError extends Error {
  override name = 'ReviewError';
  constructor(
    readonly code: 'not-here' | 'bad-date',
    message: string,
    readonly field = '',
    readonly status: 400 | 404 = 400,
  ) {
    super(message);
  }
}

/** The house may hold this module twice, so a class is no proof: its name and code are. */
export function isReviewError(error: unknown): error is ReviewError {
  return error instanceof Error && error.name === 'ReviewError' && 'code' in error;
}
