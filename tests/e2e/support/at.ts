import { expect, type Page } from '@playwright/test';

interface Place {
  /** Path and query, as a whole or as a pattern. */
  path: string | RegExp;
  /** Of the h1, and of the title before " · Attune", unless `title` says otherwise. */
  h1: string | RegExp;
  title?: string | RegExp;
}

/** The page is where it should be, says so in its title, and has just this one h1. */
export async function expectAt(page: Page, { path, h1, title = h1 }: Place): Promise<void> {
  const here = (url: URL) =>
    typeof path === 'string'
      ? url.pathname + url.search === path
      : path.test(url.pathname + url.search);
  await expect(page.locator('h1')).toHaveText(h1);
  await expect
    .poll(() => here(new URL(page.url())), { message: `${page.url()} should be ${path}` })
    .toBe(true);
  await expect(page).toHaveTitle(typeof title === 'string' ? `${title} · Attune` : title);
  await expect(page.locator('h1')).toHaveCount(1);
}
