import { expect, test } from './support/test';

/** Of everything that a first visit brings: bytes as they travel, headers included. */
const mostBytes = 100_000;
const mostRequests = 12;

test('a first visit is under 100 kB with brotli, and 12 requests', async ({ visit }) => {
  const page = await visit(null);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  const asked: string[] = [];
  network.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(mostRequests);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(mostBytes);
});
