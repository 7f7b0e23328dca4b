/** Something the lead can mend: `message` says how; `field` is where it belongs in the form. */
export class MessageError extends Error {
  override name = 'MessageError';
  constructor(
    readonly code: 'not-here' | 'nobody-chosen' | 'too-late' | 'no-address' | 'address-changed',
    message: string,
    readonly field = '',
    readonly status: 400 | 404 | 409 = 400,
  ) {
    super(message);
  }
}

/** The house may hold this module twice, so a class is no proof: its name and code are. */
export function isMessageError(error: unknown): error is MessageError {
  return error instanceof Error && error.name === 'MessageError' && 'code' in error;
}
