import { dataOf, type OpenedEvent } from './opened-event';
import { askedBy, linesOf, versionOf } from './reduce-training';
import type { Change, PriorRows } from './row-types';
import { change } from './training-line';

/**
 * A completion stands again as it was. What was opened or asked for in its place is over, and what was asked for there
 * meanwhile is answered.
 */
export function putBack(event: OpenedEvent, prior: PriorRows): Change[] {
  const { enrolment, over = null, certificate = 'valid' } = dataOf(event, 'put back');
  const line = prior.lineOfCompletion(event.object);
  if (line?.status !== 'withdrawn') return [];
  const earned = prior.certificate(event.object);
  const inItsPlace = linesOf(event, prior).find(({ rowId }) => rowId === over);
  const meanwhile = (inItsPlace?.asked ?? []).filter(
    ({ assignment }) => !line.asked.some((one) => one.assignment === assignment),
  );
  const after = change(event, line, {
    ...askedBy([...line.asked, ...meanwhile]),
    rowId: enrolment ?? line.rowId,
    status: 'current',
    happenedOn: line.completedOn,
    restsOn: [...new Set([...line.restsOn, ...(inItsPlace?.restsOn ?? []), event.id])],
  });
  return [
    { ...after, replaces: line.rowId, ...(inItsPlace ? { ends: inItsPlace.rowId } : {}) },
    ...(earned
      ? [
          {
            table: 'certificate' as const,
            row: { ...earned, ...versionOf(event), status: certificate },
          },
        ]
      : []),
  ];
}
