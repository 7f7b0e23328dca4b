import type { OpenedEvent } from './opened-event';
import { sourceOf } from './reduce-staff';
import type { TrainingRow } from './row-types';

/** The next version of a line: as it was, but for what the event changes. */
export function change(event: OpenedEvent, before: TrainingRow, after: Partial<TrainingRow>) {
  const restsOn = [...before.restsOn, event.id];
  const row: TrainingRow = { ...before, ...sourceOf(event), restsOn, ...after };
  return { table: 'training' as const, row };
}

/** A line of which nothing is known yet but whose it is. */
export function blank(event: OpenedEvent): TrainingRow {
  return {
    ...sourceOf(event),
    rowId: event.object,
    personId: event.person ?? '',
    module: event.module ?? '',
    moduleTitle: '',
    version: null,
    contentHash: null,
    cpdType: null,
    asked: [],
    assignedOn: null,
    dueOn: null,
    startedOn: null,
    completedOn: null,
    completionId: null,
    standardMet: null,
    publishedMinutes: null,
    status: 'due',
    session: null,
    sessionKind: null,
    provider: null,
    enteredFrom: null,
    together: [],
    restsOn: [],
  };
}
