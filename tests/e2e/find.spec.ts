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
  });
}
