/** Something the lead can mend: `message` says how; `field` is where it belongs in the form. */
export class CohortError extends Error {
  override name = 'CohortError';
  constructor(
    readonly code:
      | 'not-here'
      | 'name-used'
      | 'no-such-module'
      | 'assigned-already'
      | 'bad-date'
      | 'bad-rule'
      | 'bad-pathway'
      | 'no-such-team'
      | 'team-there'
      | 'unreadable-calendar'
      | 'not-yours',
    message: string,
    readonly field = '',
    readonly status: 400 | 403 | 404 = 400,
  ) {
    super(message);
  }
}

/** The house may hold this module twice, so a class is no proof: its name and code are. */
export function isCohortError(error: unknown): error is CohortError {
  return error instanceof Error && error.name === 'CohortError' && 'code' in error;
}
