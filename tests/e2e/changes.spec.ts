import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { fromMenu } from './support/menu';
import { someone, unique } from './support/people';
import { expect, test } from './support/test';

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test(`what the school changed: told, asked about a name, put right, looked at again, beside the self-audit, exported, taken off, ${how}`, async ({
    visit,
    world,
  }) => {
    const tag = unique();
    const head = someone(world, { role: 'head' });
    const page = await visit(head, {
      javaScriptEnabled,
      viewport: { width: 390, height: 800 },
    });
    const calm = async () => {
      if (javaScriptEnabled) await expectAccessible(page);
    };
    await page.goto('/evidence');
    await fromMenu(page, 'What changed');
    await expectAt(page, { path: '/evidence/changes', h1: 'What the school changed' });
    await page.getByRole('link', { name: 'Record a change' }).click();
    await page.getByRole('button', { name: 'Put it on the log' }).click();
    for (const words of ['Say what changed.', 'Choose at least one part.', 'Choose the role'])
      await expect(page.getByRole('alert')).toContainText(words);
    const what = `Lining up is at the class door ${tag}`;
    await page.getByLabel('What changed?').fill(what);
    await page.getByLabel('Why?').fill('Most of what went wrong was for Kofi in the yard.');
    await page.getByLabel('Timetable', { exact: true }).check();
    await page.getByLabel(/^d\. /).check();
    await page.getByLabel('Who sees to it?').selectOption('deputy or assistant head');
    await page.getByLabel('When did it change?').fill('2026-02-02');
    await page.getByLabel('When will you look at it again?').fill('2026-05-04');
    await page.getByRole('button', { name: 'Put it on the log' }).click();
    await expect(page.getByRole('alert')).toContainText('“Kofi” may be somebody’s name.');
    await expect(page.getByLabel(/^d\. /)).toBeChecked();
    await calm();
    await page.getByLabel('Why?').fill('Most of what went wrong was in the yard.');
    await page.getByRole('button', { name: 'Put it on the log' }).click();
    await expect(page.getByText('It is on the log, and beside the line')).toBeVisible();
    await calm();

    await page.getByRole('link', { name: 'Put it right' }).click();
    await page.getByLabel('Policy', { exact: true }).check();
    await page.getByLabel('Something else was wrong').check();
    await page.getByRole('button', { name: 'Put it right' }).click();
    await expect(page.getByText('What was entered before stays readable below')).toBeVisible();

    await page.goto('/evidence/changes?theme=d&kind=policy&due=yes');
    await expect(page.getByRole('row', { name: what })).toContainText('Due since');
    await calm();
    await page.getByRole('link', { name: what }).click();
    await page.getByRole('button', { name: 'We looked at it again' }).click();
    await expect(page.getByText('It stands that you looked at it again today.')).toBeVisible();
    await page.goto('/evidence/changes/policies');
    await expect(page.getByRole('row', { name: what })).toContainText('Looked at');

    await page.goto('/evidence/changes/self-audit/d');
    await expect(page.getByRole('main')).toContainText(what);
    await page.getByLabel('How it stands').fill(`Two transitions have a plan ${tag}.`);
    await page.getByRole('button', { name: /^Save the/ }).click();
    await expect(page.getByText('It stands under')).toBeVisible();
    await calm();
    await page.goto('/evidence/changes/self-audit');
    await expect(page.getByText(`Two transitions have a plan ${tag}.`)).toBeVisible();

    await page.goto('/evidence/changes');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'The log as a spreadsheet' }).click(),
    ]);
    const rows = parse(readFileSync(await download.path()), { bom: true, columns: true });
    expect(rows).toContainEqual({
      ...{ date: '2026-02-02', a_to_j: 'd', type: 'policy', what_changed: what, review_on: '' },
      why: 'Most of what went wrong was in the yard.',
      owner_role: 'deputy or assistant head',
    });

    await page.getByRole('link', { name: what }).click();
    await page.locator('summary', { hasText: 'It should not be on the log' }).click();
    await page.getByLabel('It was recorded by mistake').check();
    await page.getByRole('button', { name: 'Take it off the log' }).click();
    await expect(page.getByText('The record still knows that it stood there')).toBeVisible();
    await expect(page.getByRole('row', { name: what })).toHaveCount(0);
  });
}

