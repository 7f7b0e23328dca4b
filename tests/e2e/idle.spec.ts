import { expectAt } from './support/at';
import { someone } from './support/people';
import { expect, test } from './support/test';

const minutes = (n: number) => n * 60_000;

test('on a shared computer the page asks after twelve quiet minutes and clears after fifteen', async ({
  visit,
  world,
}) => {
  const page = await visit(someone(world), { sharedDevice: true });
  await page.clock.install();
  await page.goto('/learn');
  const asked = page.getByText('Still there?');
  await page.clock.fastForward(minutes(11));
  await expect(asked).toHaveCount(0);
  await page.clock.fastForward(minutes(1.5));
  await expect(asked).toBeVisible();
  await page.getByRole('button', { name: /still here/i }).click();
  await expect(asked).toHaveCount(0);

  await page.clock.fastForward(minutes(12.5));
  await expect(asked).toBeVisible();
  await page.clock.fastForward(minutes(3));
  await expectAt(page, { path: '/sign-in?idle=1', h1: 'Sign in' });
});

test('on one’s own device it does not', async ({ visit, world }) => {
  const page = await visit(someone(world), { sharedDevice: false });
  await page.clock.install();
  await page.goto('/learn');
  await page.clock.fastForward(minutes(20));
  await expect(page.getByText('Still there?')).toHaveCount(0);
  await expectAt(page, { path: '/learn', h1: /./ });
});
