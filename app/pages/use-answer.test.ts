import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;

test('every page for someone signed in takes its answer where a refused form is found again', () => {
  const pages = ['lead', 'learn', 'account', 'evidence'].flatMap((folder) =>
    readdirSync(path.join(here, folder))
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => path.join(folder, file)),
  );
  expect(pages.length).toBeGreaterThan(50);
  for (const page of pages) {
    expect(readFileSync(path.join(here, page), 'utf8'), page).not.toContain('useActionData');
  }
});
