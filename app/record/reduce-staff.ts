import { londonDate } from './london-date';
import { dataOf, type OpenedEvent } from './opened-event';
import type { Change, PriorRows, StaffRow } from './row-types';

/** What every row version says of the event that made it. */
export function sourceOf(event: OpenedEvent) {
  return {
    school: event.school,
    fromSeq: event.seq,
    toSeq: null,
    happenedOn: event.happenedOn,
    recordedOn: londonDate(event.at),
    recordedByRole: event.actorRole ?? '',
    recordedBy: event.actor ?? '',
    recordId: event.id,
  };
}

/** Joined and details changed both carry a person's whole details, so neither needs the row before. */
export function details(event: OpenedEvent): Change[] {
  const data = dataOf(event, 'joined');
  const row: StaffRow = {
    ...sourceOf(event),
    personId: event.object,
    name: data.name ?? null,
    email: data.email ?? null,
    staffNumber: data.staffNumber ?? null,
    roleGroup: data.roleGroup ?? '',
    teams: data.teams ?? [],
    contract: data.contract ?? '',
    startDate: data.startDate ?? '',
    leaveDate: data.leaveDate ?? null,
    restsOn: [event.id],
  };
  return [{ table: 'staff', row }];
}

export function left(event: OpenedEvent, prior: PriorRows): Change[] {
  const before = prior.staff(event.object);
  if (!before) throw new Error(`Entry ${event.seq}: someone left who was never on the staff list`);
  const row: StaffRow = {
    ...before,
    ...sourceOf(event),
    leaveDate: dataOf(event, 'left').leaveDate ?? null,
    restsOn: [...before.restsOn.slice(0, 1), event.id],
  };
  return [{ table: 'staff', row }];
}
