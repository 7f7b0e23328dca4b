import { everyStanding, type Standing } from '~/record/standing';
import type { StatusKind } from '~/ui/status';
import { listInWords } from './teams-part';

/** Each standing in words, with its shape. */
export const standingShapes: Record<Standing, { kind: StatusKind; words: string }> = {
  trained: { kind: 'done', words: 'Completed' },
  'in progress': { kind: 'going', words: 'In progress' },
  'not started': { kind: 'todo', words: 'Not started' },
  'not open yet': { kind: 'none', words: 'Not open yet' },
  'not asked': { kind: 'none', words: 'Not asked' },
};

export const notCompleted: readonly Standing[] = everyStanding.filter((one) => one !== 'trained');

/**
 * `?standing=…`: only those who stand so with the modules that are asked about; without any, everyone. What is no standing
 * is asked for in vain.
 */
export function readStandings(query: URLSearchParams): { standing: Standing[]; unknown: string[] } {
  const asked = query.getAll('standing').filter(Boolean);
  return {
    standing: everyStanding.filter((one) => asked.includes(one)),
    unknown: asked.filter((one) => !everyStanding.some((known) => known === one)),
  };
}

/** Those who stand so; of no standing, everyone. */
export const whoStand = <T extends { standing: Standing }>(
  people: readonly T[],
  standing: readonly Standing[],
): T[] => people.filter((one) => standing.length === 0 || standing.includes(one.standing));

/** “in progress or not started”; empty for everyone. */
export function standingsInWords(standing: readonly Standing[]): string {
  if (standing.length === 0) return '';
  const all = notCompleted.every((one) => standing.includes(one)) && !standing.includes('trained');
  if (all) return 'those who have not completed it';
  return listInWords(standing.map((one) => standingShapes[one].words.toLowerCase()));
}
