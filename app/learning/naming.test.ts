import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedInWords, seemsToName } from './naming';

test.each([
  ['I sat beside Kofi until the timer ran out.', ['Kofi']],
  ['Ellie came back by herself. It was calm.', ['Ellie']],
  ['It worked with Zoë and with Tyrese-Jay.', ['Zoë', 'Tyrese-Jay']],
  ['Ellie’s card helped. So did Ellie.', ['Ellie']],
  ['K. chose the quiet corner.', ['K']],
  ['I gave J the sand timer.', ['J']],
  [
    'Kasia threw her book. Jack was sad, and so was Aaliyah B in 4R.',
    ['Kasia', 'Jack', 'Aaliyah', 'B'],
  ],
  ['It went well.\nAarav chose the timer. Niamh did not.', ['Aarav', 'Niamh']],
])('“%s” may name someone', (text, named) => {
  expect(seemsToName(text)).toEqual(named);
});

test.each([
  [''],
  ['Said what I saw. It helped, and I will do it again on Monday in English.'],
  ['I told the DSL. Mrs Osei said that Mr Reed will see to it.'],
  ['A pupil in Year 4 came in from PE upset; I’m going to try the timer in Maths.'],
  ['What I saw: She looked away.\nThen I waited'],
  ['Quiet voice.\nTwo chairs, side by side'],
  ['“I’m fine,” they whispered. I waited.'],
  ['We lined up with 4R and 5B, and it was calm in 3M.'],
])('“%s” names nobody', (text) => {
  expect(seemsToName(text)).toEqual([]);
});

test('whatever is typed, it answers, and with words that stand in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      for (const word of seemsToName(text)) expect(text).toContain(word);
    }),
  );
});

test('names are said in words', () => {
  expect(namedInWords(['Kofi'])).toBe('“Kofi”');
  expect(namedInWords(['Kofi', 'J', 'Zoë'])).toBe('“Kofi”, “J” and “Zoë”');
});
