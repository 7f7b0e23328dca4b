import { roleGroups } from '~/people/staff-details';
import { chosenInWords } from './narrowed-in-words';
import type { Chosen } from './record-filter.server';
import { statuses } from './statuses';

/** Of which schools make the names of teams. One with any other word in it could be named after somebody, a child too. */
const plain = new Set(
  `and the of in no team teams year years class form phase key stage ks eyfs early reception nursery
  preschool infants juniors primary secondary lower upper middle senior sixth house staff
  kitchen office midday lunchtime site premises cleaning admin administration leadership slt
  send inclusion pastoral safeguarding english maths mathematics science humanities history geography
  art music drama computing languages sport support department faculty a b c d e r`.split(/\s+/),
);

/** Of a name of a whole file, without its ending. */
const longest = 60;

/**
 * What a file of a part of the record is called: `-part-year-4`, in letters, digits and hyphens; `-part` alone where what
 * was chosen could name somebody, does not fit, or cannot be said as shortly; empty of the whole.
 * @param before what stands before it
 * @param modules slugs of those there are
 */
export function partName(before: string, chosen: Chosen, modules: readonly string[]): string {
  if (chosenInWords(chosen, new Map()) === '') return '';
  const { roleGroup, team, module, status, staff, month, contract } = chosen;
  const { among, role, of, completed, session, after, newest, content } = chosen;
  const unsaid = [contract, ...among, ...role, ...of, completed, session, after, newest, content];
  const safe =
    unsaid.every((one) => one === undefined) &&
    (roleGroup === undefined || (roleGroups as readonly string[]).includes(roleGroup)) &&
    (module === undefined || modules.includes(module)) &&
    (team === undefined ||
      team
        .toLowerCase()
        .split(/[^\p{L}\p{N}\p{M}’']+/u)
        .filter(Boolean)
        .every(isPlain));
  const who = staff === 'then' ? 'on the staff' : staff === 'new' ? 'new' : undefined;
  const label = statuses.find(({ value }) => value === status)?.label;
  const said = [roleGroup, team, module, label, who, month];
  const name = `-part-${hyphened(said.filter(Boolean).join(' '))}`;
  return safe && `${before}${name}`.length <= longest ? name : '-part';
}

const isPlain = (word: string) => plain.has(word) || /^(ks|y)?\d{1,2}[a-e]?$/.test(word);

const hyphened = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
