/** Something a person can mend: `message` says how, in words for the page; `field` is where it belongs in the form. */
export class PeopleError extends Error {
  override name = 'PeopleError';
  constructor(
    readonly code:
      | 'wrong-sign-in'
      | 'too-many-tries'
      | 'has-left'
      | 'weak-password'
      | 'wrong-password'
      | 'bad-code'
      | 'already-used'
      | 'bad-date'
      | 'no-sign-in-name'
      | 'only-lead'
      | 'last-one'
      | 'not-yours'
      | 'not-here'
      | 'nobody-chosen'
      | 'too-many'
      | 'set-up-already'
      | 'unreadable-list'
      | 'list-changed'
      | 'import-closed'
      | 'in-a-trust',
    message: string,
    readonly field = '',
    readonly status: 400 | 403 | 404 | 409 | 429 = 400,
  ) {
    super(message);
  }
}

/** The house may hold this module twice, so a class is no proof: its name and code are. */
export function isPeopleError(error: unknown): error is PeopleError {
  return error instanceof Error && error.name === 'PeopleError' && 'code' in error;
}
