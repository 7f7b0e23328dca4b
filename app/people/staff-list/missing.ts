import type { Known } from './known';
import type { ListRow } from './list-row';
import type { Match } from './match';
import { sameName } from './read-name';

/**
 * Who is on the staff list with no last day, and in no row: not even in one that was refused or that waits for an answer.
 */
export function missingFrom(
  rows: readonly ListRow[],
  staff: readonly Known[],
  matches: ReadonlyMap<number, Match>,
): Known[] {
  const said = new Set(
    rows.flatMap((row) => [
      `name ${sameName(row.name)}`,
      `email ${row.email}`,
      `number ${row.staffNumber}`,
    ]),
  );
  const matched = new Set(
    [...matches.values()].flatMap((match) =>
      match.kind === 'person' ? [match.person] : match.kind === 'ask' ? match.candidates : [],
    ),
  );
  // A name alone may stand for somebody else of that name, whom the list does have.
  const byNumberOrMail = new Set([...matched].map(({ name }) => sameName(name)));
  return staff.filter((one) => {
    if (one.leaveDate !== null || matched.has(one)) return false;
    if (one.email && said.has(`email ${one.email}`)) return false;
    if (one.staffNumber && said.has(`number ${one.staffNumber}`)) return false;
    return byNumberOrMail.has(sameName(one.name)) || !said.has(`name ${sameName(one.name)}`);
  });
}
