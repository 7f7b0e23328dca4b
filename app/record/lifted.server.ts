import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { type Asked, event, trainingRow } from '~db/schema/record';
import type { EventData } from './vocabulary';

type Lifted = NonNullable<EventData<'put back'>['lifted']>;

/**
 * What the withdrawal of a completion changed in what its person had open of the module before it, and what was asked for
 * there since: as each was before, to go on the `put back`. Nothing of `over`, which ends.
 */
export function liftedWith(
  tx: Tx,
  school: string,
  { personId, completionId, over }: { personId: string; completionId: string; over: string | null },
): Lifted {
  const gone = tx
    .select({ seq: event.seq, module: event.module })
    .from(event)
    .where(
      and(eq(event.school, school), eq(event.object, completionId), eq(event.verb, 'withdrawn')),
    )
    .orderBy(desc(event.seq))
    .get();
  if (!gone?.module) return [];
  const ofTheirs = and(
    eq(trainingRow.school, school),
    eq(trainingRow.personId, personId),
    eq(trainingRow.module, gone.module),
  );
  const open = tx
    .select({ rowId: trainingRow.rowId, asked: trainingRow.asked })
    .from(trainingRow)
    .where(
      and(
        ofTheirs,
        isNull(trainingRow.toSeq),
        inArray(trainingRow.status, ['due', 'refresh due', 'in progress']),
      ),
    )
    .all();
  return open
    .filter(({ rowId }) => rowId !== over)
    .flatMap(({ rowId, asked }) => {
      const before = tx
        .select({ asked: trainingRow.asked })
        .from(trainingRow)
        .where(and(ofTheirs, eq(trainingRow.rowId, rowId), lt(trainingRow.fromSeq, gone.seq)))
        .orderBy(desc(trainingRow.fromSeq))
        .get();
      return before ? changedSince(before.asked, asked) : [];
    });
}

function changedSince(before: Asked[], now: Asked[]): Lifted {
  return now.flatMap(({ assignment, dueOn, opensOn }): Lifted => {
    const was = before.find((one) => one.assignment === assignment);
    if (!was) return [{ assignment, dueOn: null }];
    return was.dueOn === dueOn && was.opensOn === opensOn ? [] : [was];
  });
}
