/** A query string of what is given; nothing for what is not. Of several values, each stands under the same name. */
export function queryOf(parts: Record<string, string | readonly string[] | undefined>): string {
  const given = Object.entries(parts).flatMap(([name, value = []]) =>
    [value].flat().flatMap((one) => (one === '' ? [] : [[name, one]])),
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
