import { expect, test } from 'vitest';
import { markup } from '~/ui/markup-for-test';
import { LadderTable } from './impact-ladder';

const ladder = (tried: boolean, onStep4 = 0) =>
  markup(
    <LadderTable
      date="2026-11-20"
      changes={2}
      measures={{ 1: 0, 4: onStep4, 5: 0 }}
      tried={tried}
    />,
  );
const nothings = (html: string) => html.match(/Nothing yet\./g)?.length ?? 0;

test('what staff tried, where it is counted, leads to its heading of the summary of that day', () => {
  const counted = ladder(true);
  expect(counted).toContain('href="/evidence/summary?asAt=2026-11-20#heading-6"');
  expect(nothings(counted)).toBe(2);
  expect(ladder(true, 1)).toMatch(/#heading-6".*One figure of the school’s own, below\./s);
});

test('where nothing is counted of it, the step has the school’s own figures or says so', () => {
  expect(ladder(false)).not.toContain('/evidence/summary');
  expect(nothings(ladder(false))).toBe(3);
  expect(ladder(false, 3)).toContain('3 figures of the school’s own, below.');
});
