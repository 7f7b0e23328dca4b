import path from 'node:path';
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { person, session } from '~db/schema';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { join, signInAs, someone, unique } from './support/people';
import { expect, test } from './support/test';
import type { World } from './support/world';

const fixture = (file: string) => path.resolve('tests/fixtures/staff-lists', file);
const named = ({ attune }: World, name: string) =>
  attune.db.select().from(person).where(eq(person.name, name)).all();

/** As copied from a spreadsheet. */
const pasted = (rows: string[][]) => rows.map((cells) => cells.join('\t')).join('\n');

async function paste(page: Page, rows: string[][]): Promise<void> {
  await page.goto('/lead/staff-list');
  await page.getByLabel('Paste the list here').fill(pasted(rows));
  await page.getByRole('button', { name: 'Read the list' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test(`paste, look, answer, bring in, undo, ${how}, 320 px wide`, async ({ visit, world }) => {
    const tag = unique();
    const moved = someone(world, { name: `Moira ${tag}`, teams: ['Year 1'] });
    const twin = someone(world, { name: `Sam ${tag}` });
    const options = { javaScriptEnabled, viewport: { width: 320, height: 640 } };
    const page = await visit(someone(world, { role: 'office' }), options);
    const calm = async () => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${page.url()} is ${width} px wide`).toBeLessThanOrEqual(320);
      if (javaScriptEnabled) await expectAccessible(page);
    };
    await page.goto('/');
    await expectAt(page, { path: '/lead/people', h1: 'People' });
    await page.getByRole('link', { name: 'Bring in a list' }).click();
    await expectAt(page, { path: '/lead/staff-list', h1: 'Bring in a staff list' });
    await calm();

    await paste(page, [
      ['Forename', 'Surname', 'E-mail', 'Job title', 'Team', 'Start date'],
      ['Nell', tag, `nell.${tag}@hazel.example`, 'TA', 'Year 4', '01/09/2026'],
      ['Wanda', tag, `wanda.${tag}@hazel.example`, 'Wizard', '', ''],
      ['Moira', tag, moved.email, 'Class teacher', 'Year 2', ''],
      ['Sam', tag, `sam.${tag}@hazel.example`, 'TA', '', ''],
      ['Nobody', tag, '', 'TA', '', ''],
    ]);
    await expectAt(page, { path: /^\/lead\/staff-list\/[\w-]+$/, h1: 'Check the staff list' });
    expect(named(world, `Nell ${tag}`)).toEqual([]);
    await expect(
      page.getByRole('button', { name: 'Add 2 people and change 1 person' }),
    ).toBeVisible();
    await calm();

    await page.getByLabel('Somebody new').check();
    await page.getByRole('button', { name: 'Keep these answers' }).click();
    await expect(
      page.getByRole('button', { name: 'Add 3 people and change 1 person' }),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Cannot be used: 1' }).click();
    await expect(page.getByRole('table')).toContainText('Add a staff number');
    await page.getByRole('link', { name: 'Changed: 1' }).click();
    await expect(page.getByRole('table')).toContainText('Teams: Year 1 → Year 2.');
    await page.getByRole('link', { name: 'Added: 3' }).click();
    await page.getByLabel('Wizard').selectOption('pastoral');
    await page.getByRole('button', { name: 'Keep these roles' }).click();
    await expect(page.getByRole('table')).toContainText('Pastoral; first day');
    await calm();

    await page.getByRole('button', { name: 'Add 3 people and change 1 person' }).click();
    await expectAt(page, {
      path: /^\/lead\/staff-list\/[\w-]+\?done=in$/,
      h1: 'A staff list brought in',
      title: 'Check the staff list',
    });
    await calm();
    expect(named(world, `Wanda ${tag}`)[0]?.roleGroup).toBe('pastoral');
    expect(named(world, twin.name)).toHaveLength(2);
    const [nell] = named(world, `Nell ${tag}`);
    expect(nell?.startDate).toBe('2026-09-01');
    await join(world, { ...twin, personId: nell?.id ?? '' });

    await page.getByRole('link', { name: 'Undo this list' }).click();
    await expectAt(page, {
      path: /\/undo$/,
      h1: 'Undo this staff list?',
      title: 'Undo a staff list',
    });
    await expect(page.getByRole('main')).toContainText(`Nell ${tag}. Stays: has joined since.`);
    await calm();
    await page.getByRole('button', { name: 'Put back 3 people' }).click();
    await expect(page.getByText('Whoever stayed on the list is named below')).toBeVisible();
    expect(named(world, moved.name)[0]).toMatchObject({ teams: ['Year 1'] });
    await page.goto('/lead/people');
    await expect(page.getByRole('table')).toContainText(`Nell ${tag}`);
    await expect(page.getByRole('table')).not.toContainText(`Wanda ${tag}`);
  });

  test(`a file in an older encoding is read, and a wrong file keeps what was pasted, ${how}`, async ({
    visit,
    world,
  }) => {
    const page = await visit(someone(world, { role: 'lead' }), { javaScriptEnabled });
    await page.goto('/lead/staff-list');
    await page
      .getByLabel('Or choose a CSV file')
      .setInputFiles(fixture('really-a-spreadsheet.csv'));
    await page.getByLabel('First day, for anyone new').fill('2026-02-03');
    await page.getByRole('button', { name: 'Read the list' }).click();
    await expect(page.getByRole('alert')).toContainText('.xlsx');
    await expect(page.getByLabel('First day, for anyone new')).toHaveValue('2026-02-03');

    const words = 'It’s the “wrong” thing <b>altogether</b> 🧡\nand has no headings';
    await page.getByLabel('Paste the list here').fill(words);
    await page.getByRole('button', { name: 'Read the list' }).click();
    await expect(page.getByRole('alert')).toContainText('The first row should say');
    await expect(page.getByLabel('Paste the list here')).toHaveValue(words);
    if (javaScriptEnabled) await expectAccessible(page);

    await page.getByLabel('Paste the list here').fill('');
    await page.getByLabel('Or choose a CSV file').setInputFiles(fixture('excel-windows-1252.csv'));
    await page.getByRole('button', { name: 'Read the list' }).click();
    await expect(page.locator('h1')).toHaveText('Check the staff list');
    await expect(page.getByRole('main')).toContainText('Siân O’Hara');
    await expect(page.getByRole('main')).not.toContainText(/\b1980\b/);
    await page.getByRole('link', { name: /^Not in this list/ }).click();
    await page.getByLabel('Their last day').fill('');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Keep these answers' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose their last day');
    await page.getByRole('button', { name: 'Put this list aside' }).click();
    await expect(page.getByText('That list is gone, and nothing was written.')).toBeVisible();
    expect(named(world, 'Siân O’Hara')).toEqual([]);
  });
}

test('a session that ends on the way keeps the pasted list', async ({ visit, world }) => {
  const lead = someone(world, { role: 'lead' });
  const page = await visit(lead);
  await page.goto('/lead/staff-list');
  const list = pasted([
    ['Name', 'E-mail'],
    ['Kept Safe', `kept.${unique()}@hazel.example`],
  ]);
  await page.getByLabel('Paste the list here').fill(list);
  world.attune.db
    .update(session)
    .set({ endedAt: Date.now() })
    .where(eq(session.personId, lead.personId))
    .run();
  await page.getByRole('button', { name: 'Read the list' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=.*kept=1/);
  await signInAs(page.context(), world, lead);
  await page.goto('/lead/staff-list');
  await expect(page.getByLabel('Paste the list here')).toHaveValue(list);
  await page.getByRole('button', { name: 'Read the list' }).click();
  await expect(page.getByRole('button', { name: 'Add 1 person' })).toBeVisible();
});

test('5 MB are taken here, more is refused in words, and other forms stay at 1 MB', async ({
  ask,
  world,
}) => {
  const lead = someone(world, { role: 'lead' });
  const request = await ask(lead);
  const send = (url: string, bytes: number) =>
    request.post(url, {
      multipart: {
        formTag: 'x',
        text: '',
        file: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.alloc(bytes, 'a') },
      },
    });
  // 409: not this person’s form, so it was read.
  expect((await send('/lead/staff-list', 4_900_000)).status()).toBe(409);
  const over = await send('/lead/staff-list', 5_600_000);
  expect(over.status()).toBe(413);
  expect(await over.text()).toContain('over 5 MB');
  expect((await send('/lead/people/new', 1_100_000)).status()).toBe(413);
});
