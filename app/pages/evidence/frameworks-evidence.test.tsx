import { expect, test } from 'vitest';
import type { CrosswalkLine } from '~/school-changes/crosswalk';
import { markup } from '~/ui/markup-for-test';
import { LineEvidence } from './frameworks-evidence';

const line = (more: Partial<CrosswalkLine>): CrosswalkLine => ({
  ...{ topic: { id: 'one', title: 'One' }, modules: [], changes: [], figures: [], note: null },
  ...{ hidden: false, elsewhere: false, nothing: false },
  ...more,
});
const said = (more: Partial<CrosswalkLine>) =>
  markup(<LineEvidence line={line(more)} date="2026-11-20" />)
    .replaceAll(/<!--.*?-->|<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ');
const module = { module: 'm', title: 'Module', trained: 7, staff: 46 };
const ofRole = (trained: number) => [
  { ...module, ofRole: { roleGroup: 'teaching assistant', trained, staff: 18 } },
];

test('a role group’s nought is said once, beside what all staff have done', () => {
  const none = said({ nothing: true, modules: ofRole(0) });
  expect(none).toBe(
    'Module: none of the 18 in the role group “teaching assistant” yet; of all staff, 7 of 46 completed it',
  );
  expect(said({ modules: ofRole(3) })).toBe(
    'Module: 3 of the 18 in the role group “teaching assistant” completed it; of all staff, 7 of 46',
  );
});

test('figures say no more than they are, and what they leave open', () => {
  const figures = [{ kind: 'sessions' as const, sessions: 4, people: 53 }];
  const topic = { id: 'one', title: 'One', unsaid: 'whether these were expert challenge' };
  expect(said({ topic, figures })).toBe(
    'Attendance beside the modules: 4 sessions, attended 53 times in all' +
      'Whether these were expert challenge, the record does not say.',
  );
  expect(said({ topic, nothing: true })).toBe('Nothing yet.');
});

test('a line that has nothing says so; one that is recorded elsewhere says that instead', () => {
  expect(said({ nothing: true })).toBe('Nothing yet.');
  expect(said({ nothing: true, modules: [{ ...module, trained: 0 }] })).toBe(
    'Nothing yet.Module: 0 of 46 staff completed it',
  );
  expect(said({ elsewhere: true })).toBe('Not recorded here.');
});
