import { readFileSync } from 'node:fs';
import { readZip } from '~/record/verify/read-zip';
import { verifyExport } from '~/record/verify/verify-export';
import { expectAccessible } from './support/accessible';
import { someone } from './support/people';
import { expect, test } from './support/test';

const button = 'Take everything with you (ZIP)';

test('everything in one file: with its progress and a way to stop it, and as a plain link without JavaScript', async ({
  complaints,
  visit,
  world,
}) => {
  const head = someone(world, { role: 'head', name: 'Zsófia Head' });
  const page = await visit(head);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/evidence/everything.zip?*', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.goto('/evidence');
  await page.getByRole('link', { name: button }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Getting it ready' })).toBeAttached();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Nothing was saved' })).toBeAttached();
  await expect(page.getByRole('link', { name: button })).toBeFocused();
  letGo();
  await page.unroute('**/evidence/everything.zip?*');

  // What goes wrong is said on the page, which stays, and so does the link.
  const goesWrong = async (words: string) => {
    await page.getByRole('link', { name: button }).click();
    await expect(page.getByRole('status').filter({ hasText: words })).toBeAttached();
    await expect(page).toHaveURL(/\/evidence$/);
  };
  complaints.expect(/^500 from .*everything\.zip/, /everything\.zip.*net::ERR_FAILED/);
  const once = { times: 1 };
  const asked = '**/evidence/everything.zip?*';
  await page.route(asked, (route) => route.fulfill({ status: 500, body: 'x' }), once);
  await goesWrong('The server could not make this file');
  await page.route(asked, (route) => route.abort(), once);
  await goesWrong('The server could not be reached');
  const contentType = 'application/vnd.attune.progress';
  await page.route(asked, (route) => route.fulfill({ contentType, body: 'half' }), once);
  await goesWrong('broke off before the end');

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: button }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^everything-\d{4}-\d\d-\d\d\.zip$/);
  await expect(page.getByRole('status').filter({ hasText: 'Ready: everything' })).toBeAttached();
  const files = readZip(readFileSync(await file.path()));
  expect([...files.keys()].sort()).toEqual([
    ...['READ-ME.txt', 'checkpoint.txt', 'coverage-summary.csv', 'external-cpd.csv'],
    ...['leaves.jsonl', 'manifest.note', 'openings.jsonl', 'org-change-log.csv', 'policies.csv'],
    ...['practice-themes.csv', 'summary.pdf', 'training-record.csv', 'training-record.xlsx'],
  ]);
  expect(verifyExport(files, {}).fits.join('\n')).toContain('Everything fits');

  // Each file of the page says how it goes, and what was said of the one before is gone.
  complaints.expect(/^403 from .*checkpoint\.txt/);
  const checkpoint = '**/evidence/checkpoint.txt*';
  await page.route(checkpoint, (route) => route.fulfill({ status: 403, body: 'x' }), once);
  await page.getByRole('link', { name: 'Today’s checkpoint' }).click();
  const told = page.getByRole('status').filter({ hasText: 'not open to your account' });
  await expect(told).toBeAttached();
  await expect(page.getByRole('status').filter({ hasText: 'Ready: everything' })).toHaveCount(0);

  const plain = await visit(head, { javaScriptEnabled: false });
  await plain.goto('/evidence');
  const whole = plain.waitForEvent('download');
  await plain.getByRole('link', { name: button }).click();
  const kept = readZip(readFileSync(await (await whole).path()));
  expect(verifyExport(kept, {}).fits.join('\n')).toContain('Everything fits');

  // Signed out in between, neither page keeps the sign-in page as if it were the file.
  await page.context().clearCookies();
  await goesWrong('You are no longer signed in');
  await expect(page.getByRole('link', { name: /^Sign in again/ })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Fevidence',
  );
  await expectAccessible(page);
  await plain.context().clearCookies();
  await plain.getByRole('link', { name: button }).click();
  await expect(plain).toHaveURL(/\/sign-in\?next=%2Fevidence%2Feverything\.zip/);
});
