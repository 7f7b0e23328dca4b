import { expect, test } from 'vitest';
import { withoutSecrets } from './secret-paths';

test('what opens something is not logged, and other addresses are as they were', () => {
  expect(withoutSecrets('/join/K7QD-94MF')).toBe('/join/…');
  expect(withoutSecrets('/code/K7QD-94MF')).toBe('/code/…');
  expect(withoutSecrets('/governors/3fJ_x-2/summary.pdf')).toBe('/governors/…/summary.pdf');
  expect(withoutSecrets('/governors/3fJ_x-2.data')).toBe('/governors/…');
  for (const path of ['/evidence/governors', '/learn/repair', '/verify', '/']) {
    expect(withoutSecrets(path)).toBe(path);
  }
});
