import type { Asked } from '~db/schema/record';
import { dataOf, type OpenedEvent } from './opened-event';
import { sessionCorrected } from './reduce-sessions';
import type { CertificateRow, Change, PriorRows, TrainingRow } from './row-types';
import { blank, change } from './training-line';

/** Asked for what is asked already, the line stays and its date is the new one. */
export function assigned(event: OpenedEvent, prior: PriorRows): Change[] {
  const data = dataOf(event, 'assigned');
  const lines = linesOf(event, prior);
  const dates = {
    dueOn: data.dueOn ?? '',
    ...(data.opensOn === undefined ? {} : { opensOn: data.opensOn }),
  };
  const asked: Asked = {
    assignment: event.object,
    assignedOn: event.happenedOn ?? '',
    ...dates,
  };
  const again = data.again !== undefined;
  const same = lines.find((l) => isOpen(l) && asksFor(l, event.object));
  if (same) {
    const before = same.asked.find((a) => a.assignment === event.object);
    const { opensOn: _, ...now } = (again ? undefined : before) ?? asked;
    const moved = (a: Asked) => (a.assignment === event.object ? { ...now, ...dates } : a);
    return [change(event, same, askedBy(same.asked.map(moved)))];
  }
  // What was withdrawn answers nothing once it is asked for anew.
  const rest = again ? lines.filter((l) => l.status !== 'withdrawn') : lines;
  // Taken out of a cohort after answering it, and put back in: nothing new is asked.
  if (rest.some((l) => l.status !== 'exempt' && asksFor(l, event.object))) return [];
  const done = lines.some((l) => l.status === 'current');
  // A refresher answers nothing where what it refreshed was withdrawn.
  const open = rest.find((l) => isOpen(l) && !(again && l.cpdType === 'refresher'));
  if (open) {
    const status = again && !done && open.status === 'refresh due' ? 'due' : open.status;
    return [change(event, open, { ...askedBy([...open.asked, asked]), status })];
  }
  const rowId = `${event.object}:${event.person}`;
  const exempt = rest.find((l) => l.rowId === rowId || asksFor(l, event.object));
  return [
    change(event, exempt ?? blank(event), {
      ...askedBy([asked]),
      rowId: exempt?.rowId ?? rowId,
      moduleTitle: data.moduleTitle ?? '',
      publishedMinutes: data.publishedMinutes ?? null,
      status: done ? 'refresh due' : 'due',
    }),
  ];
}

/** Exempt only when nothing else asks for it and it was not started; what was asked stays on an exempt line. */
export function exempted(event: OpenedEvent, prior: PriorRows): Change[] {
  const line = linesOf(event, prior).find((l) => isOpen(l) && asksFor(l, event.object));
  if (!line) return [];
  const rest = line.asked.filter((a) => a.assignment !== event.object);
  const exempt = rest.length === 0 && line.status !== 'in progress';
  return [change(event, line, exempt ? { status: 'exempt' } : askedBy(rest))];
}

/** The enrolment takes over the line of the assignment that asked for it. */
export function started(event: OpenedEvent, prior: PriorRows): Change[] {
  const data = dataOf(event, 'started');
  const lines = linesOf(event, prior);
  const open = lines.find((l) => isOpen(l) && l.status !== 'in progress');
  const resumed = lines.find((l) => l.completionId !== null && l.completionId === data.resumes);
  const after = change(event, open ?? blank(event), {
    ...(resumed ? askedBy([...resumed.asked, ...(open?.asked ?? [])]) : {}),
    rowId: event.object,
    moduleTitle: data.moduleTitle ?? '',
    version: data.version ?? null,
    contentHash: event.contentHash,
    cpdType: data.refreshes ? 'refresher' : null,
    publishedMinutes: data.publishedMinutes ?? null,
    startedOn: event.happenedOn,
    ...(event.verb === 'reopened'
      ? { startedOn: dataOf(event, 'reopened').startedOn ?? null }
      : {}),
    status: 'in progress',
  });
  return [open ? { ...after, replaces: open.rowId } : after];
}

