import type { Problem } from '../module';
import type { CheckContext, PageOutline } from '../outline';
import { error } from '../problem';

/** Every citation is in sources.yaml and every fact in facts.yaml. */
export function citationsExist(page: PageOutline, { library }: CheckContext): Problem[] {
  return page.citations.flatMap(({ component, id, line }) => {
    const known = component === 'Cite' ? library.sources.has(id) : library.facts.has(id);
    const file = component === 'Cite' ? 'sources.yaml' : 'facts.yaml';
    if (known || id === '' || library.unread.has(file)) return [];
    return component === 'Cite'
      ? [
          error(
            page.file,
            line,
            `the source “${id}” is not in sources.yaml`,
            'check its spelling, or add it there',
          ),
        ]
      : [
          error(
            page.file,
            line,
            `the fact “${id}” is not in facts.yaml`,
            'check its spelling, or add it there',
          ),
        ];
  });
}
