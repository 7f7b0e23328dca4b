import { eq } from 'drizzle-orm';
import { session } from '~db/schema';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { join, someone } from './support/people';
import { expect, test } from './support/test';
import { password } from './support/world';

test('each role signs in with the form and comes to a first screen of its own', async ({
  visit,
  world,
}) => {
  const screens = [
    ['staff', '/learn'],
    ['lead', '/lead'],
    ['head', '/evidence'],
  ] as const;
  for (const [role, screen] of screens) {
    const who = someone(world, { role });
    await join(world, who);
    const page = await visit(null);
    await page.goto('/');
    await expectAt(page, { path: '/', h1: /./, title: /^Attune$/ });
    await page.getByRole('link', { name: 'Sign in' }).click();
    await expectAt(page, { path: '/sign-in', h1: 'Sign in' });
    await page.getByLabel('E-mail address').fill(who.email.toUpperCase());
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expectAt(page, { path: screen, h1: /./, title: /· Attune$/ });
    await expect(page.getByRole('contentinfo')).toContainText(who.name);
  }
});

test('a staff number does as well as an address, with JavaScript off too', async ({
  visit,
  world,
}) => {
  const who = someone(world, { staffNumber: 'hb-4711' });
  await join(world, who);
  const page = await visit(null, { javaScriptEnabled: false });
  await page.goto('/learn');
  await expectAt(page, { path: '/sign-in?next=%2Flearn', h1: 'Sign in' });
  await page.getByLabel('E-mail address').fill('HB-4711');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expectAt(page, { path: '/learn', h1: /./, title: /· Attune$/ });
});

test('a wrong password keeps the address, moves the focus to what needs mending, and says no more', async ({
  visit,
  world,
}) => {
  const who = someone(world);
  await join(world, who);
  const page = await visit(null);
  const words: string[] = [];
  for (const email of [who.email, 'nobody-of-that-name@hazel.example']) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill('not the right words');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const summary = page.getByRole('alert');
    await expect(summary).toBeFocused();
    await expect(page.getByLabel('E-mail address')).toHaveValue(email);
    await expect(page.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true');
    words.push((await summary.textContent()) ?? '');
  }
  expect(new Set(words).size).toBe(1);
  await expectAccessible(page);
});

test('after ten wrong tries a name is closed for a while, even to the right password', async ({
  visit,
  world,
}) => {
  const who = someone(world);
  await join(world, who);
  const page = await visit(null, { javaScriptEnabled: false });
  await page.goto('/sign-in');
  for (let n = 0; n < 11; n += 1) {
    await page.getByLabel('E-mail address').fill(who.email);
    await page.getByLabel('Password').fill(n < 10 ? `wrong words ${n}` : password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
  await expect(page.getByRole('alert')).toContainText('Please wait');
  await expect(page).toHaveURL(/\/sign-in/);
  const page2 = await visit(null);
  const other = someone(world);
  await join(world, other);
  await page2.goto('/sign-in');
  await page2.getByLabel('E-mail address').fill(other.email);
  await page2.getByLabel('Password').fill(password);
  await page2.getByRole('button', { name: 'Sign in' }).click();
  await expect(page2).toHaveURL(/\/learn$/);
});

test('signing out clears the screen, ends the session and leaves nothing for the back button', async ({
  visit,
  world,
}) => {
  const who = someone(world);
  const page = await visit(who, { sharedDevice: true });
  await page.goto('/account');
  await expect(page.getByRole('contentinfo')).toContainText(who.name);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectAt(page, { path: '/sign-in?out=1', h1: 'Sign in' });
  const open = world.attune.db
    .select()
    .from(session)
    .where(eq(session.personId, who.personId))
    .all()
    .filter((row) => row.endedAt === null);
  expect(open).toEqual([]);
  await page.goBack();
  await expect(page.locator('h1')).toHaveText('Sign in');
  await expect(page.locator('body')).not.toContainText(who.name);
  const kept = await page.evaluate(() => localStorage.length);
  expect(kept).toBe(0);
});

test('signing in never leads to another site', async ({ visit, world }) => {
  const who = someone(world);
  await join(world, who);
  for (const next of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
  ]) {
    const page = await visit(null);
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel('E-mail address').fill(who.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`${world.origin}/learn`);
  }
});

test('after an idle quarter of an hour a shared computer asks for the password again', async ({
  visit,
  world,
}) => {
  const who = someone(world);
  const page = await visit(who, { sharedDevice: true });
  await page.goto('/learn');
  await expect(page.getByRole('contentinfo')).toContainText(who.name);
  world.attune.db
    .update(session)
    .set({ expiresAt: Math.floor(Date.now() / 1000) - 1 })
    .where(eq(session.personId, who.personId))
    .run();
  await page.goto('/account');
  await expectAt(page, { path: '/sign-in?next=%2Faccount', h1: 'Sign in' });
});
