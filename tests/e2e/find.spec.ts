import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { expectAccessible } from './support/accessible';
import { someone, unique } from './support/people';
import { expect, test } from './support/test';

for (const javaScriptEnabled of [true, false]) {
  test(`a lead finds somebody by part of a name, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const tag = unique();
    const zoe = someone(world, { name: `Zoë O’Hara ${tag}`, teams: [`Owls ${tag}`] });
    const sam = someone(world, { name: `Sam ${tag}`, teams: [`Owls ${tag}`] });
    const cohort = createCohort(world.attune, world.lead, `Cohort ${tag}`);
    addToCohort(world.attune, world.lead, cohort, [sam.personId]);
    const page = await visit(someone(world, { role: 'lead' }), {
      javaScriptEnabled,
      viewport: { width: 320, height: 640 },
    });
    const find = page.getByLabel('Find by name, role or team');
    for (const [path, button] of [
      ['/lead', 'Show'],
      ['/lead/people', 'Find'],
    ] as const) {
      await page.goto(path);
      await find.fill(`${tag} zoe o'hara`);
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('link', { name: zoe.name })).toBeVisible();
      await expect(page.getByRole('link', { name: sam.name })).toHaveCount(0);
      await expect(find).toHaveValue(`${tag} zoe o'hara`);
      if (javaScriptEnabled) await expectAccessible(page);

      await find.fill(`owls ${tag}`);
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('link', { name: sam.name })).toBeVisible();
      await expect(page.getByRole('link', { name: zoe.name })).toBeVisible();
    }

    // Within a cohort only its own people are found; and nobody is said in words, with a way back.
    await page.goto(`/lead?cohort=${cohort}&find=${tag}`);
    await expect(page.getByRole('link', { name: sam.name })).toBeVisible();
    await expect(page.getByRole('link', { name: zoe.name })).toHaveCount(0);
    await page.goto(`/lead?cohort=${cohort}&find=nobody`);
    await expect(page.getByText(`Nobody in Cohort ${tag} fits “nobody”`)).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('link', { name: 'See everyone' }).click();
    await expect(page).toHaveURL(`/lead?cohort=${cohort}`);
    await expect(page.getByRole('link', { name: sam.name })).toBeVisible();

    // Folded up on a phone, saying what is on; what was chosen stays in the address.
    const filter = page.locator('summary', { hasText: 'Filter' });
    await filter.click();
    await page.getByLabel('Cohort', { exact: true }).selectOption({ label: 'All staff' });
    await page.getByLabel('Team', { exact: true }).selectOption({ label: `Owls ${tag}` });
    await page.getByLabel('Where they stand').selectOption('not assigned');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.getByRole('table')).toContainText(
      /All staff: 2 of \d+ people\. Only: team Owls .*; nothing assigned/,
    );
    await expect(filter).toContainText('nothing assigned');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('link', { name: 'Clear the filter' }).click();
    await expect(page).toHaveURL('/lead');
    await expect(filter).toHaveText('Filter');
  });
}
