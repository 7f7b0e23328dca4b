import { civilDateInWords } from '~/course/said';
import { firstNameOf, paragraphs, type Written } from './wording';

interface WayInFacts {
  name: string;
  code: string;
  /** No trailing slash. */
  origin: string;
  schoolName: string;
  /** Who sends it. */
  lead: string;
  signInName: string;
  /** Civil date: the last day on which the code can be used. */
  expiresOn: string;
}

/** The e-mail with which someone joins, or sets a new password. */
export function wayInText(facts: WayInFacts): Written {
  const { name, code, origin, schoolName, lead, signInName, expiresOn } = facts;
  return {
    subject: `Your way in to Attune at ${schoolName}`,
    text: paragraphs(
      `Hello ${firstNameOf(name)},`,
      `Attune is where staff at ${schoolName} do their attachment training: short modules, in time you are given for them, with answers that stay yours.`,
      `To begin, open this link and choose a password of at least 12 characters:\n${origin}/join/${code}`,
      `The link works once, until ${civilDateInWords(expiresOn)}, and only for you, so please do not pass it on. From then on you sign in at ${origin} with ${signInName} and your password.`,
      `Too late, or something does not work? Ask ${lead} for a new link: it takes them a moment. If you did not expect this, please tell them too.`,
      `${lead}, ${schoolName}`,
    ),
  };
}
