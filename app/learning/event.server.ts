import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import type { EventData, NewEvent, Verb } from '~/record/vocabulary';
import type { Enrolment } from './enrolments.server';

/** An event about one enrolment, which is its object. */
export function eventOf<V extends Verb>(
  actor: Actor,
  enrolled: Pick<Enrolment, 'id' | 'schoolId' | 'personId' | 'module' | 'contentHash'>,
  now: Date,
  verb: V,
  data: EventData<V>,
): NewEvent<V> {
  return {
    school: enrolled.schoolId,
    verb,
    object: enrolled.id,
    actor: actor.personId,
    actorRole: actor.role,
    person: enrolled.personId,
    happenedOn: londonDate(now),
    module: enrolled.module,
    contentHash: enrolled.contentHash,
    data,
  };
}
