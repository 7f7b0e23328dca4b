import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { mistaken } from '../fixtures/mistaken/mistaken';
import { type Handed, handedOver } from '../fixtures/tampering';
import { expectAccessible } from './support/accessible';
import { expect, test } from './support/test';

const handed = [...(await handedOver()), ...(await mistaken())];
const named = (what: string): Handed => {
  const found = handed.find((one) => one.what === what);
  if (!found) throw new Error(`Nobody hands over ${what}`);
  return found;
};
const asFile = ({ name, file }: Pick<Handed, 'name' | 'file'>) => ({
  ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(file) },
});

/** Of each kind of file the sound one, and one tampered with in each of its parts; the others are tried without a browser. */
const some = [
  ...['a whole export with the school’s key', 'one with the older checkpoint that it grew from'],
  ...['a cell of the CSV', 'an entry made to fit itself', 'an opening', 'signed by another key'],
  ...['a file more', 'a history rewritten', 'a zip cut short', 'a file twice'],
  ...['an archive with a workbook', 'a workbook altered', 'a certificate'],
  ...[
    'a certificate’s name on the page',
    'a certificate’s proof',
    'a proof alone',
    'a proof moved',
  ],
  ...['an older file with a newer checkpoint', 'a root with a wrong letter'],
  ...['what a Mac and Windows leave beside', 'an empty file'],
].map(named);

const result = (page: Page) => page.getByRole('region', { name: 'What the check found' });

/** Whatever this page asks of any network from now on. */
function askedOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

async function checkIt(page: Page, one: Handed): Promise<void> {
  await page.getByLabel('The file').setInputFiles(asFile(one));
  await page.getByLabel('The school’s key, or its fingerprint').fill(one.given.key ?? '');
  await page.getByLabel('An older checkpoint, as printed').fill(one.given.since ?? '');
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(result(page)).toBeVisible();
}

async function fitsWidth(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBeLessThanOrEqual(0);
}

test('a file is checked on the page itself, with the connection cut, and the answer is in words', async ({
  visit,
}) => {
  const page = await visit(null);
  await page.goto('/verify');
  await page.getByRole('link', { name: /Check a record or a certificate/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Check a record or a certificate',
  );
  await page.getByText('What you have from elsewhere').click();
  await expectAccessible(page);

  await page.context().setOffline(true);
  const asked = askedOf(page);
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(page.getByLabel('The file')).toBeFocused();
  await expect(page.getByText('Choose the file to check.')).toBeVisible();

  await checkIt(page, named('one with the older checkpoint that it grew from'));
  await expect(result(page)).toBeFocused();
  await expect(result(page).getByRole('heading', { level: 2 })).toHaveText(
    'Everything that was checked fits',
  );
  for (const words of ['What fits', 'What does not fit', 'What cannot be proved']) {
    await expect(result(page).getByRole('heading', { name: words })).toBeVisible();
  }
  await expect(result(page)).toContainText('those of the older checkpoint');
  await expect(result(page)).toContainText('Who held the phone');
  await expectAccessible(page);

  // An answer goes as soon as something else stands in the form, and the focus stays with whoever types.
  const key = page.getByLabel('The school’s key, or its fingerprint');
  await key.pressSequentially('a');
  await expect(result(page)).toBeHidden();
  await expect(key).toBeFocused();
  await expect(page.getByText('What is to be checked was changed.')).toBeVisible();
  await checkIt(page, named('a whole export'));
  await expect(result(page)).toContainText('Everything that was checked fits');
  await page.getByLabel('The file').setInputFiles(asFile(named('a cell of the CSV')));
  await expect(result(page)).toBeHidden();

  await checkIt(page, named('a certificate’s name on the page'));
  await expect(result(page)).toContainText('Something does not fit');
  await expect(result(page)).toContainText('This PDF was altered after it was signed');
  await checkIt(page, named('a proof without a key'));
  await expect(result(page)).toContainText('This could not be checked');
  await page.setViewportSize({ width: 320, height: 640 });
  await fitsWidth(page);
  expect(asked).toEqual([]);
});

test('kept on a computer, the page finds what was tampered with, without any network', async ({
  visit,
}) => {
  const site = await visit(null);
  await site.goto('/verify/check');
  const coming = site.waitForEvent('download');
  await site.getByRole('link', { name: 'Keep this page' }).click();
  const kept = `${await (await coming).path()}.html`;
  await (await coming).saveAs(kept);

  const page = await visit(null, { offline: true });
  await page.goto(pathToFileURL(kept).href);
  const asked = askedOf(page);
  await expect(page.getByText('This is a copy that was kept.')).toBeVisible();
  await expect(page.getByRole('link')).toHaveCount(0);
  await page.getByText('What you have from elsewhere').click();
  for (const one of some) {
    await checkIt(page, one);
    const words = (await result(page).textContent()) ?? '';
    if (one.misfit === null) {
      expect(words, one.what).toContain('Everything that was checked fits');
      if (one.says) expect(words, one.what).toMatch(one.says);
      const uncompared = one.what === 'an older file with a newer checkpoint';
      expect(words.includes('could not be compared: see'), one.what).toBe(uncompared);
    } else {
      expect(words, one.what).not.toContain('Everything that was checked fits');
      const said = await result(page).locator('li, p').allTextContents();
      expect(
        said.some((line) => one.misfit?.test(line)),
        `${one.what}: ${words}`,
      ).toBe(true);
    }
  }

  // An older export may be given instead of the checkpoint printed from it.
  const older = { ...named('a whole export'), name: 'older.zip' };
  await page.getByLabel('A file with an older checkpoint').setInputFiles(asFile(older));
  await checkIt(page, { ...named('a whole export'), given: {} });
  await expect(result(page)).toContainText(
    'The first 22 entries are those of the older checkpoint',
  );
  expect(asked).toEqual([]);
});

test('without scripts the page says what to do', async ({ visit }) => {
  const page = await visit(null, { javaScriptEnabled: false });
  await page.goto('/verify/check');
  await expect(page.getByText('Scripts do not run in this browser')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check it' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Keep this page' })).toBeVisible();
});
