import type { ReviewDue } from './module';
import type { GuideOutline, Library, ModuleOutline } from './outline';
import { allProse } from './rules/pieces';
import { restsOn } from './rules/review-is-due';

/** Content as it is written now. `library` holds what a school adds, too. */
export interface Written {
  library: Library;
  modules: readonly ModuleOutline[];
  guides: readonly GuideOutline[];
}

/**
 * Everything whose day of review is before `today` (civil date), longest overdue first: modules, and sources, facts and
 * frameworks whether or not anything rests on them.
 */
export function needsReview({ library, modules, guides }: Written, today: string): ReviewDue[] {
  const users = [
    ...modules.map((module) => ({
      id: module.slug,
      restsOn: new Set<unknown>([
        ...restsOn(allProse(module), library),
        ...Object.keys(module.front?.covers ?? {}).map((id) => library.frameworks.get(id)),
      ]),
    })),
    ...guides.map(({ id, page }) => ({ id, restsOn: new Set<unknown>(restsOn([page], library)) })),
  ];
  const usedIn = (entry: unknown) =>
    users.filter((user) => user.restsOn.has(entry)).map((user) => user.id);

  const due: ReviewDue[] = [
    ...modules.flatMap(({ slug, file, front, frontLine }): ReviewDue[] => {
      if (!front) return [];
      const { title, reviewBy } = front;
      const line = frontLine('reviewBy');
      return [{ kind: 'module', id: slug, title, reviewBy, file, line, usedIn: [slug] }];
    }),
    ...[...library.sources.values()].map(
      (source): ReviewDue => ({
        kind: 'source',
        ...placed(source),
        title: source.citation,
        usedIn: usedIn(source),
      }),
    ),
    ...[...library.facts.values()].map(
      (fact): ReviewDue => ({
        kind: 'fact',
        ...placed(fact),
        title: fact.value,
        usedIn: usedIn(fact),
      }),
    ),
    ...[...library.frameworks.values()].map(
      (framework): ReviewDue => ({
        kind: 'framework',
        ...placed(framework),
        title: framework.title,
        usedIn: usedIn(framework),
      }),
    ),
  ];
  return due
    .filter((entry) => entry.reviewBy < today)
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy) || a.id.localeCompare(b.id));
}

function placed({ id, reviewBy, file, line }: Omit<ReviewDue, 'kind' | 'title' | 'usedIn'>) {
  return { id, reviewBy, file, line };
}
