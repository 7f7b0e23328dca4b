import type { Attune } from '~/context.server';
import { countOpening, makeLink } from '~/governors/links.server';
import type { Actor } from '~/people/actor';
import { logAccess, logOnceADay } from '~/record/access.server';
import type { DemoClock } from './clock';

type PlanOn = (date: string, hour: number, act: () => void) => void;

/**
 * Who looked at the record in the last weeks, and the link that the governors were given before their meeting. Its token
 * stands in what is given back once the school has been played.
 */
export function planLooks(
  attune: Attune,
  { lead, head }: { lead: Actor; head: Actor },
  clock: DemoClock,
  planOn: PlanOn,
): { token: string } {
  const looks = (actor: Actor, what: string) => ({
    ...{ school: actor.schoolId, actor: actor.personId, what },
  });
  for (const daysAgo of [41, 34, 27, 20, 13, 6, 1]) {
    planOn(clock.date(daysAgo), 8, () =>
      logOnceADay(attune, looks(lead, 'opened the overview of who has done what'), null),
    );
  }
  for (const daysAgo of [22, 21]) {
    planOn(clock.date(daysAgo), 16, () => {
      logAccess(attune, { ...looks(head, 'opened the page of who is trained'), person: null });
    });
  }
  planOn(clock.date(21), 17, () => {
    logAccess(attune, { ...looks(head, 'downloaded the summary'), person: null });
  });

  const shared = { id: '', token: '' };
  planOn(clock.date(20), 9, () => {
    const asked = { label: 'Governors’ meeting', lastDay: clock.date(-40), asAt: null };
    Object.assign(shared, makeLink(attune, head, asked));
  });
  for (const [daysAgo, hour] of [
    [19, 20],
    [18, 7],
    [14, 18],
  ] as const) {
    planOn(clock.date(daysAgo), hour, () => countOpening(attune, shared));
  }
  return shared;
}
