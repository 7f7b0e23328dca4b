import type { Beside, Framework, Module, Topic } from '~/course/module';
import type { FrameworkNote } from './framework-notes.server';

/** One module that covers a line: how many of the staff of that day have completed it. */
export interface CoveredBy {
  module: string;
  title: string;
  trained: number;
  staff: number;
  /** The same of the role group that the framework is about; left out where it is about everyone. */
  ofRole?: { roleGroup: string; trained: number; staff: number } | undefined;
}

/** What stands beside a line, apart from modules: figures and changes of the day asked about. */
export interface Surroundings {
  modules: readonly Pick<Module, 'slug' | 'title' | 'covers'>[];
  /** By slug; a module that nobody was asked for is not among them. */
  trained: ReadonlyMap<string, number>;
  staff: number;
  /** The same by role group, of those that a framework is about. */
  roles: ReadonlyMap<string, { staff: number; trained: ReadonlyMap<string, number> }>;
  changes: readonly {
    changeId: string;
    changedOn: string;
    themes: readonly string[];
    what: string | null;
  }[];
  sessions: readonly { cpdType: string; provider: string | null; people: number }[];
  /** Months in which somebody completed a module, of how many since the record began. */
  months: { with: number; of: number };
  leaders: { trained: number; staff: number };
  notes: readonly FrameworkNote[];
}

/** Live figures beside a line, in the order of `besides`. */
export type Figure =
  | { kind: 'sessions' | 'outside sessions'; sessions: number; people: number }
  | { kind: 'months'; with: number; of: number }
  | { kind: 'leaders'; trained: number; staff: number };

export interface CrosswalkLine {
  topic: Pick<Topic, 'id' | 'title' | 'unsaid'>;
  modules: CoveredBy[];
  changes: { changeId: string; changedOn: string; what: string | null }[];
  figures: Figure[];
  /** The school's own words; null where it wrote none. */
  note: FrameworkNote | null;
  hidden: boolean;
  /** It is recorded somewhere else: nothing can stand here but the school’s own words. */
  elsewhere: boolean;
  /** Nothing live, and nothing of the school’s own, though it could be here. */
  nothing: boolean;
}

/**
 * Each line of a framework with what the record has beside it. A module that covers a line and that nobody has completed
 * stands there with its nought, and is no evidence yet.
 */
export function crosswalk(framework: Framework, around: Surroundings): CrosswalkLine[] {
  return framework.topics.map((topic) => {
    const elsewhere = topic.elsewhere ?? false;
    const modules = around.modules
      .filter((module) => !elsewhere && coversLine(module, framework.id, topic))
      .map(({ slug, title }) => ({
        ...{ module: slug, title, staff: around.staff },
        trained: around.trained.get(slug) ?? 0,
        ofRole: ofRole(framework.roleGroup, slug, around),
      }));
    const changes = around.changes
      .filter(({ themes }) => topic.changes?.some((letter) => themes.includes(letter)))
      .map(({ changeId, changedOn, what }) => ({ changeId, changedOn, what }));
    const figures = (topic.beside ?? []).map((one) => figureOf(one, around)).filter(isSomething);
    const note =
      around.notes.find((one) => one.framework === framework.id && one.topic === topic.id) ?? null;
    const own = note !== null && note.words !== '';
    return {
      topic: { id: topic.id, title: topic.title, unsaid: topic.unsaid },
      ...{ modules, changes, figures, note: own ? note : null },
      ...{ hidden: note?.hidden ?? false, elsewhere },
      nothing:
        !elsewhere &&
        !own &&
        changes.length === 0 &&
        figures.length === 0 &&
        modules.every((module) => (module.ofRole ?? module).trained === 0),
    };
  });
}

function ofRole(
  roleGroup: string | undefined,
  slug: string,
  { roles }: Surroundings,
): CoveredBy['ofRole'] {
  const group = roleGroup === undefined ? undefined : roles.get(roleGroup);
  if (roleGroup === undefined || group === undefined) return undefined;
  return { roleGroup, staff: group.staff, trained: group.trained.get(slug) ?? 0 };
}

/** Whether a module covers a line, by its own word or through a line of another framework. */
export function coversLine(
  { covers }: Pick<Module, 'covers'>,
  framework: string,
  { id, through = {} }: Topic,
): boolean {
  const named = [[framework, [id]] as const, ...Object.entries(through)];
  return named.some(([other, topics]) => topics.some((topic) => covers[other]?.includes(topic)));
}

function figureOf(kind: Beside, around: Surroundings): Figure {
  if (kind === 'months') return { kind, ...around.months };
  if (kind === 'leaders') return { kind, ...around.leaders };
  const counted = around.sessions.filter(
    ({ cpdType, provider }) => kind === 'sessions' || cpdType === 'external' || provider !== null,
  );
  return {
    ...{ kind, sessions: counted.length },
    people: counted.reduce((sum, { people }) => sum + people, 0),
  };
}

function isSomething(figure: Figure): boolean {
  if ('sessions' in figure) return figure.sessions > 0;
  if (figure.kind === 'months') return figure.with > 0;
  return figure.trained > 0;
}