export function completed(event: OpenedEvent, prior: PriorRows): Change[] {
  const data = dataOf(event, 'completed');
  const line = linesOf(event, prior).find((l) => l.rowId === event.object);
  const after = change(event, line ?? blank(event), {
    rowId: event.object,
    moduleTitle: data.moduleTitle ?? '',
    version: data.version ?? null,
    contentHash: event.contentHash,
    cpdType: data.cpdType ?? null,
    publishedMinutes: data.publishedMinutes ?? null,
    completedOn: event.happenedOn,
    completionId: event.id,
    standardMet: data.standardMet ?? null,
    status: 'current',
  });
  const certificate = certificateOf(event);
  return certificate ? [after, certificate] : [after];
}

/** The date, when the correction gives one, and a session's details. What was withdrawn stays withdrawn. */
export function corrected(event: OpenedEvent, prior: PriorRows): Change[] {
  const data = dataOf(event, 'corrected');
  const { completedOn } = data;
  const details = sessionCorrected(data);
  const was = prior.certificate(event.object)?.status;
  const status = was === 'withdrawn' ? was : 'corrected';
  return completedOn
    ? ofCompletion(
        event,
        prior,
        { completedOn, happenedOn: completedOn, ...details },
        { completedOn, status },
      )
    : ofCompletion(event, prior, details, { status });
}

/** Changes the line and the certificate of a completion, and the line of a session attended. */
export function ofCompletion(
  event: OpenedEvent,
  prior: PriorRows,
  line: Partial<TrainingRow>,
  certificate: Partial<CertificateRow>,
): Change[] {
  const before = prior.lineOfCompletion(event.object);
  const earned = prior.certificate(event.object);
  const renamed = before && line.rowId !== undefined && line.rowId !== before.rowId;
  return [
    ...(before
      ? [{ ...change(event, before, line), ...(renamed ? { replaces: before.rowId } : {}) }]
      : []),
    ...(earned
      ? [{ table: 'certificate' as const, row: { ...earned, ...certificate, ...versionOf(event) } }]
      : []),
  ];
}

/** Needs the code and the outcomes, which no export opens. */
function certificateOf(event: OpenedEvent): Change | null {
  const data = dataOf(event, 'completed');
  if (!data.code || !event.person) return null;
  const row: CertificateRow = {
    ...versionOf(event),
    school: event.school,
    completionId: event.id,
    personId: event.person,
    code: data.code,
    name: data.name ?? null,
    module: event.module ?? '',
    moduleTitle: data.moduleTitle ?? '',
    version: data.version ?? 0,
    contentHash: event.contentHash ?? '',
    minutes: data.publishedMinutes ?? 0,
    refreshes: data.refreshes?.version ?? null,
    outcomes: data.outcomes ?? [],
    completedOn: event.happenedOn ?? '',
    together: (data.together ?? []).map((one) => ({ entry: '', ...one })),
    status: 'valid',
  };
  return { table: 'certificate', row };
}

export const versionOf = (event: OpenedEvent) => ({ fromSeq: event.seq, toSeq: null });

export const isOpen = (line: TrainingRow) =>
  line.status === 'due' || line.status === 'refresh due' || line.status === 'in progress';

const asksFor = (line: TrainingRow, assignment: string) =>
  line.asked.some((a) => a.assignment === assignment);

export function linesOf(event: OpenedEvent, prior: PriorRows): TrainingRow[] {
  if (!event.person)
    throw new Error(`Entry ${event.seq} (${event.verb}) does not say whom it is about`);
  return prior.lines(event.person).filter((line) => line.module === event.module);
}

export function askedBy(asked: Asked[]): Pick<TrainingRow, 'asked' | 'assignedOn' | 'dueOn'> {
  const earliest = (dates: string[]) => dates.sort()[0] ?? null;
  return {
    asked,
    assignedOn: earliest(asked.map((a) => a.assignedOn)),
    dueOn: earliest(asked.map((a) => a.dueOn)),
  };
}
