import type { Attune } from '~/context.server';
import type { Module, Question, Scenario } from '~/course/module';
import { versionOf } from '../enrolments.server';
import { quizOf, scenariosOf } from '../parts';
import { keptAnswers, madeChoices, markedGoes } from './deeds.server';
import { countedIn, type Deed, inFives } from './in-fives';
import { type ItemFound, itemFound, mostTellingFirst } from './item-found';
import { sameWords, type Wording, wordingOf } from './same-words';
import { type ScenarioFound, scenarioFound } from './scenario-found';

/**
 * A cohort of fewer is not told apart. A go at the quiz asks a third of its items, so its fives would hardly ever
 * fill; and whoever waits for them is not counted for the school either.
 */
export const fewestInGroup = 20;

type House = Pick<Attune, 'db' | 'course'>;

/** A group as it was fixed before the first of its people started: see `fixedCohorts`. */
export interface Group {
  id: string;
  name: string;
  people: ReadonlySet<string>;
}

/** What people found hard in a module: words about five or more at a time, never about anyone. */
export interface Understanding {
  /** The group asked for; null for the whole school, and for a group of which nothing may be shown. */
  group: { id: string; name: string } | null;
  /** Groups of which something may be shown. */
  groups: { id: string; name: string }[];
  /** Confident errors first. */
  items: ItemFound[];
  /** Of the quiz's items, those that too few have answered. */
  itemsNotShown: number;
  /** Only those of which something may be shown. */
  scenarios: ScenarioFound[];
}

interface Put<T, D> {
  what: T;
  deeds: Deed<D>[];
}

/**
 * First answers to each item, and first choices in each scenario, of the version served now and of any other that put
 * it in the same words. Counted by the rule of small numbers (`in-fives.ts`); what is not counted is not in the result
 * in any form. Three queries, and one more for each version not read before.
 *
 * @param asked id of the group to show
 */
export function understanding(
  house: House,
  schoolId: string,
  module: Module,
  groups: readonly Group[],
  asked: string | null,
): Understanding {
  const large = groups.filter(({ people }) => people.size >= fewestInGroup);
  const groupsOf = (person: string) =>
    large.filter(({ people }) => people.has(person)).map(({ id }) => id);
  const wordings = wordingsOf(house);
  const items = itemDeeds(house, schoolId, module, wordings, groupsOf).map(({ what, deeds }) => ({
    what,
    fives: inFives(deeds),
  }));
  const scenarios = choiceDeeds(house, schoolId, module, wordings, groupsOf).map(
    ({ what, places }) => ({
      what,
      places: new Map([...places].map(([step, deeds]) => [step, inFives(deeds)])),
    }),
  );
  const named = large
    .filter(
      ({ id }) =>
        items.some(({ fives }) => countedIn(fives, id).length > 0) ||
        scenarios.some(({ places }) =>
          [...places.values()].some((fives) => countedIn(fives, id).length > 0),
        ),
    )
    .map(({ id, name }) => ({ id, name }));
  const group = named.find(({ id }) => id === asked) ?? null;
  const counted = group?.id ?? null;
  const found = items.flatMap(({ what, fives }) => {
    const answers = countedIn(fives, counted);
    return answers.length > 0 ? [itemFound(what, answers)] : [];
  });
  return {
    group,
    groups: named,
    items: mostTellingFirst(found),
    itemsNotShown: items.length - found.length,
    scenarios: scenarios.flatMap(
      ({ what, places }) =>
        scenarioFound(what, (step) => countedIn(places.get(step) ?? [], counted)) ?? [],
    ),
  };
}

function wordingsOf(house: House): (contentHash: string) => Wording {
  const kept = new Map<string, Wording>();
  return (contentHash) => {
    const wording = kept.get(contentHash) ?? wordingOf(versionOf(house, { contentHash }));
    kept.set(contentHash, wording);
    return wording;
  };
}

type WordingsOf = ReturnType<typeof wordingsOf>;
type GroupsOf = (person: string) => string[];

function itemDeeds(
  { db }: House,
  schoolId: string,
  module: Module,
  wordings: WordingsOf,
  groupsOf: GroupsOf,
): Put<Question, Parameters<typeof itemFound>[1][number]>[] {
  const now = wordingOf(module);
  const goes = markedGoes(db, schoolId, module.slug);
  const answers = keptAnswers(db, schoolId, module.slug);
  return (quizOf(module)?.bank ?? []).map((question) => ({
    what: question,
    deeds: goes
      .filter(
        (go) =>
          go.items.includes(question.id) &&
          sameWords(wordings(go.contentHash).items, now.items, question.id),
      )
      .map((go) => ({
        person: go.personId,
        groups: groupsOf(go.personId),
        value: answers(go.id, question.id),
      })),
  }));
}

/** Each place of a scenario with the first choice that each person made there, on their first go. */
function choiceDeeds(
  { db }: House,
  schoolId: string,
  module: Module,
  wordings: WordingsOf,
  groupsOf: GroupsOf,
): { what: Scenario; places: Map<string, Deed<number>[]> }[] {
  const now = wordingOf(module);
  const choices = madeChoices(db, schoolId, module.slug);
  return scenariosOf(module).map(({ scenario }) => {
    const firstGo = new Map<string, string>();
    const places = new Map<string, Deed<number>[]>();
    for (const { personId, contentHash, runId, step, choice, scenario: id } of choices) {
      if (id !== scenario.id || !sameWords(wordings(contentHash).scenarios, now.scenarios, id))
        continue;
      if (!firstGo.has(personId)) firstGo.set(personId, runId);
      if (firstGo.get(personId) !== runId) continue;
      const deeds = places.get(step) ?? [];
      deeds.push({ person: personId, groups: groupsOf(personId), value: choice });
      places.set(step, deeds);
    }
    return { what: scenario, places };
  });
}
