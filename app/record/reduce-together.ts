import { dataOf, type OpenedEvent } from './opened-event';
import { linesOf, ofCompletion, versionOf } from './reduce-training';
import type { Change, PriorRows, TrainingRow } from './row-types';
import { change } from './training-line';

/** Pages or a scenario done with a group: the line says so from then on. */
export function didTogether(event: OpenedEvent, prior: PriorRows): Change[] {
  const line = linesOf(event, prior).find(({ rowId }) => rowId === event.object);
  if (!line) return [];
  const { session = '', ledBy = '' } = dataOf(event, 'did together');
  const one = { entry: event.id, session, ledBy, heldOn: event.happenedOn ?? '' };
  return [change(event, line, { together: [...line.together, one] })];
}

/**
 * A completion or an attendance that is withdrawn stays in sight. Its line is from then on known by the completion, so
 * that the enrolment may go on under its own name. Of what was done together the line loses that and keeps the rest;
 * one that nobody had started after all is as before, or withdrawn where nobody had asked for it.
 */
export function withdrawn(event: OpenedEvent, prior: PriorRows): Change[] {
  const lines = event.person ? prior.lines(event.person) : [];
  const told = lines.find(({ together }) => together.some(({ entry }) => entry === event.object));
  if (told) {
    const together = told.together.filter(({ entry }) => entry !== event.object);
    const fallen = told.together.find(({ entry }) => entry === event.object)?.session;
    return [change(event, told, { together }), ...certificateWithout(event, prior, told, fallen)];
  }
  const begun = lines.find(
    ({ status, restsOn }) => status === 'in progress' && restsOn.includes(event.object),
  );
  if (begun) return [notStarted(event, begun, lines)];
  return ofCompletion(
    event,
    prior,
    { status: 'withdrawn', rowId: event.object },
    { status: 'withdrawn' },
  );
}

/** A certificate that named that session names it no more, and says that it was corrected. */
function certificateWithout(
  event: OpenedEvent,
  prior: PriorRows,
  { completionId }: TrainingRow,
  fallen: string | undefined,
): Change[] {
  const earned = completionId === null ? null : prior.certificate(completionId);
  if (!earned?.together.some(({ session }) => session === fallen)) return [];
  const together = earned.together.filter(({ session }) => session !== fallen);
  const status = earned.status === 'withdrawn' ? earned.status : 'corrected';
  return [{ table: 'certificate', row: { ...earned, ...versionOf(event), together, status } }];
}

function notStarted(event: OpenedEvent, line: TrainingRow, lines: readonly TrainingRow[]): Change {
  const [first] = line.asked;
  if (!first) return change(event, line, { status: 'withdrawn' });
  const done = lines.some(({ module, status }) => module === line.module && status === 'current');
  const asked = change(event, line, {
    rowId: `${first.assignment}:${line.personId}`,
    version: null,
    contentHash: null,
    cpdType: null,
    startedOn: null,
    status: done ? 'refresh due' : 'due',
  });
  return { ...asked, replaces: line.rowId };
}
