import { expectAt } from './support/at';
import { fromMenu } from './support/menu';
import { someone } from './support/people';
import { expect, test } from './support/test';

test('without JavaScript one can go back to a form that was to be mended, and find it as it was', async ({
  visit,
  world,
}) => {
  const lead = someone(world, { role: 'lead' });
  const page = await visit(lead, { javaScriptEnabled: false });
  await page.goto('/lead/people/new');
  await page.getByLabel('Name', { exact: true }).fill('Zoë O’Hara');
  await page.getByRole('button', { name: 'Add to the staff list' }).click();
  await expect(page.getByRole('alert')).toContainText('Give an e-mail address or a staff number');
  await expectAt(page, { path: /^\/lead\/people\/new\?refused=[\w-]+$/, h1: 'Add a person' });
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Zoë O’Hara');

  await fromMenu(page, 'Settings');
  await expect(page.locator('h1')).toHaveText('Settings');
  await page.goBack();
  await expect(page.getByRole('alert')).toContainText('Give an e-mail address or a staff number');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Zoë O’Hara');

  // Nobody else who comes to that address finds it.
  const another = await visit(someone(world, { role: 'lead' }), { javaScriptEnabled: false });
  await another.goto(page.url());
  await expect(another.getByLabel('Name', { exact: true })).toHaveValue('');
  await expect(another.getByRole('alert')).toHaveCount(0);
});

test('once it is mended and sent, back leads to it and not to an error', async ({
  visit,
  world,
}) => {
  const page = await visit(someone(world, { role: 'lead' }), { javaScriptEnabled: false });
  await page.goto('/lead/cohorts');
  await page.getByRole('button', { name: 'Make the cohort' }).click();
  await expect(page.getByRole('alert')).toContainText('Type a name for the cohort.');
  const name = `Midday ${Math.random()}`;
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Make the cohort' }).click();
  await expect(page.locator('h1')).toHaveText(name);
  await page.goBack();
  await expect(page.locator('h1')).toHaveText('Cohorts');
  await expect(page.getByRole('alert')).toContainText('Type a name for the cohort.');
});
