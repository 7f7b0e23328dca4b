import { createWayIn } from '~/people/way-in.server';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { someone } from './support/people';
import { expect, test } from './support/test';
import { password } from './support/world';

test('a printed code, typed with small letters and no dash, sets a password once', async ({
  visit,
  world,
}) => {
  const who = someone(world);
  const { code } = createWayIn(world.attune, world.lead, who.personId);
  const page = await visit(null);
  await page.goto('/join');
  await expectAt(page, { path: '/join', h1: 'Use your code' });
  await expectAccessible(page);
  await page.getByLabel('Code').fill(code.toLowerCase().replace('-', ' '));
  await page.getByLabel('Choose a password').fill('short');
  await page.getByRole('button', { name: 'Set my password' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByLabel('Code')).toHaveValue(code.toLowerCase().replace('-', ' '));
  await expectAccessible(page);
  await page.getByLabel('Choose a password').fill(password);
  await page.getByRole('button', { name: 'Set my password' }).click();
  await expectAt(page, { path: '/learn', h1: /./, title: /· Attune$/ });

  const again = await visit(null);
  await again.goto(`/join/${code}`);
  await again.getByLabel('Choose a password').fill('another four plain words');
  await again.getByRole('button', { name: 'Set my password' }).click();
  await expect(again.getByRole('alert')).toContainText('cannot be used');

  await again.goto('/sign-in');
  await again.getByLabel('E-mail address').fill(who.email);
  await again.getByLabel('Password').fill(password);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again).toHaveURL(/\/learn$/);
});

test('a link with the code in it works with JavaScript off', async ({ visit, world }) => {
  const who = someone(world);
  const { code } = createWayIn(world.attune, world.lead, who.personId);
  const page = await visit(null, { javaScriptEnabled: false });
  await page.goto(`/join/${code}`);
  await expect(page.getByLabel('Code')).toHaveValue(code);
  await page.getByLabel('Choose a password').fill(password);
  await page.getByRole('button', { name: 'Set my password' }).click();
  await expectAt(page, { path: '/learn', h1: /./, title: /· Attune$/ });
});

test('opening a link uses nothing up', async ({ ask, visit, world }) => {
  const who = someone(world);
  const { code } = createWayIn(world.attune, world.lead, who.personId);
  const request = await ask(null);
  for (let n = 0; n < 3; n += 1) await request.get(`/join/${code}`);
  const page = await visit(null);
  await page.goto(`/join/${code}`);
  await page.getByLabel('Choose a password').fill(password);
  await page.getByRole('button', { name: 'Set my password' }).click();
  await expect(page).toHaveURL(/\/learn$/);
});
