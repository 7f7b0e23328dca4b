import { assignModule } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { createWayIn } from '~/people/way-in.server';
import { londonDate } from '~/record/london-date';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { modulesOnDisk } from './support/content';
import { fromMenu } from './support/menu';
import { join, someone, unique } from './support/people';
import { expect, test } from './support/test';

const [module] = await modulesOnDisk();

for (const javaScriptEnabled of [true, false]) {
  test(`a lead sees who needs a hand this week and sets one aside, JavaScript ${javaScriptEnabled ? 'on' : 'off'}, 320 px wide`, async ({
    visit,
    world,
  }) => {
    const { attune, lead } = world;
    const ta = someone(world);
    await join(world, ta);
    const cohortId = createCohort(attune, lead, `Friday ${unique()}`);
    addToCohort(attune, lead, cohortId, [ta.personId]);
    assignModule(attune, lead, {
      ...{ cohortId, module: module?.slug ?? '', paidMinutes: 30, paidTime: 'Tuesday twilight' },
      dueOn: londonDate(attune.now()),
    });
    const options = { javaScriptEnabled, viewport: { width: 320, height: 640 } };
    const page = await visit(someone(world, { role: 'lead' }), options);
    await page.goto('/lead');
    await fromMenu(page, 'This week');
    await expectAt(page, { path: '/lead/friday', h1: 'Who needs a hand this week' });
    const row = page.getByRole('listitem').filter({ hasText: ta.name });
    await expect(row).toContainText(`“${module?.title}” is due on`);
    await expect(row).toContainText('Tuesday twilight');
    await expect(row.getByRole('button')).toHaveCount(1);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    if (javaScriptEnabled) await expectAccessible(page);

    await row.getByRole('button', { name: /^I’ve spoken with them/ }).click();
    await expect(page.getByText('They are off this list until Friday')).toBeVisible();
    await page.locator('summary', { hasText: 'Spoken with' }).click();
    const aside = page.getByRole('listitem').filter({ hasText: `${ta.name}, by` });
    await expect(page.getByRole('heading', { name: ta.name })).toHaveCount(0);
    if (javaScriptEnabled) await expectAccessible(page);
    await aside.getByRole('button', { name: /^Put back/ }).click();
    await expect(page.getByText('Back on the list')).toBeVisible();
    await expect(page.getByRole('heading', { name: ta.name })).toBeVisible();
  });

  test(`slips for a cohort: who has joined is said, the ticked get a code that works, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const { attune, lead } = world;
    const [invited, never, joined] = [someone(world), someone(world), someone(world)];
    await join(world, joined);
    const older = createWayIn(attune, lead, invited.personId).code;
    const cohortId = createCohort(attune, lead, `Slips ${unique()}`);
    const ids = [invited, never, joined].map(({ personId }) => personId);
    addToCohort(attune, lead, cohortId, ids);
    const options = { javaScriptEnabled, viewport: { width: 320, height: 640 } };
    const page = await visit(someone(world, { role: 'lead' }), options);
    await page.goto(`/lead/cohorts/${cohortId}`);
    await page.getByRole('link', { name: 'Slips to join' }).click();
    await expectAt(page, { path: '/lead/joined', h1: 'Who has joined' });
    await expect(page.getByText(/^1 of 3 people in Slips/)).toBeVisible();
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await expect(row(invited.name)).toContainText('A new one ends it.');
    await expect(row(never.name)).toContainText('Never given a way in');
    await expect(row(joined.name)).toHaveCount(0);
    await expect(row(invited.name).getByRole('checkbox')).not.toBeChecked();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    if (javaScriptEnabled) await expectAccessible(page);

    await row(never.name).getByRole('checkbox').uncheck();
    await page.getByRole('button', { name: 'Make slips for those ticked' }).click();
    await expect(page.getByRole('alert')).toContainText('Tick at least one person.');
    await row(never.name).getByRole('checkbox').check();
    await row(invited.name).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Make slips for those ticked' }).click();
    await expect(page.locator('h1')).toHaveText('2 slips');
    await expect(page.locator('.slip')).toHaveCount(2);
    await expect(page.getByRole('img', { name: 'The link as a QR code' })).toHaveCount(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    if (javaScriptEnabled) await expectAccessible(page);

    const slip = page.locator('.slip').filter({ hasText: invited.name });
    const code = (await slip.locator('.slip-code').textContent()) ?? '';
    const theirs = await visit(null, { javaScriptEnabled });
    for (const [tried, lands] of [
      [older, /\/join/],
      [code, /\/learn$/],
    ] as const) {
      await theirs.goto(`/join/${tried}`);
      await theirs.getByLabel('Choose a password').fill('some four plain words');
      await theirs.getByRole('button', { name: 'Set my password' }).click();
      await expect(theirs).toHaveURL(lands);
    }
    await page.goto(`/lead/joined?cohort=${cohortId}&show=joined`);
    await expect(row(invited.name)).toContainText('Joined');
    await expect(row(joined.name)).toContainText('Joined');
    await page.goto(`/lead/joined?cohort=${cohortId}&show=all`);
    await row(never.name)
      .getByRole('button', { name: /^Make a fresh one/ })
      .click();
    await expect(page.locator('h1')).toHaveText('One slip');
  });
}