test('a measure of the school’s own: too few refused, nothing typed lost, always with its caveat, taken off', async ({
  visit,
  world,
}) => {
  const tag = unique();
  const page = await visit(someone(world, { role: 'lead' }), {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  await page.goto('/evidence/impact');
  await page.getByRole('link', { name: 'Write down a measure' }).click();
  const what = `Suspensions in one phase ${tag}`;
  for (const [label, text] of [
    ['What was measured?', what],
    ['What does the figure count?', 'suspensions'],
    ['Before: when?', 'Autumn term 2024'],
    ['Before: the last day of that time', '2024-12-20'],
    ['Before: the figure', '14'],
    ['After: when?', 'Autumn term 2025'],
    ['After: the last day of that time', '2024-07-19'],
    ['After: the figure', '3'],
    ['Where are the figures from?', 'The school census'],
    ['What else changed over that time?', 'A smaller year group.'],
  ] as const)
    await page.getByLabel(label).fill(text);
  await page.getByLabel('How it is for pupils').check();
  await page.getByLabel('A count').check();
  await page.getByLabel('Fewer than five, or we do not know').check();
  await page.getByRole('button', { name: 'Write it down' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Fewer than five are not kept here');
  await expect(alert).toContainText('The time after has to end later than the one before');
  await expect(alert).toContainText('Figures of fewer than five people are not kept here');
  await page.getByLabel('After: the figure').fill('9');
  await page.getByLabel('After: the last day of that time').fill('2025-12-19');
  await page.getByLabel('Five or more').check();
  await page.getByRole('button', { name: 'Write it down' }).click();
  await expect(page.getByRole('heading', { name: what })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(
    'Other things also changed; this does not show that training caused it.',
  );
  await page.getByRole('link', { name: `Correct it : ${what}` }).click();
  await expect(page.getByLabel('What else changed over that time?')).toHaveValue(
    'A smaller year group.',
  );
  await page.getByLabel('After: the figure').fill('8');
  await page.getByLabel('Five or more').check();
  await page.getByRole('button', { name: 'Correct it' }).click();
  await expect(page.getByRole('heading', { name: what })).toHaveCount(1);
  await expect(page.getByRole('main')).toContainText(
    'Autumn term 2025 (to 19 December 2025)8 suspensions',
  );
  await expect(page.getByText(`Before that it said: ${what}.`)).toContainText('9 suspensions');
  await page.locator('summary', { hasText: 'should not stand here' }).click();
  await page.getByLabel('Which one?').selectOption({
    label: `${what}: Autumn term 2024, Autumn term 2025`,
  });
  await page.getByLabel('It was wrong').check();
  await page.getByRole('button', { name: 'Take it off' }).click();
  await expect(page.getByRole('heading', { name: what })).toHaveCount(0);
});

test('a framework line by line: what the record has beside each, the school’s own words, and a line left out', async ({
  visit,
  world,
}) => {
  const tag = unique();
  const page = await visit(someone(world, { role: 'head' }), { javaScriptEnabled: false });
  await page.goto('/evidence/frameworks/evaluation-areas');
  await expect(page.getByText('Not recorded here.')).toHaveCount(1);
  await expect(page.getByRole('link', { name: /^Say where it is recorded/ })).toBeVisible();
  await page.goto('/evidence/frameworks');
  await expect(page.getByRole('row', { name: /^Areas that inspectors/ })).toContainText(
    'One more is recorded elsewhere.',
  );
  await expect(page.getByRole('main')).not.toContainText(/\d of its/);
  await page.getByRole('link', { name: /^NICE guideline NG26/ }).click();
  await expect(page.getByText('Nothing yet.').first()).toBeVisible();
  await expect(page.getByText(/of \d+ staff/).first()).toBeVisible();
  await page.getByRole('link', { name: /own (evidence|words)\s+for The consequences/ }).click();
  const box = page.getByLabel('The school’s own evidence');
  await box.fill(`We asked Kofi ${tag}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('may be somebody’s name');
  await box.fill(`It is in the staff handbook ${tag}.`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Past days stay as they were.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`It is in the staff handbook ${tag}.`);
  await page.getByRole('link', { name: /own words\s+for The consequences/ }).click();
  await page.getByLabel('Left out').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('summary', { hasText: 'Left out by the school: 1' }).click();
  await page.getByRole('link', { name: /^The consequences/ }).click();
  await page.getByLabel('Shown', { exact: true }).check();
  await box.fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Left out by the school')).toHaveCount(0);
});

test('a deputy reads what changed and writes nothing', async ({ visit, world }) => {
  const page = await visit(someone(world, { role: 'deputy' }));
  await page.goto('/evidence/changes');
  await expect(page.locator('h1')).toHaveText('What the school changed');
  await expect(page.getByRole('link', { name: 'Record a change' })).toHaveCount(0);
  expect((await page.goto('/evidence/changes/new'))?.status()).toBe(403);
});
