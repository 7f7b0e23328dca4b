import type { Role } from '~db/schema';
import { type Right, roleActing, type SignedIn } from './rights';

/** Who does something: what use-cases receive. `system` acts where no person does, as at setup. */
export interface Actor {
  personId: string;
  schoolId: string;
  role: Role | 'system';
}

/** The signed-in person, in the role that gives them `right`. */
export function actorOf(who: SignedIn, right: Right): Actor {
  return { personId: who.personId, schoolId: who.schoolId, role: roleActing(who, right) };
}
