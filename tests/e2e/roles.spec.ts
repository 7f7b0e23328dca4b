import { formTagOf } from '~/people/form-tag.server';
import { rolesOf } from '~/people/staff-rows.server';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { fromMenu } from './support/menu';
import { someone } from './support/people';
import { expect, test } from './support/test';

for (const javaScriptEnabled of [true, false]) {
  test(`a head gives roles and takes them away, JavaScript ${javaScriptEnabled ? 'on' : 'off'}, 320 px wide`, async ({
    visit,
    world,
  }) => {
    const ta = someone(world);
    const roles = () => rolesOf(world.attune.db, ta.personId).sort();
    const options = { javaScriptEnabled, viewport: { width: 320, height: 640 } };
    const page = await visit(someone(world, { role: 'head' }), options);
    const theirs = (role: string) =>
      page.getByRole('row').filter({ hasText: ta.name }).filter({ hasText: role });
    await page.goto('/evidence');
    await fromMenu(page, 'Settings');
    await page.getByRole('link', { name: 'Roles, and who may do what' }).click();
    await expectAt(page, { path: '/roles', h1: 'Roles' });
    if (javaScriptEnabled) await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);

    await page.getByRole('button', { name: 'Give this role' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose who it is.');
    await expect(page.getByRole('alert')).toContainText('Choose a role.');
    for (const role of ['Attachment lead', 'Headteacher']) {
      await page.getByLabel('Who', { exact: true }).selectOption(ta.personId);
      await page.getByRole('radio', { name: role }).check();
      await page.getByRole('button', { name: 'Give this role' }).click();
      await expect(page.getByText('They have the new role')).toBeVisible();
      await expect(theirs(role)).toBeVisible();
    }
    expect(roles()).toEqual(['head', 'lead', 'staff']);

    for (const role of ['Attachment lead', 'Headteacher']) {
      await theirs(role).locator('summary').click();
      const sure = new RegExp(`^Yes, take it away ?: ${role}, ${ta.name}$`);
      await theirs(role).getByRole('button', { name: sure }).click();
      await expect(page.getByText('That role is theirs no more')).toBeVisible();
      await expect(theirs(role)).toHaveCount(0);
    }
    expect(roles()).toEqual(['staff']);
  });
}

test('a lead reaches the roles from a person’s page, and the head’s is not hers to give', async ({
  ask,
  visit,
  world,
}) => {
  const ta = someone(world);
  const lead = someone(world, { role: 'lead' });
  const head = someone(world, { role: 'head' });
  const page = await visit(lead);
  await page.goto(`/lead/people/${ta.personId}`);
  await page.getByRole('link', { name: 'Give or take a role' }).click();
  await expect(page.getByLabel('Who', { exact: true })).toHaveValue(ta.personId);
  await expect(page.getByRole('radio', { name: 'Headteacher' })).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: head.name });
  await expect(row).toContainText('The headteacher’s to change');
  await expect(row.getByRole('button')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Attachment lead' }).check();
  await page.getByRole('button', { name: 'Give this role' }).click();
  await expect(page.getByText('They have the new role')).toBeVisible();

  const request = await ask(lead);
  const formTag = formTagOf(lead.personId);
  for (const form of [
    { formId: 'give', person: ta.personId, role: 'head' },
    { formId: 'give', person: lead.personId, role: 'head' },
    { formId: 'take', person: head.personId, role: 'head' },
    { formId: 'give', person: lead.personId, role: 'lead' },
  ]) {
    const answer = await request.post('/roles', { form: { formTag, ...form } });
    expect.soft(answer.status(), JSON.stringify(form)).toBe(403);
  }
  expect(rolesOf(world.attune.db, head.personId)).toContain('head');
  expect(rolesOf(world.attune.db, lead.personId)).not.toContain('head');
});

test('someone who gives up the lead’s role is led to their own first page', async ({
  visit,
  world,
}) => {
  const lead = someone(world, { role: 'lead' });
  const page = await visit(lead);
  await page.goto('/roles');
  const row = page.getByRole('row').filter({ hasText: lead.name });
  await row.locator('summary').click();
  await row.getByRole('button', { name: /^Yes, give it up/ }).click();
  await expect(page).toHaveURL(/\/learn$/);
});

for (const javaScriptEnabled of [true, false]) {
  test(`a deputy has the lead’s list while it lasts, and gives nothing on, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    ask,
    visit,
    world,
  }) => {
    const ta = someone(world);
    const lead = someone(world, { role: 'lead' });
    const page = await visit(lead, { javaScriptEnabled });
    await page.goto('/roles');
    await page.getByRole('button', { name: 'Make them deputy' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose who it is.');
    await page.getByLabel('Deputy', { exact: true }).selectOption(ta.personId);
    await page.getByLabel('Last day', { exact: true }).fill('2020-01-01');
    await page.getByRole('button', { name: 'Make them deputy' }).click();
    await expect(page.getByRole('alert')).toContainText('before the first');
    await expect(page.getByLabel('Deputy', { exact: true })).toHaveValue(ta.personId);
    await page.getByLabel('Last day', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Make them deputy' }).click();
    await expect(page.getByText('They are deputy for those days')).toBeVisible();
    await expect(page.getByText(`${ta.name}, until you take it back`)).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);

    const theirs = await visit(ta, { javaScriptEnabled });
    await theirs.goto('/');
    await expect(theirs).toHaveURL(/\/lead$/);
    await fromMenu(theirs, 'This week');
    await expectAt(theirs, { path: '/lead/friday', h1: 'Who needs a hand this week' });
    const request = await ask(ta);
    const formTag = formTagOf(ta.personId);
    const answers = [
      await request.get('/roles'),
      await request.post('/roles', { form: { formTag, formId: 'deputy', deputy: lead.personId } }),
      await request.post(`/lead/people/${lead.personId}/way-in`, { form: { formTag } }),
    ];
    expect(answers.map((answer) => answer.status())).toEqual([403, 403, 403]);

    await page.getByRole('button', { name: new RegExp(`^Take it back ?: ${ta.name}`) }).click();
    await expect(page.getByText('That role is theirs no more')).toBeVisible();
    await theirs.goto('/lead/friday');
    await expect(theirs.locator('h1')).toHaveText('This page is not open to you');
  });
}
