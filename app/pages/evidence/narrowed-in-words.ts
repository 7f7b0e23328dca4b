import { civilDateInWords } from '~/course/said';
import { newStarterDays } from '~/record/coverage';
import type { CompletionKind } from '~/record/line-filter.server';
import { monthInWords } from './month-in-words';
import type { Chosen } from './record-filter.server';
import { statuses } from './statuses';
import { listInWords } from './teams-part';

/** What a figure asks for and the form has no box for. */
export type Narrowing = Exclude<
  keyof Chosen,
  'roleGroup' | 'team' | 'module' | 'person' | 'status' | 'staff' | 'contract'
>;

const completions: Record<CompletionKind, string> = {
  whole: 'modules completed whole: no refreshers, nothing still open, nothing withdrawn',
  any: 'modules completed, whole or by a refresher',
  trained: 'modules completed, whole or by a refresher, of those who have completed them whole',
  'known already': 'modules completed by “I know this already”: the quiz without the pages',
  sessions: 'sessions attended',
  outside: 'sessions attended with somebody from outside, or elsewhere',
};

/**
 * Each of these as the end of “Only …”.
 * @param titles of modules, by slug
 */
export function narrowedInWords(
  chosen: Chosen,
  titles: ReadonlyMap<string, string>,
): { name: Narrowing; words: string }[] {
  const { among, role, of, completed, session, month, after, newest, content } = chosen;
  const said: Record<Narrowing, string | undefined | false> = {
    among: among.length > 0 && `adults who work with ${listInWords(among)}`,
    role: role.length > 0 && `these role groups: ${listInWords(role)}`,
    of: of.length > 0 && listInWords(of.map((slug) => `“${titles.get(slug) ?? slug}”`)),
    completed: completed && completions[completed],
    session: session && 'one training session',
    month: month && `what was completed in ${monthInWords(month)}`,
    after: after && `what was completed after ${civilDateInWords(after)}`,
    newest: newest && `version ${newest}, of those who have completed no later one`,
    content: content && 'one wording of one version',
  };
  return (Object.keys(said) as Narrowing[]).flatMap((name) => {
    const words = said[name];
    return words ? [{ name, words }] : [];
  });
}

/** All that was chosen, for the list of who looked: “teaching assistant, Year 4, completed”. Empty for the whole record. */
export function chosenInWords(chosen: Chosen, titles: ReadonlyMap<string, string>): string {
  const { roleGroup, team, module, status, staff, contract } = chosen;
  const parts = [
    ...[roleGroup, team, module && `“${titles.get(module) ?? module}”`, contract],
    statuses.find(({ value }) => value === status)?.label.toLowerCase(),
    staff === 'then' && 'on the staff that day',
    staff === 'new' && `in their first ${newStarterDays} days`,
    ...narrowedInWords(chosen, titles).map(({ words }) => words),
  ];
  return parts.filter(Boolean).join('; ');
}
