import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import type { Actor } from '~/people/actor';
import type { Enrolment } from './enrolments.server';
import { noSuchModule, nothingNew } from './errors';
import { offeredTo } from './offered.server';
import { type Changes, changesBetween, refresherOf } from './refresher.server';
import { openEnrolment } from './start.server';

/** The version served now, and the one this person completed before it. */
interface Newer {
  from: Module;
  /** What `from` had become by way of corrections. */
  base: Module;
  to: Module;
}

/**
 * A newer version of a module than any this person has completed, while they are in no other way through it. A
 * correction, which keeps the author's number, is none.
 *
 * @param to the version served now; null when the module is not offered to this person
 * @param enrolled all of their enrolments in it
 */
function newerFor(
  { course }: Pick<Attune, 'course'>,
  to: Module | null,
  enrolled: readonly Enrolment[],
): Newer | null {
  if (!to || enrolled.some((e) => e.completedAt === null)) return null;
  const [newest] = [...enrolled].sort(
    (a, b) => b.version - a.version || (b.completedAt ?? 0) - (a.completedAt ?? 0),
  );
  const from = newest && newest.version < to.version ? course.version(newest.contentHash) : null;
  return from ? { from, to, base: course.corrected(from, to) } : null;
}

/** What changed since this person completed the module; null when nothing is newer. */
export function changesFor(
  attune: Pick<Attune, 'course'>,
  to: Module | null,
  enrolled: readonly Enrolment[],
): Changes | null {
  const newer = newerFor(attune, to, enrolled);
  return newer && changesBetween(newer.from, newer.to, newer.base);
}

/** A refresher on the learner's home: offered, asked of nobody. */
export interface RefresherOffer {
  module: string;
  title: string;
  /** The author's numbers: completed before, and served now. */
  from: number;
  to: number;
  minutes: number;
}

/**
 * @param open the modules open to everyone at this person's school
 * @param all every enrolment of theirs
 */
export function refreshersFor(
  attune: Pick<Attune, 'course'>,
  open: readonly Module[],
  all: readonly Enrolment[],
): RefresherOffer[] {
  return open.flatMap((module) => {
    const { slug, title } = module;
    const mine = all.filter((e) => e.module === slug);
    const changes = changesFor(attune, module, mine);
    if (!changes || changes.nothingToDo) return [];
    const { from, to, minutes } = changes;
    return [{ module: slug, title, from: from.version, to, minutes }];
  });
}

/**
 * Opens an enrolment in what changed, for somebody who completed an older version; that completion stays as it is. A
 * way through the module that is open already is returned as it is.
 *
 * @param n how many enrolments in this module the person had when the form was made
 * @returns the enrolment's id
 * @throws LearningError 'nothing new'; 'no such module'; 'not open yet'
 */
export function startRefresher(
  attune: Attune,
  actor: Actor,
  input: { module: string; n?: number },
): string {
  return openEnrolment(attune, actor, input, (enrolled) => {
    const module = offeredTo(attune, actor, input.module);
    if (!module) throw noSuchModule();
    const newer = newerFor(attune, module, enrolled);
    const refresher = newer && refresherOf(newer.from, newer.to, newer.base);
    if (!newer || !refresher || refresher.refreshes?.asks.length === 0) throw nothingNew();
    return { whole: newer.to, asked: refresher };
  });
}
