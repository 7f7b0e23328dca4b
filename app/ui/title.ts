/** The meta of a page whose title is `page`: `export const meta = () => title('People')`. */
export function title(page: string): { title: string }[] {
  return [{ title: page === 'Attune' ? page : `${page} · Attune` }];
}
