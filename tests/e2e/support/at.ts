import { expect, type Page } from '@playwright/test';

interface Place {
  /** Path, or path and query, as a whole or as a pattern. A fragment never matters. */
  path: string | RegExp;
  /** Of the h1, and of the title before " · Attune", unless `title` says otherwise. */
  h1: string | RegExp;
  title?: string | RegExp;
}

/** The page is where it should be, says so in its title, and has just this one h1. */
export async function expectAt(page: Page, { path, h1, title = h1 }: Place): Promise<void> {
  await expect(page.locator('h1')).toHaveText(h1);
  await expect
    .poll(() => fits(new URL(page.url()), path), { message: `${page.url()} should be ${path}` })
    .toBe(true);
  await expect(page).toHaveTitle(typeof title === 'string' ? `${title} · Attune` : title);
  await expect(page.locator('h1')).toHaveCount(1);
}

function fits({ pathname, search }: URL, path: Place['path']): boolean {
  if (typeof path !== 'string') return path.test(pathname + search);
  return path.includes('?') ? path === pathname + search : path === pathname;
}
