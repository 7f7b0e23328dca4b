import { eq } from 'drizzle-orm';
import { person, session } from '~db/schema';
import { expectAt } from './support/at';
import { signInAs, someone, unique } from './support/people';
import { expect, test } from './support/test';

for (const javaScriptEnabled of [true, false]) {
  test(`bad input keeps what was typed, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const taken = someone(world);
    const name = `Zoë O’Hara <b>& "Co"</b> ${unique()}`;
    const page = await visit(someone(world, { role: 'lead' }), { javaScriptEnabled });
    await page.goto('/lead/people/new');
    await expectAt(page, { path: '/lead/people/new', h1: 'Add a person' });
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('E-mail address').fill(taken.email);
    await page.getByLabel('Role').selectOption('midday');
    await page.getByLabel('Contract').selectOption('agency');
    await page.getByLabel('Teams').fill('Year 4, Phonics');
    await page.getByLabel('First day').fill('2026-02-03');
    await page.getByRole('button', { name: 'Add to the staff list' }).click();

    const summary = page.getByRole('alert');
    await expect(summary).toBeVisible();
    if (javaScriptEnabled) await expect(summary).toBeFocused();
    await expect(page.getByLabel('Name')).toHaveValue(name);
    await expect(page.getByLabel('E-mail address')).toHaveValue(taken.email);
    await expect(page.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Role')).toHaveValue('midday');
    await expect(page.getByLabel('Contract')).toHaveValue('agency');
    await expect(page.getByLabel('Teams')).toHaveValue('Year 4, Phonics');
    await expect(page.getByLabel('First day')).toHaveValue('2026-02-03');
    if (javaScriptEnabled) {
      await summary.getByRole('link').first().click();
      await expect(page.getByLabel('E-mail address')).toBeFocused();
    }

    await page.getByLabel('E-mail address').fill(`${unique()}@hazel.example`);
    await page.getByRole('button', { name: 'Add to the staff list' }).click();
    await expect(page.locator('h1')).toHaveText(name);
    const rows = world.attune.db.select().from(person).where(eq(person.name, name)).all();
    expect(rows).toHaveLength(1);
  });
}

test('pressing the button twice adds one person', async ({ visit, world }) => {
  const name = `Twice ${unique()}`;
  const page = await visit(someone(world, { role: 'lead' }));
  await page.goto('/lead/people/new');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail address').fill(`${unique()}@hazel.example`);
  await page.getByRole('button', { name: 'Add to the staff list' }).dblclick();
  await expect(page.locator('h1')).toHaveText(name);
  const rows = world.attune.db.select().from(person).where(eq(person.name, name)).all();
  expect(rows).toHaveLength(1);
});

test('a way in takes three clicks from the list, and its code works', async ({ visit, world }) => {
  const member = someone(world);
  const page = await visit(someone(world, { role: 'lead' }));
  await page.goto('/lead/people');
  await page.getByRole('link', { name: member.name }).click();
  await expectAt(page, {
    path: `/lead/people/${member.personId}`,
    h1: member.name,
    title: member.name,
  });
  await page.getByRole('button', { name: 'Give a new way in' }).click();
  await expect(page.locator('.slip-code')).toHaveText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  const code = (await page.locator('.slip-code').textContent()) ?? '';
  const theirs = await visit(null);
  await theirs.goto(`/join/${code}`);
  await theirs.getByLabel('Choose a password').fill('some four plain words');
  await theirs.getByRole('button', { name: 'Set my password' }).click();
  await expect(theirs).toHaveURL(/\/learn$/);
});

test('the form keeps what the lead typed when the session ends on the way', async ({
  visit,
  world,
}) => {
  const lead = someone(world, { role: 'lead' });

  const name = `Kept ${unique()}`;
  const page = await visit(lead);
  await page.goto('/lead/people/new');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Teams').fill('Forest school');
  world.attune.db
    .update(session)
    .set({ endedAt: Date.now() })
    .where(eq(session.personId, lead.personId))
    .run();
  await page.getByRole('button', { name: 'Add to the staff list' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Flead%2Fpeople%2Fnew&kept=1/);
  await signInAs(page.context(), world, lead);
  await page.goto('/lead/people/new');
  await expect(page.getByLabel('Name')).toHaveValue(name);
  await expect(page.getByLabel('Teams')).toHaveValue('Forest school');
});

for (const javaScriptEnabled of [true, false]) {
  test(`two tabs on one person undo nothing of each other’s, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const { personId, name } = someone(world);
    const first = await visit(someone(world, { role: 'lead' }), { javaScriptEnabled });
    const second = await first.context().newPage();
    for (const tab of [first, second]) await tab.goto(`/lead/people/${personId}`);
    const save = (tab: typeof first) => tab.getByRole('button', { name: 'Save the details' });

    await first.getByLabel('First day').fill('2026-02-03');
    await save(first).click();
    await expect(first.getByText(`${name} has the new details.`)).toBeVisible();
    await second.getByLabel('First day').fill('2026-03-04');
    await second.getByLabel('Teams').fill('Year 6');
    await save(second).click();
    await expect(second.getByRole('alert')).toContainText('“3 February 2026”');
    await expect(second.getByLabel('First day')).toHaveValue('2026-03-04');
    await expect(second.getByLabel('Teams')).toHaveValue('Year 6');
    await save(second).click();
    await expect(second.getByText(`${name} has the new details.`)).toBeVisible();

    // The first tab still shows the day it saved, and changes only the name.
    await first.getByLabel('Name', { exact: true }).fill(`${name} Shah`);
    await save(first).click();
    await expect(first.locator('h1')).toHaveText(`${name} Shah`);
    await expect(first.getByLabel('First day')).toHaveValue('2026-03-04');
    await expect(first.getByLabel('Teams')).toHaveValue('Year 6');

    await first.getByLabel('Last day at the school').fill('2026-07-20');
    await second.getByLabel('Last day at the school').fill('2026-07-17');
    await first.getByRole('button', { name: 'Record the last day' }).click();
    await expect(first.getByText('Last day at the school: 20 July 2026.')).toBeVisible();
    await second.getByRole('button', { name: 'Record the last day' }).click();
    await expect(second.getByRole('alert')).toContainText('It is 20 July 2026 now');
    await expect(second.getByLabel('Their last day is another one')).toBeChecked();
    await expect(second.getByLabel('Day', { exact: true })).toHaveValue('2026-07-17');
    await second.getByRole('button', { name: 'Put it right' }).click();
    await expect(second.getByText('Last day at the school: 17 July 2026.')).toBeVisible();
  });
}
