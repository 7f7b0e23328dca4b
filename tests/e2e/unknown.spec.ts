import { eq } from 'drizzle-orm';
import { startModule } from '~/learning/start.server';
import { enrolment, type Role } from '~db/schema';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { modulesOnDisk } from './support/content';
import { someone } from './support/people';
import { expect, test } from './support/test';

const [module] = await modulesOnDisk();
if (!module) throw new Error('There is no module on disk');

test('an unknown page says so and leads everyone to their own places, with JavaScript or without', async ({
  visit,
  world,
}) => {
  const places: [Role | null, string, string[]][] = [
    [null, '/sign-in', ['Sign in']],
    ['staff', '/learn', ['Go to your first page', 'You']],
    ['lead', '/lead', ['Go to your first page', 'Learn', 'Evidence', 'You']],
    ['head', '/evidence', ['Go to your first page', 'Learn', 'You']],
  ];
  for (const [role, first, names] of places) {
    const javaScriptEnabled = role !== 'head';
    const page = await visit(role && someone(world, { role }), { javaScriptEnabled });
    const answer = await page.goto('/no/such/page');
    expect(answer?.status()).toBe(404);
    await expectAt(page, { path: '/no/such/page', h1: 'There is no page here' });
    const ways = page.getByRole('main').getByRole('link');
    await expect(ways).toHaveText(names);
    if (role === 'lead') await expectAccessible(page);
    await ways.first().click();
    await expect(page).toHaveURL(new RegExp(`${first}$`));
  }
});

test('a page that is refused leads to one’s own places', async ({ visit, world }) => {
  const page = await visit(someone(world, { role: 'head' }));
  await page.goto('/lead');
  await expect(page.getByRole('main').getByRole('link')).toHaveText([
    'Go to your first page',
    'Learn',
    'You',
  ]);
});

test('an unknown module or page of a module says so in words', async ({ visit, world }) => {
  const ta = someone(world);
  startModule(world.attune, ta, { module: module.slug });
  const page = await visit(ta);
  for (const path of ['/learn/no-such-module', `/learn/${module.slug}/no-such-page`]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.locator('h1')).toHaveText('There is no page here');
  }
  await page.getByRole('link', { name: 'Go to the module' }).click();
  await expect(page.locator('h1')).toHaveText(module.title);
});

test('an error page shows a reference, and no stack', async ({ visit, world, complaints }) => {
  complaints.expect(/^500 from /, /^console error/, /^page error/);
  const ta = someone(world);
  const { db } = world.attune;
  const id = startModule(world.attune, ta, { module: module.slug });
  // A version that no archive holds: nothing a person can do brings it about.
  db.update(enrolment).set({ contentHash: 'gone' }).where(eq(enrolment.id, id)).run();
  const page = await visit(ta);
  const answer = await page.goto(`/learn/${module.slug}`);
  expect(answer?.status()).toBe(500);
  await expect(page.locator('h1')).toHaveText('Something went wrong');
  await expect(page.locator('[data-reference]')).toHaveText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  const body = (await answer?.text()) ?? '';
  expect(body).not.toMatch(/\bat \/|node_modules|\.server\.ts|is not in the archive/);
  await expectAccessible(page);
});
