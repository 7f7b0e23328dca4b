import { civilDateInWords } from '~/course/said';
import { addDays } from '~/record/london-date';
import type { ReminderTone } from '~db/schema';
import { firstNameOf, listInWords, paragraphs, type Written } from './wording';

/** One module that somebody is asked to do. */
export interface DueModule {
  module: string;
  title: string;
  /** Of the whole required route, as published; null when the module is not on the shelf just now. */
  minutes: number | null;
  /** Civil dates; it opens at once when `opensOn` is null. */
  opensOn: string | null;
  dueOn: string;
  /** Null when an assignment says nothing of it. */
  paid: { minutes: number; time: string } | null;
}

export interface DigestFacts {
  /** Whom it is for. */
  name: string;
  schoolName: string;
  /** Whom to ask. */
  leads: readonly { name: string; email: string | null }[];
  /** No trailing slash. */
  origin: string;
  /** Civil date. */
  today: string;
  /** What to say; see `worthSaying`. */
  due: readonly DueModule[];
}

/** Further ahead than this nothing is said: a date in three months is no news every week. */
export const daysAhead = 21;

/**
 * What a digest in this tone would say: gently and briefly, what is due within three weeks or was; for whoever wants
 * none but what is required, only what is due this week or was. What opens later is left for later. Nothing, and there is no digest.
 * @param monday of the week that it is for
 */
export function worthSaying(
  due: readonly DueModule[],
  tone: ReminderTone,
  { today, monday }: { today: string; monday: string },
): DueModule[] {
  const until = tone === 'required' ? addDays(monday, 6) : addDays(today, daysAhead);
  return due
    .filter(({ opensOn, dueOn }) => dueOn <= until && (opensOn === null || opensOn <= today))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title, 'en-GB'));
}

/** The digest as it is sent. It names dates and never counts days; nobody else is in it. */
export function digestText(tone: ReminderTone, facts: DigestFacts): Written {
  return tone === 'gentle' ? gently(facts) : briefly(facts);
}

const link = (origin: string, { module }: DueModule) => `${origin}/learn/${module}`;

function timeInWords({ minutes, paid }: DueModule): string[] {
  return [
    ...(minutes === null
      ? []
      : [`It takes about ${minutes} minutes. You can stop anywhere, and it keeps your place.`]),
    ...(paid ? [`Time you are paid for it: ${paid.minutes} minutes. ${paid.time}`] : []),
  ];
}

function whenInWords({ dueOn }: DueModule, today: string): string {
  const date = civilDateInWords(dueOn);
  if (dueOn === today) return `Asked for by today, ${date}.`;
  return dueOn < today
    ? `It was asked for by ${date}. It is still open to you.`
    : `Asked for by ${date}.`;
}

function help({ leads }: DigestFacts): string {
  const names = listInWords(leads.map(({ name, email }) => (email ? `${name} (${email})` : name)));
  return names || 'Your attachment lead';
}

function foot({ origin, schoolName }: DigestFacts): string {
  return [
    `From Attune at ${schoolName}: at most one of these a week, on your working days.`,
    `To have them shorter, on other days, or only when something is due: ${origin}/account/reminders`,
  ].join('\n');
}

function gently(facts: DigestFacts): Written {
  const { name, origin, today, due } = facts;
  return {
    subject: 'What is open for you in Attune',
    text: paragraphs(
      `Hello ${firstNameOf(name)},`,
      due.length === 1
        ? 'One module is open for you, with time that is yours to do it in.'
        : 'These modules are open for you, with time that is yours to do them in.',
      ...due.map((one) =>
        [one.title, whenInWords(one, today), ...timeInWords(one), link(origin, one)].join('\n'),
      ),
      `If that time went on something else, it is not for you to make up at home: ${help(facts)} can find another. They can also help when something in it is unclear or hard to read. And if you have done it since this was written, thank you: there is nothing to do.`,
      foot(facts),
    ),
  };
}

function briefly(facts: DigestFacts): Written {
  const { name, origin, today, due } = facts;
  return {
    subject: 'What is open for you in Attune',
    text: paragraphs(
      `Hello ${firstNameOf(name)},`,
      ...due.map((one) =>
        [
          `${one.title}. ${whenInWords(one, today)}`,
          [
            one.minutes === null ? null : `About ${one.minutes} minutes.`,
            one.paid ? `Paid: ${one.paid.minutes} minutes. ${one.paid.time}` : null,
          ]
            .filter(Boolean)
            .join(' '),
          link(origin, one),
        ]
          .filter(Boolean)
          .join('\n'),
      ),
      `A hand, or other time for it: ${help(facts)}.`,
      foot(facts),
    ),
  };
}
