import { dataOf, type OpenedEvent } from './opened-event';
import { sourceOf } from './reduce-staff';
import type { Change, PriorRows, SchoolChangeRow } from './row-types';
import type { EventData } from './vocabulary';

/** What the school changed, as it is first told. */
export function changed(event: OpenedEvent): Change[] {
  const said = saidOf(dataOf(event, 'school change'));
  const row: SchoolChangeRow = {
    ...sourceOf(event),
    ...said,
    changeId: event.object,
    happenedOn: said.changedOn,
    reviewedOn: null,
    status: 'current',
    reason: null,
    restsOn: [event.id],
  };
  return [{ table: 'school change', row }];
}

/** All that is now said of it takes the place of what was; a look again leaves its day. */
export function changeRevised(event: OpenedEvent, prior: PriorRows): Change[] {
  const data = dataOf(event, 'school change revised');
  const said = saidOf(data);
  const reason = data.reason ?? null;
  const again = reason === 'looked at again' ? { reviewedOn: event.happenedOn } : {};
  return next(event, prior, { ...said, ...again, happenedOn: said.changedOn, reason });
}

export function changeWithdrawn(event: OpenedEvent, prior: PriorRows): Change[] {
  const { reason = null } = dataOf(event, 'school change withdrawn');
  return next(event, prior, { status: 'withdrawn', reason });
}

function next(event: OpenedEvent, prior: PriorRows, after: Partial<SchoolChangeRow>): Change[] {
  const before = prior.schoolChange(event.object);
  if (!before) throw new Error(`Entry ${event.seq}: about a change that was never recorded`);
  const restsOn = [...before.restsOn, event.id];
  return [{ table: 'school change', row: { ...before, ...sourceOf(event), restsOn, ...after } }];
}

function saidOf(data: Partial<EventData<'school change'>>) {
  return {
    kind: data.kind ?? '',
    themes: data.themes ?? [],
    owner: data.owner ?? '',
    changedOn: data.changedOn ?? '',
    reviewOn: data.reviewOn ?? null,
    wordsDigest: data.wordsDigest ?? '',
  };
}
