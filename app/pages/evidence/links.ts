/** A query string of what is given; nothing for what is not. */
export function queryOf(parts: Record<string, string | undefined>): string {
  const given = Object.entries(parts).filter(
    (part): part is [string, string] => part[1] !== undefined && part[1] !== '',
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
