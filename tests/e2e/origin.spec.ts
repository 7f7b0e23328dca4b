import { someone, unique } from './support/people';
import { expect, test } from './support/test';

test('a form sent from another website is refused in words, and changes nothing', async ({
  request,
  world,
}) => {
  const before = world.attune.db.$client.prepare('select count(*) as n from failed_sign_in').get();
  const headers: Record<string, string>[] = [
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'https://elsewhere.example', 'X-Forwarded-Host': 'elsewhere.example' },
  ];
  for (const sent of headers) {
    for (const url of ['/sign-in', '/sign-in.data', '/sign-out', '/drafts', '/lead/people/new']) {
      const answer = await request.post(world.origin + url, {
        headers: { ...sent },
        form: { email: `${unique()}@hazel.example`, password: 'no matter' },
        maxRedirects: 0,
      });
      expect(answer.status(), `${url} ${JSON.stringify(sent)}`).toBe(403);
      expect(await answer.text()).toContain('That was sent from another website');
    }
  }
  const after = world.attune.db.$client.prepare('select count(*) as n from failed_sign_in').get();
  expect(after).toEqual(before);
});

test('localhost and 127.0.0.1 are one and the same here', async ({ request, world }) => {
  const other = world.origin.replace('localhost', '127.0.0.1');
  const answer = await request.post(`${other}/sign-in`, {
    headers: { Origin: other },
    form: { email: `${unique()}@hazel.example`, password: 'wrong words' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(400);
});

test('more than a megabyte is refused in words before it is read', async ({ request, world }) => {
  const { email } = someone(world);
  const answer = await request.post(`${world.origin}/sign-in`, {
    headers: { Origin: world.origin },
    form: { email, password: 'x'.repeat(1_100_000) },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain('Nothing was saved');
});
