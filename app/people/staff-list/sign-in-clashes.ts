import type { Known } from './known';
import type { Line } from './lines';

const keys = ['email', 'staffNumber'] as const;
const called = { email: 'e-mail address', staffNumber: 'staff number' };

/**
 * Refuses whatever would leave two people with one e-mail address or staff number, in place. Two people may exchange
 * theirs in one list. A refusal leaves its person as they were, which may be in another row’s way: so until none is left.
 */
export function refuseClashes(
  lines: Line[],
  staff: readonly Known[],
  elsewhere: ReadonlySet<string>,
): void {
  for (const line of lines) {
    const { before, after } = line;
    if (after?.email && after.email !== before?.email && elsewhere.has(after.email)) {
      refuse(line, 'Someone at another school signs in with this e-mail address.');
    }
  }
  let again = true;
  while (again) {
    again = false;
    for (const key of keys) {
      for (const [line, holder] of clashes(lines, staff, key)) {
        refuse(
          line,
          `This ${called[key]} is ${holder}’s on your staff list. Each person needs their own.`,
        );
        again = true;
      }
    }
  }
}

/** Lines that would take what another one holds in the end, with whose it is. */
function clashes(
  lines: readonly Line[],
  staff: readonly Known[],
  key: (typeof keys)[number],
): [Line, string][] {
  const byPerson = new Map(
    lines.flatMap((line) => (line.before && line.after ? [[line.before.id, line]] : [])),
  );
  const holds = new Map<string, { line: Line | null; name: string }[]>();
  const hold = (value: string | null, line: Line | null, name: string) => {
    if (value) holds.set(value, [...(holds.get(value) ?? []), { line, name }]);
  };
  for (const one of staff) {
    const line = byPerson.get(one.id) ?? null;
    hold((line?.after ?? one)[key], line, one.name);
  }
  for (const line of lines) if (!line.before && line.after) hold(line.after[key], line, line.name);
  return [...holds.values()].flatMap((holders) => {
    if (holders.length < 2) return [];
    return holders.flatMap(({ line }): [Line, string][] => {
      const takes = line?.after && line.after[key] !== line.before?.[key];
      const other = holders.find((holder) => holder.line !== line);
      return takes && other ? [[line, other.name]] : [];
    });
  });
}

function refuse(line: Line, why: string): void {
  line.kind = 'refuse';
  line.after = null;
  line.notes = [why, ...line.notes];
}
