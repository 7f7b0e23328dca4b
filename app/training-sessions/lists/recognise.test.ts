import { expect, test } from 'vitest';
import { whoIs } from './read-names';
import { type Listed, recogniser } from './recognise';

const one = (name: string, more: Partial<Listed> = {}): Listed => ({
  ...{ id: name, name, email: null, staffNumber: null, roleGroup: 'teacher', teams: [] },
  ...{ startDate: '2025-09-01', leaveDate: null },
  ...more,
});
const staff = [
  one('Jo Smith', { email: 'jo@elm.example' }),
  one('Jo Fox', { staffNumber: 'm014' }),
  one('Siân O’Hara-Lee'),
  one('Sam Lee', { id: 'sam 1' }),
  one('Sam Lee', { id: 'sam 2', leaveDate: '2025-12-31' }),
];
const recognise = recogniser(staff);
const said = (written: string) => {
  const found = recognise(whoIs(written));
  if (found.kind === 'ask') return ['ask', ...found.candidates.map(({ id }) => id)];
  return [found.kind, ...(found.kind === 'person' ? [found.person.id] : [])];
};

test.each([
  ['jo smith', ['person', 'Jo Smith']],
  ['SMITH, Jo', ['person', 'Jo Smith']],
  ['JO@elm.example', ['person', 'Jo Smith']],
  ['Jo S <jo@elm.example>', ['person', 'Jo Smith']],
  ['M014', ['person', 'Jo Fox']],
  ["sian o'hara-lee", ['ask', 'Siân O’Hara-Lee']],
  ["Siân O'Hara-Lee", ['person', 'Siân O’Hara-Lee']],
  ['Sam Lee', ['ask', 'sam 1', 'sam 2']],
  ['Jo', ['ask', 'Jo Smith', 'Jo Fox']],
  ['J. Fox', ['ask', 'Jo Fox']],
  ['Miss Jo Fox', ['ask', 'Jo Fox']],
  ['Ann Fox', ['nobody']],
  ['Ann Lee <jo@elm.example>', ['ask', 'Jo Smith']],
  ['nobody@elm.example', ['nobody']],
  ['J', ['nobody']],
])('“%s” is %j', (written, expected) => {
  expect(said(written)).toEqual(expected);
});

test('a name alone is enough only where the addresses do not say otherwise', () => {
  const who = { name: 'Jo Smith', email: 'other@elm.example', staffNumber: null };
  expect(recognise(who)).toMatchObject({
    kind: 'ask',
    why: expect.stringMatching(/another e-mail/),
  });
  expect(recognise({ ...who, name: 'Jo Fox' })).toMatchObject({ kind: 'person' });
});
