import { assignModule } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addDays, londonDate } from '~/record/london-date';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { someone, unique } from './support/people';
import { expect, test } from './support/test';

const [module] = await modulesOnDisk();

for (const javaScriptEnabled of [true, false]) {
  test(`a cohort follows a rule, and one person is exempt and asked again, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const { attune, lead } = world;
    const team = `Team ${unique()}`;
    const first = someone(world, { teams: [team] });
    const cohort = createCohort(attune, lead, `Rule ${unique()}`);
    assignModule(attune, lead, {
      ...{ cohortId: cohort, module: module?.slug ?? '', paidMinutes: 30, paidTime: 'INSET' },
      dueOn: addDays(londonDate(attune.now()), 30),
    });
    const page = await visit(someone(world, { role: 'lead' }), { javaScriptEnabled });
    await page.goto(`/lead/cohorts/${cohort}`);
    await page.getByRole('link', { name: 'Fill it by role group, team or rule' }).click();
    await page.getByRole('button', { name: 'Follow this from now on' }).click();
    await expect(page.getByRole('alert')).toContainText('Tick at least one thing');
    await page.getByLabel(team).check();
    await page.getByRole('button', { name: 'Show whom this means' }).click();
    await expect(page.getByText(`Would come in: ${first.name}.`)).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await expect(page.getByLabel(team)).toBeChecked();
    await page.getByRole('button', { name: 'Follow this from now on' }).click();
    await expect(page.getByText('follows its rule from now on')).toBeVisible();

    await page.getByText('Name someone who leads this cohort').click();
    await page.getByLabel('Person', { exact: true }).selectOption({ label: first.name });
    await page.getByRole('button', { name: 'They lead this cohort' }).click();
    await expect(page.getByText(`Led by ${first.name}`)).toBeVisible();
    const theirs = await visit(first, { javaScriptEnabled });
    await theirs.goto('/learn');
    await theirs.getByRole('link', { name: /^You lead/ }).click();
    await expect(theirs.getByRole('rowheader', { name: first.name })).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(theirs);

    // Whoever joins comes in by themselves, also through the form.
    await page.goto('/lead/people/new');
    const later = `Later ${unique()}`;
    await page.getByLabel('Name').fill(later);
    await page.getByLabel('E-mail address').fill(`${unique()}@hazel.example`);
    await page.getByLabel('Teams').fill(team);
    await page.getByRole('button', { name: 'Add to the staff list' }).click();
    await expect(page.locator('h1')).toHaveText(later);
    await page.getByRole('link', { name: 'What they are asked' }).click();
    await page.locator('summary', { hasText: 'Exempt them' }).click();
    await page.getByLabel('Trained elsewhere').check();
    await page.getByRole('button', { name: 'Yes, exempt them' }).click();
    await expect(page.getByText('Exempt: trained elsewhere.')).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('button', { name: 'Ask them again' }).click();
    await expect(page.getByText('They are asked again')).toBeVisible();
  });
}
