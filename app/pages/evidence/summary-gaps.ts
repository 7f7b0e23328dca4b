import { capitalised } from '~/people/staff-details';
import type { ModuleCount } from '~/record/coverage';
import type { Count, Standing } from '~/record/standing';
import { peopleBehind } from './links';
import type { Figure, Said } from './summary-sections';
import type { Group } from './summary-trained.server';

export interface Gaps {
  modules: readonly ModuleCount[];
  /** Role groups of which nobody has completed anything. */
  without: readonly Pick<Group, 'roles' | 'assigned' | 'later'>[];
  /** Civil date. */
  asAt: string;
  changes: number;
  measures: number;
}

/** What is plainly missing, so that the page says it before a reader does. */
export function gapsIn({ modules, without, asAt, changes, measures }: Gaps): Said[] {
  const gaps = modules
    .filter(({ trained, staff }) => trained < staff)
    .map((one): Said => {
      const to = (standing: Standing[]) => peopleBehind({ asAt, module: one.module, standing });
      return [`${one.title}: `, ...undone(one, 'not completed it', to), '.'];
    });
  return [
    ...(modules.length === 0 ? ['Nobody has been given a module yet.'] : gaps),
    ...without.map(
      ({ roles: role, assigned, later }): Said => [
        `${capitalised(role.join(', '))}: `,
        { words: 'nobody has completed a module', to: peopleBehind({ asAt, role }) },
        `${whyNobody(assigned, assigned - later)}.`,
      ],
    ),
    ...(changes === 0 ? ['No change in school is on the log.'] : []),
    ...(measures === 0 ? ['No figure of the school’s own stands beside the training.'] : []),
  ];
}

/**
 * Those who have not completed it, out of those who are asked to; apart from them those for whom it is not open yet, and
 * those who are not asked to, so that none of these is read as late. Clauses of one sentence, without its full stop.
 * @param completed what it is that they have not: “not completed it”
 * @param to where those are who stand so
 */
export function undone(
  { trained, inProgress, notStarted, notOpen, notAsked }: Count,
  completed: string,
  to: (standing: Standing[]) => string,
): (string | Figure)[] {
  const open = inProgress + notStarted;
  const clauses: { n: number; said: (string | Figure)[] }[] = [
    {
      n: open,
      said: [
        {
          words: `${open} of ${trained + open} staff asked`,
          to: to(['in progress', 'not started']),
        },
        ` ${open === 1 ? 'has' : 'have'} ${completed}`,
      ],
    },
    { n: notOpen, said: [{ words: `${notOpen} not open yet`, to: to(['not open yet']) }] },
    { n: notAsked, said: [{ words: `${notAsked} not asked`, to: to(['not asked']) }] },
  ];
  return clauses
    .filter(({ n }) => n > 0)
    .flatMap(({ said }, place) => (place === 0 ? said : ['; ', ...said]));
}

/** Whom nobody asks for anything have left nothing undone, for the end of a clause. */
export function whyNobody(asked: number, open: number): string {
  if (asked === 0) return ', and none of them is asked to';
  return open === 0 ? ', and none that they were given is open yet' : '';
}

export const askedMeans =
  'Asked means given and open, or begun; not asked means not given, or let off.';
