/** Something the lead can mend: `message` says how; `field` is where it belongs in the form. */
export class TogetherError extends Error {
  override name = 'TogetherError';
  constructor(
    readonly code: 'not-here' | 'not-open' | 'bad-date' | 'nobody' | 'nothing-shown' | 'settled',
    message: string,
    readonly field = '',
    readonly status: 400 | 404 | 409 = 400,
  ) {
    super(message);
  }
}

/** The house may hold this module twice, so a class is no proof: its name and code are. */
export function isTogetherError(error: unknown): error is TogetherError {
  return error instanceof Error && error.name === 'TogetherError' && 'code' in error;
}
