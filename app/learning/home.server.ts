import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import { openModules } from '~/review/opened-modules.server';
import { type Enrolment, enrolmentsOf, versionOf, type Whose } from './enrolments.server';
import { openStandings, type Standing } from './facts.server';
import { scenariosOf } from './parts';
import { type RefresherOffer, refreshersFor } from './refresher-offer.server';
import { nextPage, type Progress, progressOf } from './route';
import { type ToldTogether, toldTogether } from './together/told.server';
import type { Version } from './version';

/** What the learner was asked to do; `app/cohorts` knows. */
export interface AskedFor {
  module: string;
  /** Civil date from when; null when it is open. */
  opensOn?: string | null;
  /** Civil date. */
  dueOn: string;
  paidMinutes: number;
  paidTime: string;
  /** The same module, given in other ways as well: due later, each with its own paid time. Once is enough for all. */
  also?: Pick<AskedFor, 'dueOn' | 'paidMinutes' | 'paidTime'>[];
}

/** A module on the learner's home, under way or not started. */
export interface ToLearn {
  module: string;
  title: string;
  summary: string;
  /** Minutes of the whole required route, as published. */
  minutes: number;
  /** Of a refresher, the version completed before. */
  refreshes: number | null;
  /** Null when it is not started. */
  underWay: (Progress & { next: NextPiece | null; together: ToldTogether | null }) | null;
  asked: AskedFor | null;
}

/** The next piece: where it is and how long it takes. */
export interface NextPiece {
  page: string;
  title: string;
  minutes: number;
}

export interface Learned {
  module: string;
  title: string;
  version: number;
  /** It was a refresher, not the whole version. */
  refresher: boolean;
  completionId: string;
  /** UTC milliseconds. */
  completedAt: number;
  contentHash: string;
}

export interface LearnerHome {
  /** The one thing to do next; null when there is nothing. */
  next: ToLearn | null;
  /** Asked for or under way, besides `next`. */
  others: ToLearn[];
  /** Asked for later on, the first to open first; open to whoever wants to begin now. */
  later: ToLearn[];
  /** Open to whoever is curious: neither asked for, nor under way, nor done. */
  alsoOpen: ToLearn[];
  /** What has a newer version than this person completed, to take or to leave. */
  refreshers: RefresherOffer[];
  done: Learned[];
}

/**
 * The learner's home: one next thing, what else is asked, what comes later, what is done. Next is the one due first; of
 * those without a date the one under way.
 * @param asked the learner's assignments, the earliest due first
 */
export function learnerHome(
  attune: Pick<Attune, 'db' | 'course' | 'now'>,
  whose: Whose,
  asked: readonly AskedFor[],
): LearnerHome {
  const today = londonDate(attune.now());
  const all = enrolmentsOf(attune.db, whose);
  const open = all.filter((e) => e.completedAt === null);
  const standings = openStandings(attune.db, whose, open);
  const told = open.length > 0 ? toldTogether(attune.db, whose) : () => null;
  const completed = all.filter((e) => e.completedAt !== null);
  const toCome = ({ opensOn }: AskedFor) => (opensOn ?? '') > today;
  const askedFor = (slug: string) =>
    together(
      asked.filter((a) => a.module === slug),
      toCome,
    );

  const underWay = open.map((e): ToLearn => {
    const version = versionOf(attune, e);
    return {
      ...briefly(version),
      underWay: wayOf(version, standings.get(e.id), (facts) => told(e.id, version, facts)),
      // What was asked for was completed before; a refresher is the learner's own choice.
      asked: version.refreshes ? null : askedFor(e.module),
    };
  });
  // A refresher alone is no way through the module: what it refreshed may have been withdrawn.
  const ways = all.filter((e) => e.completedAt === null || e.refreshes === null);
  const started = new Set(ways.map((e) => e.module));
  const openToAll = openModules(attune, whose.schoolId);
  const fresh = attune.course
    .modules()
    .filter((module) => !started.has(module.slug))
    .filter((module) => openToAll.includes(module) || askedFor(module.slug))
    .map(
      (module): ToLearn => ({ ...briefly(module), underWay: null, asked: askedFor(module.slug) }),
    );

  const isLater = ({ asked: one }: ToLearn) => one !== null && toCome(one);
  const dueFirst = [...underWay, ...fresh.filter((m) => m.asked && !isLater(m))].sort((a, b) =>
    (a.asked?.dueOn ?? '9999').localeCompare(b.asked?.dueOn ?? '9999'),
  );
  const [next = null, ...others] = dueFirst;
  return {
    next,
    others,
    later: fresh
      .filter(isLater)
      .sort((a, b) => (a.asked?.opensOn ?? '').localeCompare(b.asked?.opensOn ?? '')),
    alsoOpen: fresh.filter((m) => !m.asked),
    refreshers: refreshersFor(attune, openToAll, all),
    done: completed.flatMap((e) => learned(attune, e)).reverse(),
  };
}

/**
 * Given in two ways, a module is asked for from the first day that either opens, by the first day that either is due: it
 * is late from then on, here and on the overview and on the record.
 * @param all of one module, the earliest due first
 */
function together(all: readonly AskedFor[], toCome: (asked: AskedFor) => boolean): AskedFor | null {
  const [first, ...others] = all;
  if (!first) return null;
  const opens = all.map(({ opensOn }) => opensOn ?? '').sort()[0] || null;
  const also = others.map(({ dueOn, paidMinutes, paidTime }) => ({ dueOn, paidMinutes, paidTime }));
  return {
    ...first,
    opensOn: all.every(toCome) ? opens : null,
    ...(also.length > 0 ? { also } : {}),
  };
}

function briefly({ slug, title, summary, minutes, refreshes }: Version) {
  return { module: slug, title, summary, minutes, refreshes: refreshes?.version ?? null };
}

function wayOf(
  version: Version,
  standing: Standing | undefined,
  told: (facts: Standing['facts']) => ToldTogether | null,
): ToLearn['underWay'] {
  if (!standing) return null;
  const { facts } = standing;
  return {
    ...progressOf(version, facts),
    next: nextPiece(version, standing),
    together: told(facts),
  };
}

/** Where Continue leads, with how long that piece takes. */
export function nextPiece(
  version: Version,
  { facts, scenarioUnderWay }: Standing,
): NextPiece | null {
  const underWay = scenariosOf(version).find(({ scenario }) => scenario.id === scenarioUnderWay);
  const page = nextPage(version, facts, underWay?.page.id);
  return page ? { page: page.id, title: page.title, minutes: page.minutes } : null;
}

function learned(attune: Pick<Attune, 'course'>, e: Enrolment): Learned[] {
  if (e.completedAt === null || e.completionId === null) return [];
  const { module, version, completionId, completedAt, contentHash } = e;
  const refresher = e.refreshes !== null;
  const { title } = versionOf(attune, e);
  return [{ module, title, version, refresher, completionId, completedAt, contentHash }];
}
