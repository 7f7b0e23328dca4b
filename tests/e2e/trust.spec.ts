import { trustOf } from '~/people/trust.server';
import { londonDate } from '~/record/london-date';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { someone, unique } from './support/people';
import { expect, test as shared } from './support/test';
import { closeWorld, openWorld, password, type World, whoToTell } from './support/world';

/** A house of its own: a pathway for everybody of every school would be in the way of the other walks. */
const test = shared.extend<object, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture asks for from its pattern.
    async ({}, use) => {
      const world = await openWorld();
      await use(world);
      await closeWorld(world);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

for (const javaScriptEnabled of [true, false]) {
  test(`a trust begins, a school comes in, both are given a pathway, and names stay home until a head says so, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const { attune, head } = world;
    const options = { javaScriptEnabled, viewport: { width: 320, height: 640 } };
    const look = async (page: Awaited<ReturnType<typeof visit>>) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, page.url()).toBeLessThanOrEqual(320);
      if (javaScriptEnabled) await expectAccessible(page);
    };
    const page = await visit(head, options);
    await page.goto('/lead/settings');
    await page.getByRole('link', { name: 'A trust of schools' }).click();
    if (!trustOf(attune.db, head.schoolId)) {
      await page.getByRole('button', { name: 'Begin the trust' }).click();
      await expect(page.getByRole('alert')).toContainText('Type the name of the trust.');
      await page.getByLabel('Name of the trust').fill('Three Rivers');
      await page.getByRole('button', { name: 'Begin the trust' }).click();
      await expect(page.getByRole('heading', { name: 'Three Rivers' })).toBeVisible();
    }
    await look(page);
    await page.goto('/trust');
    await expectAt(page, { path: '/trust', h1: 'Three Rivers', title: /Schools of the trust/ });

    await page.getByRole('button', { name: 'Make a code for a school' }).click();
    const code = (await page.locator('.slip-code').textContent()) ?? '';
    await look(page);

    const school = `Willow ${unique()}`;
    const newcomer = await visit(null, options);
    await newcomer.goto('/setup');
    const fill = (name: string, value: string) => newcomer.locator(`[name="${name}"]`).fill(value);
    await fill('code', code);
    await fill('schoolName', school);
    for (const [key, { name, phone }] of Object.entries(whoToTell)) {
      await fill(`${key}Name`, name);
      await fill(`${key}Phone`, phone);
    }
    await newcomer.getByLabel('I am both').check();
    await fill('leadName', 'Willa Head');
    await fill('leadEmail', `${unique()}@willow.example`);
    await fill('password', password);
    await newcomer.getByRole('button', { name: 'Set up Attune' }).click();
    await expectAt(newcomer, { path: '/lead', h1: /./, title: /· Attune$/ });
    await expect(newcomer.getByRole('contentinfo')).toContainText(school);

    const today = londonDate(attune.now());
    await page.goto('/trust');
    await expect(page.getByRole('row', { name: new RegExp(school) })).toBeVisible();
    await page.getByRole('link', { name: 'Give a pathway' }).click();
    await page.getByRole('radio', { name: /^First day/ }).check();
    await page.getByLabel('Starts on').fill(today);
    await page.getByRole('button', { name: 'Show the dates' }).click();
    await expect(page.getByRole('heading', { name: school })).toBeVisible();
    await expect(page.getByText('This school has no term dates yet').first()).toBeVisible();
    await look(page);
    await page.getByRole('button', { name: 'Give it to all schools' }).click();
    await expect(page.getByRole('alert')).toContainText('Say when people are paid for it.');
    await page.getByLabel('When people are paid for it').fill('Trust day');
    await page.getByRole('button', { name: 'Give it to all schools' }).click();
    await expect(page.getByText('The pathway was given')).toBeVisible();

    await newcomer.goto('/lead/cohorts');
    await newcomer.getByRole('link', { name: 'Everyone, for the trust' }).click();
    await expect(
      newcomer.getByRole('heading', { name: 'Pathway: First day, and every short shift' }),
    ).toBeVisible();

    await page.goto('/trust');
    await page.getByRole('link', { name: school }).click();
    await expect(page.getByText('Who has still to do what is the school’s to know.')).toBeVisible();
    await expect(page.getByText('Willa Head')).toHaveCount(0);
    await look(page);
    await newcomer.goto('/lead/settings/trust');
    await newcomer.getByLabel('Let the trust see names').check();
    await newcomer.getByRole('button', { name: 'Save' }).click();
    await expect(newcomer.getByLabel('Let the trust see names')).toBeChecked();
    await page.reload();
    await page.getByText('Leader: 1, with names').click();
    await expect(page.getByText('Willa Head, not open yet')).toBeVisible();
    await look(page);
    await newcomer.goto('/account/record');
    await expect(newcomer.locator('main')).toContainText(
      'opened, for the trust, who has still to do what',
    );
    await expect(newcomer.locator('main')).toContainText('First Head');
  });
}

test('a trust lead gives the role on, and gives it up', async ({ visit, world }) => {
  const page = await visit(someone(world, { role: 'trust lead' }));
  const other = someone(world);
  await page.goto('/trust/leads');
  await page.getByRole('button', { name: 'Make them a trust lead' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose who it is.');
  await page.getByLabel('Who', { exact: true }).selectOption(other.personId);
  await page.getByRole('button', { name: 'Make them a trust lead' }).click();
  await expect(page.getByRole('row', { name: new RegExp(other.name) })).toBeVisible();
  await expectAccessible(page);
  await page.getByText(/^Give it up/).click();
  await page.getByRole('button', { name: /^Yes, give it up/ }).click();
  await expectAt(page, { path: '/learn', h1: /./, title: /· Attune$/ });
  await expect(page.getByRole('link', { name: 'Trust', exact: true })).toHaveCount(0);
});
