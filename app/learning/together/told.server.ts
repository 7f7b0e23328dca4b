import { sizeNow } from '~/record/as-at.server';
import { type LedOn, ledBy, togetherOf } from '~/record/together.server';
import type { Db } from '~db/client.server';
import { type Duty, dutiesOf, type Facts, isDone } from '../completion';
import type { Whose } from '../enrolments.server';
import { pageOf } from '../parts';
import type { Version } from '../version';

/** What someone did of a module with a group, and what is left for them alone. */
export interface ToldTogether {
  sessions: LedOn[];
  /** In order, each with its minutes as published. */
  left: { kind: Duty['kind']; minutes: number }[];
}

/** For one person's enrolments: null where nothing was done with a group. Three queries at most. */
export function toldTogether(
  db: Db,
  { schoolId, personId }: Whose,
): (enrolmentId: string, version: Version, facts: Facts) => ToldTogether | null {
  const done = togetherOf(db, schoolId, personId);
  const told =
    done.size === 0 ? null : ledBy(db, schoolId, sizeNow(db, schoolId), [...done.values()].flat());
  return (enrolmentId, version, facts) => {
    const sessions = done.get(enrolmentId);
    if (!told || !sessions) return null;
    const left = dutiesOf(version)
      .filter((duty) => !isDone(duty, version, facts))
      .map(({ kind, pages }) => ({
        kind,
        minutes: Math.max(0, ...pages.map((page) => pageOf(version, page)?.minutes ?? 0)),
      }));
    return { sessions: sessions.map(told), left };
  };
}
