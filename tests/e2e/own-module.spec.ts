import { rmSync } from 'node:fs';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { ownModule } from './support/editions';
import { someone } from './support/people';
import { test as base, expect } from './support/test';
import { closeWorld, openWorld, type World } from './support/world';

const modules = await modulesOnDisk();
const from = modules.find(({ slug }) => slug === 'starter') ?? modules[0];
const own = { slug: 'our-gate', title: 'At our own gate' };

const test = base.extend<{ page: never }, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture asks for from its pattern.
    async ({}, use) => {
      if (!from) throw new Error('There is no module on disk');
      const schoolContentDir = ownModule(from, own);
      const world = await openWorld(undefined, { SCHOOL_CONTENT_DIR: schoolContentDir });
      await use(world);
      await closeWorld(world);
      rmSync(schoolContentDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

test('a school’s own module is nowhere for staff until the lead presses “Open it to staff”, and again once it is closed', async ({
  visit,
  world,
}) => {
  const [ta, colleague] = [someone(world), someone(world)];
  const theirs = await visit(ta);
  const offer = theirs.getByRole('link', { name: own.title });
  await theirs.goto('/learn');
  await expect(offer).toHaveCount(0);
  expect((await theirs.goto(`/learn/${own.slug}`))?.status()).toBe(404);

  const lead = someone(world, { role: 'lead' });
  const page = await visit(lead, { viewport: { width: 320, height: 640 } });
  await page.goto('/lead/modules');
  const panel = page.locator(`#${own.slug}`);
  await expect(panel).toContainText('Ready, and not yet open to staff');
  await expectAccessible(page);
  await panel
    .getByRole('button', { name: new RegExp(`^Open it to staff ?: ${own.title}$`) })
    .click();
  await expect(page.getByText(`${own.title} is open to staff.`)).toBeVisible();
  await expect(panel).toContainText('Open to learners');
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);

  await theirs.goto('/learn');
  await offer.click();
  await expect(theirs.locator('h1')).toHaveText(own.title);
  await theirs.getByRole('button', { name: 'Start' }).click();
  await expect(theirs.locator('#next')).toBeVisible();

  // Closed again, without JavaScript: whoever is part-way goes on, and nobody else is offered it.
  const plain = await visit(lead, { javaScriptEnabled: false });
  await plain.goto('/lead/modules');
  await plain.getByRole('button', { name: new RegExp(`^Close it again ?: ${own.title}$`) }).click();
  await expect(plain.getByText(`${own.title} is no longer offered to staff.`)).toBeVisible();
  await theirs.goto('/learn');
  await expect(theirs.locator('main')).toContainText(own.title);
  const others = await visit(colleague, { javaScriptEnabled: false });
  await others.goto('/learn');
  await expect(others.locator('main')).not.toContainText(own.title);
  expect((await others.goto(`/learn/${own.slug}`))?.status()).toBe(404);
});
