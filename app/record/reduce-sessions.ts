import { dataOf, type OpenedEvent } from './opened-event';
import type { Change, TrainingRow } from './row-types';
import { blank, change } from './training-line';
import type { EventData } from './vocabulary';

/** Each attendance is a line of its own: put down again after being taken off, somebody has two. */
export function attended(event: OpenedEvent): Change[] {
  const data = dataOf(event, 'session attended');
  return [
    change(event, blank(event), {
      rowId: event.id,
      moduleTitle: data.title ?? '',
      cpdType: data.cpdType ?? null,
      completedOn: event.happenedOn,
      completionId: event.id,
      publishedMinutes: data.minutes ?? null,
      status: 'current',
      session: event.object,
      sessionKind: data.kind ?? null,
      provider: data.provider ?? null,
      enteredFrom: data.enteredFrom ?? null,
    }),
  ];
}

/** What a correction says of a session; of a module's completion, nothing. */
export function sessionCorrected(data: Partial<EventData<'corrected'>>): Partial<TrainingRow> {
  const said: Partial<TrainingRow> = {
    moduleTitle: data.title,
    sessionKind: data.kind,
    provider: data.provider,
    publishedMinutes: data.minutes,
    cpdType: data.cpdType,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
