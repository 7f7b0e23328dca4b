/** What Remix says of every failure in place of its message, which may hold anything. */
const sanitised = 'Unexpected Server Error';

/** Adds the reference to the error inside the body of a `.data` answer, so that the browser can show it. */
export function withReference(body: string, reference: string): string {
  return body.replace(`"${sanitised}"`, `"${sanitised} (${reference})"`);
}

/** The reference inside an error that came from the server, if it carries one. */
export function referenceIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return /^Unexpected Server Error \(([A-Z0-9-]+)\)$/.exec(error.message)?.[1];
}

/** What fetch throws when there is no way through: each browser has words of its own for it. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed|connection/i.test(error.message);
}
