import type { Asked } from '~db/schema/record';
import { dataOf, type OpenedEvent } from './opened-event';
import { askedBy, isOpen, linesOf, versionOf } from './reduce-training';
import type { Change, PriorRows, TrainingRow } from './row-types';
import { change } from './training-line';
import type { EventData } from './vocabulary';

/**
 * A completion stands again as it was. What was opened or asked for in its place is over, what goes on is asked for as it
 * was before, and what was asked for meanwhile is answered.
 */
export function putBack(event: OpenedEvent, prior: PriorRows): Change[] {
  const { enrolment, over = null, lifted = [], certificate = 'valid' } = dataOf(event, 'put back');
  const line = prior.lineOfCompletion(event.object);
  if (line?.status !== 'withdrawn') return [];
  const earned = prior.certificate(event.object);
  const lines = linesOf(event, prior);
  const inItsPlace = lines.find(({ rowId }) => rowId === over);
  const gone = new Set(lifted.filter((one) => one.dueOn === null).map((one) => one.assignment));
  const goingOn = lines.filter(
    (one) =>
      isOpen(one) &&
      one.rowId !== over &&
      one.asked.some(({ assignment }) => lifted.some((was) => was.assignment === assignment)),
  );
  const meanwhile = [
    ...(inItsPlace?.asked ?? []),
    ...goingOn.flatMap(({ asked }) => asked.filter(({ assignment }) => gone.has(assignment))),
  ].filter(({ assignment }) => !line.asked.some((one) => one.assignment === assignment));
  const after = change(event, line, {
    ...askedBy([...line.asked, ...meanwhile]),
    rowId: enrolment ?? line.rowId,
    status: 'current',
    happenedOn: line.completedOn,
    restsOn: [...new Set([...line.restsOn, ...(inItsPlace?.restsOn ?? []), event.id])],
  });
  return [
    ...goingOn.map((one) => change(event, one, asBefore(one, lifted))),
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

/** What is begun goes on whoever asks for it; of what is not, the module has been done once more. */
function asBefore(
  line: TrainingRow,
  lifted: NonNullable<EventData<'put back'>['lifted']>,
): Partial<TrainingRow> {
  const asked = line.asked.flatMap((one): Asked[] => {
    const was = lifted.find(({ assignment }) => assignment === one.assignment);
    if (!was) return [one];
    if (was.dueOn === null) return [];
    const { assignment } = one;
    const { assignedOn = one.assignedOn } = was;
    const opens = was.opensOn === undefined ? {} : { opensOn: was.opensOn };
    return [{ assignment, assignedOn, dueOn: was.dueOn, ...opens }];
  });
  if (line.status === 'in progress') return askedBy(asked);
  if (asked.length === 0) return { status: 'exempt' };
  return { ...askedBy(asked), status: 'refresh due' };
}
