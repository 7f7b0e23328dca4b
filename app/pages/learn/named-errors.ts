import type { SegmentView } from '~/learning/views/page.server';
import type { PageAnswer } from './page-answer.server';
import { pickName } from './pick-form';

const enough = 60;

/** What there is to mend, for the top of the page: a page with several checks says which one it means. */
export function namedErrors(
  errors: PageAnswer['errors'],
  segments: readonly SegmentView[],
): PageAnswer['errors'] {
  const checks = segments.flatMap((segment) => (segment.type === 'check' ? segment.question : []));
  return Object.fromEntries(
    Object.entries(errors).map(([field, messages]) => {
      const check = checks.find(({ id }) => pickName(id) === field);
      if (!check) return [field, messages];
      return [field, messages.map((m) => `${m.replace(/\.$/, '')}: “${startOf(check.stem)}”`)];
    }),
  );
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
};

/** The first words of a stem, as text. The entities are those that React writes. */
function startOf(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&([^;\s]+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= enough ? text : `${text.slice(0, enough).replace(/\s+\S*$/, '')}…`;
}
