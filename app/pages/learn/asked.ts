import type { Asked } from '~/learning/module-page.server';

/** What a module page's address asks to see: `?again=q`, `?tried=q&pick=0-2`, `?answered=item`, `?read=summary`. */
export function askedOf(url: string): Asked {
  const query = new URL(url).searchParams;
  const again = query.get('again');
  const tried = query.get('tried');
  const pick = query.get('pick')?.split('-').map(Number) ?? null;
  return {
    again: tried ? { question: tried, pick } : again ? { question: again, pick: null } : null,
    answered: query.get('answered'),
    reading: query.get('read') === 'summary' ? 'summary' : null,
  };
}
