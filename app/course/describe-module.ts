import { grades } from './format';
import { routeSeconds, teachingWords, wholeMinutes } from './minutes';
import type { ModuleOutline } from './outline';
import { isError } from './problem';
import type { ReadModule } from './read-all.server';
import { allPages, questionsOf, scenariosOf } from './rules/pieces';
import { easeOf } from './rules/reading-ease';

/** One line: how large a module is, what it rests on and how it reads. */
export function describeModule({ slug, outline, draft, problems }: ReadModule): string {
  if (!outline || !draft) return `${slug}: could not be read`;
  const ease = easeOf(allPages(outline));
  const bySource = grades
    .map(
      (grade) => [grade, draft.sources.filter((source) => source.grade === grade).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([grade, count]) => `${count} ${grade}`);
  const endings = scenariosOf(outline).reduce((sum, scenario) => sum + scenario.endings.length, 0);
  const wrong = problems.filter(isError).length;
  const facts = [
    count(outline.pages.length, 'page'),
    count(words(outline), 'word'),
    count(wholeMinutes(routeSeconds(outline)), 'minute'),
    count(questionsOf(outline).length, 'item'),
    count(scenariosOf(outline).length, 'scenario'),
    count(endings, 'ending'),
    `${count(draft.sources.length, 'source')}${bySource.length > 0 ? ` (${bySource.join(', ')})` : ''}`,
    `reading ease ${ease === null ? 'unknown' : Math.round(ease)}`,
    wrong === 0 ? 'passes' : `a draft, with ${count(wrong, 'error')}`,
  ];
  return `${slug}: ${draft.title}: ${facts.join(', ')}`;
}

function words(outline: ModuleOutline): number {
  return allPages(outline).reduce((sum, page) => sum + teachingWords(page), 0);
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
