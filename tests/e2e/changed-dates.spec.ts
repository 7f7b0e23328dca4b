import type { Page } from '@playwright/test';
import { assignModule } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { civilDateInWords } from '~/course/said';
import { recordLeaving } from '~/people/staff.server';
import { addDays, londonDate } from '~/record/london-date';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { aDayInJuly } from './support/days';
import { someone, unique } from './support/people';
import { expect, test } from './support/test';

const [module] = await modulesOnDisk();

/** Nothing scrolls sideways, and, where it can be asked, axe finds nothing. */
async function expectFit(page: Page, javaScriptEnabled: boolean) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  if (javaScriptEnabled) await expectAccessible(page);
}

for (const javaScriptEnabled of [true, false]) {
  const options = { javaScriptEnabled, viewport: { width: 320, height: 640 } };
  const how = `with JavaScript ${javaScriptEnabled ? 'on' : 'off'}, 320 px wide`;

  test(`a due date is changed for a cohort, ${how}`, async ({ visit, world }) => {
    const { attune, lead } = world;
    const ta = someone(world);
    const today = londonDate(attune.now());
    const name = `Cohort ${unique()}`;
    const cohortId = createCohort(attune, lead, name);
    addToCohort(attune, lead, cohortId, [ta.personId]);
    const given = assignModule(attune, lead, {
      ...{ cohortId, module: module?.slug ?? '', paidMinutes: 30, paidTime: 'INSET' },
      dueOn: addDays(today, 30),
    });
    const page = await visit(someone(world, { role: 'lead' }), options);
    await page.goto(`/lead/cohorts/${cohortId}`);
    await page.locator(`a[href="/lead/cohorts/${cohortId}/given/${given}"]`).click();
    await expect(page.locator('h1')).toHaveText(module?.title ?? '');
    await expectFit(page, javaScriptEnabled);

    await page.getByLabel('Due on').fill(addDays(today, -7));
    await page.getByLabel('When that paid time is').fill('Thursday, 3.30 to 4.15');
    await page.getByRole('button', { name: 'Save the date and paid time' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose today or a later day.');
    await expect(page.getByLabel('When that paid time is')).toHaveValue('Thursday, 3.30 to 4.15');
    await expectFit(page, javaScriptEnabled);

    await page.getByLabel('Due on').fill(aDayInJuly());
    await page.getByRole('button', { name: 'Save the date and paid time' }).click();
    await expect(page.locator('h1')).toHaveText(name);
    await expect(page.getByText(civilDateInWords(aDayInJuly())).first()).toBeVisible();
    await expectFit(page, javaScriptEnabled);

    const theirs = await visit(ta, options);
    await theirs.goto('/learn');
    await expect(theirs.locator('main')).toContainText(civilDateInWords(aDayInJuly()));
    await expect(theirs.locator('main')).toContainText('Thursday, 3.30 to 4.15');
  });

  test(`a last day is recorded and turns out to be a mistake, ${how}`, async ({ visit, world }) => {
    const { name, personId } = someone(world);
    const page = await visit(someone(world, { role: 'lead' }), options);
    const last = addDays(londonDate(world.attune.now()), 10);
    await page.goto(`/lead/people/${personId}`);
    await page.getByLabel('Last day at the school').fill('2025-12-01');
    await page.getByRole('button', { name: 'Record the last day' }).click();
    await expect(page.getByRole('alert')).toContainText('cannot be before the first day');
    await expectFit(page, javaScriptEnabled);
    await page.getByLabel('Last day at the school').fill(last);
    await page.getByRole('button', { name: 'Record the last day' }).click();
    await expect(page.getByText(`${name} has a last day now.`)).toBeVisible();
    await expect(
      page.getByText(`Last day at the school: ${civilDateInWords(last)}.`),
    ).toBeVisible();
    await expectFit(page, javaScriptEnabled);

    await page.getByRole('button', { name: 'Put it right' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose what is to be put right.');
    await page.getByLabel('They have not left').check();
    await page.getByRole('button', { name: 'Put it right' }).click();
    await expect(page.getByText(`${name} has the right last day now`)).toBeVisible();
    await expect(page.getByLabel('Last day at the school')).toHaveValue('');
  });

  test(`somebody who left comes back, ${how}`, async ({ visit, world }) => {
    const { name, personId } = someone(world);
    const today = londonDate(world.attune.now());
    recordLeaving(world.attune, world.lead, personId, addDays(today, -30));
    const page = await visit(someone(world, { role: 'lead' }), options);
    await page.goto(`/lead/people/${personId}`);
    await expect(page.getByText('They have left, so there is no way in to give.')).toBeVisible();
    await page.getByLabel('They came back').check();
    await page.getByLabel('Day', { exact: true }).fill(addDays(today, -40));
    await page.getByRole('button', { name: 'Put it right' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose a day after their last day');
    await expect(page.getByLabel('They came back')).toBeChecked();
    await expectFit(page, javaScriptEnabled);
    await page.getByLabel('Day', { exact: true }).fill(today);
    await page.getByRole('button', { name: 'Put it right' }).click();
    await expect(page.getByText(`${name} is back on the staff list.`)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Give a new way in' })).toBeVisible();
    await expectFit(page, javaScriptEnabled);

    const head = await visit(someone(world, { role: 'head' }), options);
    await head.goto('/evidence');
    const joined = head.locator('main li', { hasText: name });
    await expect(joined.filter({ hasText: civilDateInWords(today) })).toHaveCount(1);
  });
}
