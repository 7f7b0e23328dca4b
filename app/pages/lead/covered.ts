import type { Framework, Module } from '~/course/module';

export interface Covered {
  framework: string;
  topics: string[];
}

/** What a module covers, by title. An old version may cover what is no longer written: then its id has to do. */
export function coveredInWords(
  covers: Module['covers'],
  frameworks: Pick<Framework, 'id' | 'title' | 'topics'>[],
): Covered[] {
  return Object.entries(covers).map(([id, topics]) => {
    const framework = frameworks.find((one) => one.id === id);
    const titleOf = (topic: string) =>
      framework?.topics.find((one) => one.id === topic)?.title ?? topic;
    return { framework: framework?.title ?? id, topics: topics.map(titleOf) };
  });
}
