import type { Pathway } from './module';

/**
 * Compares modules as they are listed everywhere: in the order of the first pathway, which is the one for all staff, then
 * the others by title.
 */
export function inPathwayOrder(pathways: readonly Pick<Pathway, 'modules'>[]) {
  const slugs = pathways[0]?.modules.map(({ module }) => module) ?? [];
  const place = (slug: string) => (slugs.includes(slug) ? slugs.indexOf(slug) : slugs.length);
  return (a: Listed, b: Listed): number =>
    place(a.slug) - place(b.slug) || a.title.localeCompare(b.title, 'en-GB');
}

interface Listed {
  slug: string;
  title: string;
}
