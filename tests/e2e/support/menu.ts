import type { Page } from '@playwright/test';

/** Follows a link of the section’s own row, which folds up on a phone. */
export async function fromMenu(page: Page, name: string): Promise<void> {
  const fold = page.locator('.nav-fold > summary');
  if (await fold.isVisible()) await fold.click();
  await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
}
