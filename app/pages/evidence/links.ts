type Query = Record<string, string | readonly string[] | undefined>;

/** A query string of what is given; nothing for what is not. Of several values, each stands under the same name. */
export function queryOf(parts: Query): string {
  const given = Object.entries(parts).flatMap(([name, value = []]) =>
    [value].flat().flatMap((one) => (one === '' ? [] : [[name, one]])),
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

/** Where the lines of the record are that a figure counts. */
export const linesBehind = (lines: Query): string => `/evidence/record${queryOf(lines)}`;

/**
 * Where those stand of whom a figure is: which of the staff of a day, which modules it is about, and, of “n have not”, how
 * they stand with these.
 */
export function peopleBehind({ asAt, roleGroup, team, contract, role, among, ...of }: Query) {
  const staff = of.staff === 'new' ? 'new' : undefined;
  const whose = { roleGroup, team, contract, role, among, staff, standing: of.standing };
  return `/evidence/people${queryOf({ asAt, module: of.module, of: of.of, ...whose })}`;
}

/** Where “n of m staff” opens to: the lines of the n, or, where there are none, the m. */
export const figureBehind = (n: number, lines: Query): string =>
  n > 0 ? linesBehind({ staff: 'then', ...lines }) : peopleBehind(lines);
