import type { Page } from '@playwright/test';
import { quizOf } from '~/learning/parts';
import { sayKnownAlready, startModule } from '~/learning/start.server';
import { modulesOnDisk } from './support/content';
import { someone } from './support/people';
import { attemptsOf } from './support/rows';
import { expect, test } from './support/test';

const [module] = await modulesOnDisk();
if (!module) throw new Error('There is no module on disk');
const quizPage = quizOf(module)?.page.id ?? '';

/** Presses Tab until what has the focus fits; never a mouse. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 80; n += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector);
    if (there) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

test('by keyboard alone: from the first screen through Start to a check and its explanation', async ({
  visit,
  world,
}) => {
  const page = await visit(someone(world));
  await page.goto('/learn');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Skip to the page');
  await tabTo(page, `main a[href="/learn/${module.slug}"]`);
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText(module.title);
  await expect(page.locator('h1')).toBeFocused();
  await tabTo(page, 'button[value="start"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('#next a')).toBeVisible();
  await tabTo(page, '#next a');
  await page.keyboard.press('Enter');
  const first = module.pages[0];
  await expect(page.locator('h1')).toHaveText(first?.title ?? '');
  await expect(page.locator('h1')).toBeFocused();

  const check = first?.segments.find((s) => s.type === 'check');
  if (check?.type !== 'check') throw new Error('The first page asks nothing');
  await tabTo(page, `#check-${check.question.id} input`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await tabTo(page, `#check-${check.question.id} button`);
  await page.keyboard.press('Enter');
  const feedback = page.locator(`#feedback-${check.question.id}`);
  await expect(feedback).toBeFocused();
});

test('by keyboard alone: a quiz item, what it forgot, its explanation, the next one', async ({
  visit,
  world,
}) => {
  const ta = someone(world);
  const enrolmentId = startModule(world.attune, ta, { module: module.slug });
  sayKnownAlready(world.attune, ta, { enrolmentId });
  const page = await visit(ta);
  await page.goto(`/learn/${module.slug}/${quizPage}`);
  await tabTo(page, 'main form button');
  await page.keyboard.press('Enter');
  await expect(page.locator('#item')).toBeFocused();

  await tabTo(page, '#item form button');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#item input:focus')).toHaveCount(1);

  const groups = await page
    .locator('#item fieldset')
    .evaluateAll((sets) => sets.map((set) => set.querySelector('input')?.name ?? ''));
  await page.locator('#item').focus();
  for (const name of groups) {
    await tabTo(page, `#item input[name="${name}"]`);
    await page.keyboard.press('Space');
  }
  await tabTo(page, '#item form button');
  await page.keyboard.press('Enter');
  await expect(page.locator('#explained')).toBeFocused();
  expect(attemptsOf(world, ta)[0]?.answers).toHaveLength(1);
  await tabTo(page, '#explained a.button');
  await page.keyboard.press('Enter');
  await expect(page.locator('#item')).toBeFocused();
  await expect(page.locator('#item h2')).toHaveText(/^Question 2 of/);
});

test('by keyboard alone: a scenario, a choice and what follows', async ({ visit, world }) => {
  const ta = someone(world);
  startModule(world.attune, ta, { module: module.slug });
  const example = module.pages.find((p) => p.segments.some((s) => s.type === 'scenario'));
  const page = await visit(ta);
  await page.goto(`/learn/${module.slug}/${example?.id}`);
  await tabTo(page, 'main form button');
  await page.keyboard.press('Enter');
  await expect(page.locator('#scene')).toBeFocused();
  await tabTo(page, 'button[name="choice"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('.you-chose')).toBeVisible();
  await expect(page.locator('#scene')).toBeFocused();
});
