import { quizOf } from '~/learning/parts';
import { startModule } from '~/learning/start.server';
import { modulesOnDisk } from './support/content';
import { someone } from './support/people';
import { enrolmentsOf, rowCounts, verbsOf } from './support/rows';
import { expect, test } from './support/test';

const [module] = await modulesOnDisk();
if (!module) throw new Error('There is no module on disk');
const quizPage = quizOf(module)?.page.id ?? '';

test('typing the address of the certificate or the quiz’s result completes nothing', async ({
  visit,
  world,
}) => {
  const ta = someone(world);
  const enrolmentId = startModule(world.attune, ta, { module: module.slug });
  const page = await visit(ta);
  const before = rowCounts(world);
  const base = `/learn/${module.slug}`;
  const typed = [
    `${base}/certificate/${enrolmentId}`,
    `${base}/certificate/completed`,
    `${base}/${quizPage}#result`,
    `${base}/${quizPage}?answered=${quizOf(module)?.bank[0]?.id}`,
    ...module.pages.map(({ id }) => `${base}/${id}?read=summary#debrief`),
  ];
  for (const path of typed) {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('.certificate-name, #result, #debrief, #summary')).toHaveCount(0);
  }
  expect(rowCounts(world)).toEqual(before);
  expect(enrolmentsOf(world, ta)[0]?.completedAt).toBeNull();
  expect(verbsOf(world, ta)).not.toContain('completed');
});

test('hovering over every link on the way changes nothing', async ({ visit, world }) => {
  const ta = someone(world);
  startModule(world.attune, ta, { module: module.slug });
  const page = await visit(ta, { viewport: { width: 1280, height: 900 } });
  const before = rowCounts(world);
  const first = module.pages[0]?.id;
  for (const path of [
    '/learn',
    `/learn/${module.slug}`,
    `/learn/${module.slug}/${first}`,
    '/account',
  ]) {
    await page.goto(path);
    for (const link of await page.locator('a[href]:visible:not(.skip-link)').all())
      await link.hover();
    await page.waitForLoadState('networkidle');
  }
  expect(rowCounts(world)).toEqual(before);
});

test('reading every page, as a page and as data, changes nothing', async ({ ask, world }) => {
  const ta = someone(world);
  startModule(world.attune, ta, { module: module.slug });
  const request = await ask(ta);
  const before = rowCounts(world);
  for (const { id } of module.pages) {
    for (const path of [`/learn/${module.slug}/${id}`, `/learn/${module.slug}/${id}.data`]) {
      expect((await request.get(path)).status()).toBe(200);
    }
  }
  expect(rowCounts(world)).toEqual(before);
});
