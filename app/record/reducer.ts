import type { OpenedEvent } from './opened-event';
import { changed, changeRevised, changeWithdrawn } from './reduce-changes';
import { putBack } from './reduce-put-back';
import { attended } from './reduce-sessions';
import { details, left } from './reduce-staff';
import { didTogether, withdrawn } from './reduce-together';
import { assigned, completed, corrected, exempted, started } from './reduce-training';
import type { Change, PriorRows } from './row-types';

/**
 * What an event changes in the projections. Pure: live appending, `npm run rebuild` and `npm run verify-record` run this
 * same function, so that they cannot disagree. An event's own data decides, with the rows made by earlier events; no
 * clock, no table and no content is asked.
 */
export function reduce(event: OpenedEvent, prior: PriorRows): Change[] {
  switch (event.verb) {
    case 'joined':
    case 'details changed':
      return details(event);
    case 'left':
    case 'leaving corrected':
      return left(event, prior);
    case 'erased':
      return [{ table: 'every', erased: event.object }];
    case 'assigned':
      return assigned(event, prior);
    case 'exempted':
      return exempted(event, prior);
    case 'started':
    case 'reopened':
      return started(event, prior);
    case 'did together':
      return didTogether(event, prior);
    case 'completed':
      return completed(event, prior);
    case 'session attended':
      return attended(event);
    case 'withdrawn':
      return withdrawn(event, prior);
    case 'put back':
      return putBack(event, prior);
    case 'corrected':
      return corrected(event, prior);
    case 'school change':
      return changed(event);
    case 'school change revised':
      return changeRevised(event, prior);
    case 'school change withdrawn':
      return changeWithdrawn(event, prior);
    default:
      return [];
  }
}
