import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { someone, unique } from './support/people';
import { expect, test } from './support/test';

test('the summary: the school’s own words, nine headings, and the same on paper, without JavaScript too', async ({
  visit,
  world,
}) => {
  const tag = unique();
  const head = someone(world, { role: 'head' });
  const page = await visit(head, { javaScriptEnabled: false });
  await page.goto('/evidence/summary');
  await expectAt(page, { path: '/evidence/summary', h1: 'Training record & impact summary' });
  await page.getByRole('link', { name: 'Write the school’s own words' }).click();
  const intent = page.getByLabel('What we set out to do, and for whom');
  await intent.fill(`Somebody steady for Kofi ${tag}.`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('may be somebody’s name');
  await expect(intent).toHaveValue(`Somebody steady for Kofi ${tag}.`);
  await intent.fill(`Somebody steady for every pupil ${tag}.`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Your words stand on the summary')).toBeVisible();
  await expect(page.getByText(`Somebody steady for every pupil ${tag}.`)).toBeVisible();
  const headings = await page.locator('main h2').allTextContents();
  expect(headings.filter((words) => /^\d\. /.test(words))).toHaveLength(9);

  const withScript = await visit(head);
  await withScript.goto('/evidence/summary');
  await expectAccessible(withScript);
  const coming = withScript.waitForEvent('download');
  await withScript.getByRole('link', { name: 'Download it as a PDF' }).click();
  const file = readFileSync(await (await coming).path());
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), {
    mergePages: true,
  });
  for (const words of [...headings, `Somebody steady for every pupil ${tag}.`]) {
    expect(text.replaceAll(/\s+/g, ' ')).toContain(words.trim());
  }
  expect(text).toContain('Completion is not impact.');
  expect(text).not.toContain(head.name);

  expect(headings.at(-1)).toBe('Annex A. What each module version contained');

  await withScript.getByLabel('With the named register').check();
  await withScript.getByRole('button', { name: 'Show' }).click();
  await expect(withScript.getByRole('rowheader', { name: head.name })).toBeVisible();
  await expectAccessible(withScript);
  const named = withScript.waitForEvent('download');
  await withScript.getByRole('link', { name: 'Download it as a PDF' }).click();
  expect((await named).suggestedFilename()).toMatch(/^summary-\d{4}-\d\d-\d\d-with-names\.pdf$/);
  const register = new Uint8Array(readFileSync(await (await named).path()));
  const { text: pages } = await extractText(await getDocumentProxy(register));
  expect(pages.findIndex((words) => words.includes('Annex A.'))).toBeLessThanOrEqual(3);
  expect(pages.join(' ').replaceAll(/\s+/g, ' ')).toContain(head.name);

  const bad = await withScript.request.get('/evidence/summary.pdf?asAt=tomorrow');
  expect(bad.status()).toBe(400);
  expect(await bad.text()).toContain('is not a date in the calendar');
});
