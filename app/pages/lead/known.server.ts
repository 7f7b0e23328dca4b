import type { Attune } from '~/context.server';
import type { SignedIn } from '~/people/rights';
import { readWhoToTell } from '~/people/who-to-tell.server';
import type { Known } from './fill-in';

/** What Attune knows of what the guides leave in square brackets. */
export function knownTo({ db, config }: Pick<Attune, 'db' | 'config'>, who: SignedIn): Known {
  const tell = readWhoToTell(db, who.schoolId);
  return {
    "dsl's name": tell?.safeguardingLead.name,
    number: tell?.safeguardingLead.phone,
    "head's name": tell?.head.name,
    address: config.origin,
    'your name': who.name,
    school: who.schoolName,
    'school or trust': who.schoolName,
  };
}
