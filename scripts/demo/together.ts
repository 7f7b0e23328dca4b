import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { scenarioOf } from '~/learning/parts';
import { putDown } from '~/learning/together/put-down.server';
import { createTogether, togetherSession, versionShown } from '~/learning/together/sessions.server';
import { endScenario, passPage } from '~/learning/together/showing.server';
import { isForGroups } from '~/learning/together/what-counts';
import type { Actor } from '~/people/actor';
import { person } from '~db/schema';
import type { DemoClock } from './clock';
import { DemoLearner } from './learner';

type PlanOn = (date: string, hour: number, act: () => void) => void;

const module = 'starter';

/**
 * The lead went through the starter with those who have no time at a computer: two were there, and one has taken the
 * quiz since. Another session has been begun and is to be taken up again.
 */
export function planTogether(
  attune: Attune,
  clock: DemoClock,
  lead: Actor,
  cohortId: string,
  planOn: PlanOn,
): void {
  const named = (name: string) =>
    attune.db.select({ id: person.id }).from(person).where(eq(person.name, name)).get()?.id ?? '';
  const heldOn = clock.back(6);
  planOn(heldOn, 15, () => {
    const id = createTogether(attune, lead, { module, cohortId, heldOn });
    show(attune, lead, id, Number.POSITIVE_INFINITY);
    putDown(attune, lead, id, ['Hassan Demir', 'Neil Hargreaves'].map(named));
  });
  planOn(clock.back(4), 14, () => {
    const actor: Actor = {
      ...{ personId: named('Hassan Demir'), schoolId: lead.schoolId, role: 'staff' },
    };
    new DemoLearner(attune, clock, actor, module, 5).takeTheRest();
  });
  const today = clock.back(1);
  planOn(today, 15, () => {
    const id = createTogether(attune, lead, {
      ...{ module: 'co-regulation', cohortId: null, heldOn: today },
    });
    show(attune, lead, id, 2);
  });
}

/** So many of the pages to read and, when all of them are, the first example by its summary. */
function show(attune: Attune, lead: Actor, session: string, most: number): void {
  const version = versionShown(attune, togetherSession(attune.db, lead.schoolId, session));
  const pages = version.pages.filter((page) => page.required && isForGroups(page));
  for (const { id } of pages.filter((page) => !scenarioOf(page)).slice(0, most)) {
    passPage(attune, lead, { session, page: id });
  }
  const example = pages.find((page) => scenarioOf(page));
  if (most > pages.length && example) {
    endScenario(attune, lead, { session, page: example.id, how: 'summary' });
  }
}
