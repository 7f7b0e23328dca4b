/** Something that whoever writes can mend: `message` says how; `field` is where it belongs in the form. */
export class ChangeError extends Error {
  override name = 'ChangeError';
  constructor(
    readonly code:
      | 'not-here'
      | 'bad-date'
      | 'nothing-different'
      | 'withdrawn'
      | 'too-few'
      | 'times'
      | 'taken-out',
    message: string,
    readonly field = '',
    readonly status: 400 | 404 | 409 = 400,
  ) {
    super(message);
  }
}

/** The house may hold this module twice, so a class is no proof: its name and code are. */
export function isChangeError(error: unknown): error is ChangeError {
  return error instanceof Error && error.name === 'ChangeError' && 'code' in error;
}
