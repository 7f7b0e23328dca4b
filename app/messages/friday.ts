import { civilDateInWords } from '~/course/said';
import { firstNameOf, paragraphs, type Written } from './wording';

/** Who may need a hand: names and where they stand, nothing else. */
export interface FridayFacts {
  /** Of the lead. */
  name: string;
  schoolName: string;
  /** No trailing slash. */
  origin: string;
  /** Said that the lead may offer help. */
  hands: readonly { name: string; title: string }[];
  late: readonly { name: string; title: string; dueOn: string }[];
  notJoined: readonly { name: string }[];
}

/** More names than this are for the list itself. */
const most = 15;

function section(heading: string, lines: readonly string[], origin: string): string | null {
  if (lines.length === 0) return null;
  const more = lines.length - most;
  return [
    heading,
    ...lines.slice(0, most).map((line) => `- ${line}`),
    ...(more > 0 ? [`and ${more} more: ${origin}/lead/friday`] : []),
  ].join('\n');
}

/** The leads' list on a Friday. */
export function fridayText(facts: FridayFacts): Written {
  const { name, schoolName, origin, hands, late, notJoined } = facts;
  const nobody = hands.length + late.length + notJoined.length === 0;
  return {
    subject: nobody
      ? 'Attune this Friday: nobody needs a hand'
      : 'Attune this Friday: who may need a hand',
    text: paragraphs(
      `Hello ${firstNameOf(name)},`,
      nobody
        ? `Nobody at ${schoolName} is waiting for you in Attune this week.`
        : `This is who may need a hand at ${schoolName}. It says where they stand and nothing else: how anyone did is theirs.`,
      section(
        'Said that you may offer help (a word in passing is often all it takes)',
        hands.map((one) => `${one.name}, with ${one.title}`),
        origin,
      ),
      section(
        'Past the date, which may only mean that the time was not there',
        late.map((one) => `${one.name}: ${one.title}, by ${civilDateInWords(one.dueOn)}`),
        origin,
      ),
      section(
        `Have not joined yet (slips and links: ${origin}/lead/joined)`,
        notJoined.map((one) => one.name),
        origin,
      ),
      `What would help each of them: ${origin}/lead/friday`,
      `This comes on Fridays in term. To stop it: ${origin}/lead/reminders`,
    ),
  };
}
