import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Db, Tx } from '~db/client.server';
import { staffRow, type Together, trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';

/** A session with a group as it is told to somebody: the day, and who led it; null once that name is erased. */
export interface LedOn {
  session: string;
  /** Civil date. */
  heldOn: string;
  leader: string | null;
}

/** Puts names to who led these, as the staff list had them at `size` events. One query, and none without any. */
export function ledBy(
  db: Db | Tx,
  school: string,
  size: number,
  sessions: readonly Together[],
): (one: Pick<Together, 'session' | 'heldOn' | 'ledBy'>) => LedOn {
  const ids = [...new Set(sessions.map((one) => one.ledBy))];
  const rows =
    ids.length === 0
      ? []
      : db
          .select({ personId: staffRow.personId, name: staffRow.name })
          .from(staffRow)
          .where(
            and(
              eq(staffRow.school, school),
              inArray(staffRow.personId, ids),
              stoodAt(staffRow, size),
            ),
          )
          .all();
  const names = new Map(rows.map(({ personId, name }) => [personId, name]));
  return ({ session, heldOn, ledBy: leader }) => ({
    session,
    heldOn,
    leader: names.get(leader) ?? null,
  });
}

/** Lines of the record with the names of who led what was done with a group. One query at most. */
export function withLeaders<L extends { together: Together[] }>(
  { db, school, size }: { db: Db | Tx; school: string; size: number },
  lines: readonly L[],
): (Omit<L, 'together'> & { together: LedOn[] })[] {
  const told = ledBy(
    db,
    school,
    size,
    lines.flatMap(({ together }) => together),
  );
  return lines.map((line) => ({ ...line, together: line.together.map(told) }));
}

/** What one person has done with a group, by enrolment, as it stands now. One query. */
export function togetherOf(db: Db | Tx, school: string, personId: string): Map<string, Together[]> {
  const rows = db
    .select({ rowId: trainingRow.rowId, together: trainingRow.together })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        eq(trainingRow.personId, personId),
        isNull(trainingRow.toSeq),
        ne(trainingRow.status, 'withdrawn'),
      ),
    )
    .all();
  return new Map(
    rows.filter(({ together }) => together.length > 0).map((row) => [row.rowId, row.together]),
  );
}

/** Who is exempt from a module, and asked for it by nothing else. One query. */
export function exemptFrom(db: Db | Tx, school: string, module: string): Set<string> {
  const rows = db
    .select({ personId: trainingRow.personId, status: trainingRow.status })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        eq(trainingRow.module, module),
        isNull(trainingRow.toSeq),
      ),
    )
    .all();
  const asked = new Set(
    rows.filter(({ status }) => status !== 'exempt').map(({ personId }) => personId),
  );
  return new Set(rows.map(({ personId }) => personId).filter((id) => !asked.has(id)));
}
