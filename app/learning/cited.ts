import { type Reference, referencesOf } from '~/course/cited';
import type { Module } from '~/course/module';

/** Said once for each version and kept with it: putting dozens of dates into words on every page view was dear. */
const said = new WeakMap<Module, Reference[]>();

/** The version's sources under the numbers that its citations bear. */
export function allReferences(version: Module): Reference[] {
  const kept = said.get(version) ?? referencesOf(version);
  said.set(version, kept);
  return kept;
}

/** Those cited in what is shown and in nothing else. */
export function referencesIn(version: Module, shown: unknown): Reference[] {
  const text = JSON.stringify(shown);
  return allReferences(version).filter((source) => text.includes(`#source-${source.id}\\"`));
}
