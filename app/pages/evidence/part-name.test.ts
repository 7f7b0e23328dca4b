import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partName } from './part-name';

const before = 'training-record-2026-03-01';
const all = { among: [], role: [], of: [] };
const modules = ['attachment-patterns', 'a-module-with-a-name-that-is-far-too-long-for-a-file'];
const named = (chosen: object) => partName(before, { ...all, ...chosen }, modules);

test('the whole record has no part in its name, and a part says which', () => {
  expect(named({})).toBe('');
  expect(named({ team: 'Year 4' })).toBe('-part-year-4');
  expect(named({ roleGroup: 'teacher', status: 'due' })).toBe('-part-teacher-not-started');
  expect(named({ module: 'attachment-patterns' })).toBe('-part-attachment-patterns');
  expect(named({ month: '2026-02' })).toBe('-part-2026-02');
});

test('what could name somebody, or cannot be said shortly, stays out of the name', () => {
  for (const chosen of [
    { team: 'Zoë’s helpers' },
    { team: 'Mrs Patel' },
    { team: 'Yearim' },
    { team: 'Овлс' },
    { roleGroup: 'jo' },
    { module: 'jo-smith' },
    { team: 'Year 4', among: ['Owls'] },
    { session: 'an id' },
    { module: modules[1] },
  ]) {
    expect(named(chosen), JSON.stringify(chosen)).toBe('-part');
  }
});

test('whatever is chosen, the name is short, and of letters, digits and hyphens', () => {
  const some = fc.record(
    {
      ...{ team: fc.string({ unit: 'grapheme' }), roleGroup: fc.string(), module: fc.string() },
      among: fc.array(fc.string()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(some, (chosen) => {
      const name = named(chosen);
      expect(name).toMatch(/^(-part(-[a-z0-9]+)*)?$/);
      expect(before.length + name.length).toBeLessThanOrEqual(60);
    }),
  );
});
