import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '~/record/london-date';
import { type DigestFacts, type DueModule, digestText, worthSaying } from './digest';
import { fridayText } from './friday';
import { wayInText } from './way-in-text';

const today = '2026-11-10';
const week = { today, monday: '2026-11-09' };
const module = (dueOn: string, title = 'Co-regulation'): DueModule => ({
  module: title.toLowerCase().replaceAll(' ', '-'),
  title,
  minutes: 25,
  opensOn: null,
  dueOn,
  paid: { minutes: 45, time: 'Wednesday assembly time' },
});
const facts = (due: DueModule[]): DigestFacts => ({
  name: 'Tara Assistant',
  schoolName: 'Elm Road Primary',
  leads: [{ name: 'Leah Lead', email: 'lead@elm.example' }],
  origin: 'https://cpd.elm.example',
  today,
  due,
});

test('gently, it says what, by when, how long, the paid time and whom to ask', () => {
  expect(digestText('gentle', facts([module('2026-11-20')]))).toEqual({
    subject: 'What is open for you in Attune',
    text: `Hello Tara,

One module is open for you, with time that is yours to do it in.

Co-regulation
Asked for by 20 November 2026.
It takes about 25 minutes. You can stop anywhere, and it keeps your place.
Time you are paid for it: 45 minutes. Wednesday assembly time
https://cpd.elm.example/learn/co-regulation

If that time went on something else, it is not for you to make up at home: Leah Lead (lead@elm.example) can find another. They can also help when something in it is unclear or hard to read. And if you have done it since this was written, thank you: there is nothing to do.

From Attune at Elm Road Primary: at most one of these a week, on your working days.
To have them shorter, on other days, or only when something is due: https://cpd.elm.example/account/reminders
`,
  });
});

test('a date that has gone by is a date, and no count of days', () => {
  for (const tone of ['gentle', 'brief', 'required'] as const) {
    const { text } = digestText(tone, facts([module('2026-10-20')]));
    expect(text).toContain('It was asked for by 20 October 2026. It is still open to you.');
    expect(text).not.toMatch(/\bdays? (late|ago|over)|overdue|behind|fail|must|should/i);
  }
});

test('briefly, it is shorter and says the same things', () => {
  const due = [module('2026-11-12'), module('2026-11-20', 'Restorative practice')];
  const brief = digestText('brief', facts(due)).text;
  expect(brief.length).toBeLessThan(digestText('gentle', facts(due)).text.length);
  for (const words of [
    'Co-regulation',
    'Restorative practice',
    '25 minutes',
    '45 minutes',
    'Leah',
  ]) {
    expect(brief).toContain(words);
  }
});

test('without a shelf, an assignment or a lead it still reads as sentences', () => {
  const bare = { ...module('2026-11-20'), minutes: null, paid: null };
  for (const tone of ['gentle', 'brief'] as const) {
    const { text } = digestText(tone, { ...facts([bare]), leads: [] });
    expect(text).toContain('Your attachment lead');
    expect(text).not.toMatch(/null|undefined|\n\n\n/);
  }
});

test('three weeks ahead is soon enough; required only waits for the week itself', () => {
  const due = [
    module('2026-11-15'),
    module('2026-11-16'),
    module('2026-12-01'),
    module('2026-12-02'),
  ];
  expect(worthSaying(due, 'gentle', week)).toHaveLength(3);
  expect(worthSaying(due, 'brief', week)).toHaveLength(3);
  expect(worthSaying(due, 'required', week).map(({ dueOn }) => dueOn)).toEqual(['2026-11-15']);
  expect(worthSaying([module('2026-01-05')], 'required', week)).toHaveLength(1);
});

test('what opens later is not said yet', () => {
  const later = { ...module('2026-11-20'), opensOn: '2026-11-11' };
  expect(worthSaying([later], 'gentle', week)).toEqual([]);
  expect(worthSaying([{ ...later, opensOn: today }], 'gentle', week)).toHaveLength(1);
});

test('whatever is due, every module said is one that is due, the earliest first, with its own link', () => {
  const due = fc.array(
    fc
      .tuple(
        fc.integer({ min: -100, max: 100 }),
        fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta'),
      )
      .map(([n, title]) => module(addDays(today, n), title)),
    { minLength: 1, maxLength: 5 },
  );
  const tone = fc.constantFrom('gentle' as const, 'brief' as const, 'required' as const);
  fc.assert(
    fc.property(due, tone, (all, how) => {
      const worth = worthSaying(all, how, week);
      expect(worth.map(({ dueOn }) => dueOn)).toEqual(worth.map(({ dueOn }) => dueOn).sort());
      if (worth.length === 0) return;
      const { text } = digestText(how, facts(worth));
      const links = text.match(/\/learn\/\S+/g) ?? [];
      expect(links).toEqual(worth.map((one) => `/learn/${one.module}`));
      for (const words of [/score/i, /answer/i, /\d+ %/, /standard/i, /pupil|child/i])
        expect(text).not.toMatch(words);
    }),
  );
});

test('Friday’s list names who and where they stand, and stops at fifteen names', () => {
  const late = Array.from({ length: 17 }, (_, n) => ({
    name: `Person ${n}`,
    title: 'Co-regulation',
    dueOn: '2026-11-03',
  }));
  const { subject, text } = fridayText({
    name: 'Leah Lead',
    schoolName: 'Elm Road Primary',
    origin: 'https://cpd.elm.example',
    hands: [{ name: 'Tara Assistant', title: 'Starter' }],
    late,
    notJoined: [],
  });
  expect(subject).toBe('Attune this Friday: who may need a hand');
  expect(text).toContain('- Tara Assistant, with Starter');
  expect(text).toContain('- Person 14: Co-regulation, by 3 November 2026');
  expect(text).not.toContain('Person 15');
  expect(text).toContain('and 2 more: https://cpd.elm.example/lead');
  expect(text).not.toContain('Have not joined');
});

test('a Friday on which nobody waits says so', () => {
  const { subject } = fridayText({
    ...{ name: 'Leah Lead', schoolName: 'Elm Road', origin: 'https://x.example' },
    ...{ hands: [], late: [], notJoined: [] },
  });
  expect(subject).toMatch(/nobody needs a hand/);
});

test('a way in says what to do, until when, and whom to ask', () => {
  const { text } = wayInText({
    name: 'Tara Assistant',
    code: 'K7QD-94MF',
    origin: 'https://cpd.elm.example',
    schoolName: 'Elm Road Primary',
    lead: 'Leah Lead',
    signInName: 'tara@elm.example',
    expiresOn: '2026-11-24',
  });
  expect(text).toContain('https://cpd.elm.example/join/K7QD-94MF');
  expect(text).toContain('until 24 November 2026');
  expect(text).toContain('Leah Lead');
});
