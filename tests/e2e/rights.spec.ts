import type { APIRequestContext } from '@playwright/test';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { startModule } from '~/learning/start.server';
import { formTagOf } from '~/people/form-tag.server';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { someone } from './support/people';
import { type Route, routesUnder } from './support/routes';
import { expect, test } from './support/test';

const [module] = await modulesOnDisk();
const params = { module: module?.slug ?? '', page: module?.pages[0]?.id ?? '', hash: 'x' };
const under = async (...prefixes: string[]) =>
  (await Promise.all(prefixes.map((prefix) => routesUnder(prefix, params)))).flat();

/** The page, its data, and its loader alone as single fetch lets a client ask for it. */
const formsOf = ({ id, path, resource }: Route) =>
  resource ? [path] : [path, `${path}.data`, `${path}.data?_routes=${encodeURIComponent(id)}`];

async function expectRefused(request: APIRequestContext, routes: Route[], allowed: string[] = []) {
  expect(routes.length).toBeGreaterThan(0);
  for (const route of routes.filter(({ pattern }) => !allowed.includes(pattern))) {
    for (const url of formsOf(route)) {
      const answer = await request.get(url);
      expect.soft(answer.status(), url).toBe(403);
      expect.soft(await answer.text(), url).toContain('your account does not');
    }
  }
}

test('someone on the staff list is refused, in words, whatever is the lead’s or the head’s', async ({
  ask,
  world,
}) => {
  const closed = await under('lead', 'read', 'roles', 'evidence', 'trust');
  await expectRefused(await ask(someone(world)), closed);
});

test('a head is refused what is the lead’s, but for what both prepare before staff start', async ({
  ask,
  world,
}) => {
  const lead = await under('lead');
  const shared = lead.filter(
    ({ pattern }) =>
      pattern.startsWith('lead/before-you-start') ||
      /^lead\/settings(\/trust|\/school-name)?$/.test(pattern),
  );
  const request = await ask(someone(world, { role: 'head' }));
  await expectRefused(
    request,
    lead,
    shared.map(({ pattern }) => pattern),
  );
  for (const { path } of shared.filter(({ path }) => !path.endsWith('/x')))
    expect.soft((await request.get(path)).status(), path).toBe(200);
});

test('the office is refused everything but the staff list, and there it finds nothing that anyone learned', async ({
  ask,
  world,
}) => {
  const theirs = /^lead\/(people(\/new|\/:person)?|staff-list(\/.*)?)$/;
  const all = await under('lead', 'read', 'evidence');
  const open = all.filter(({ pattern }) => theirs.test(pattern));
  expect(open.map(({ pattern }) => pattern).sort()).toEqual([
    'lead/people',
    'lead/people/:person',
    'lead/people/new',
    'lead/staff-list',
    'lead/staff-list/:import',
    'lead/staff-list/:import/undo',
  ]);
  const office = someone(world, { role: 'office' });
  const request = await ask(office);
  await expectRefused(
    request,
    all,
    open.map(({ pattern }) => pattern),
  );
  const ta = someone(world);
  const cohort = createCohort(world.attune, world.lead, `Nobody’s business ${ta.name}`);
  addToCohort(world.attune, world.lead, cohort, [ta.personId]);
  startModule(world.attune, ta, { module: params.module });
  for (const url of ['/lead/people', `/lead/people/${ta.personId}`, '/lead/staff-list']) {
    for (const asked of [url, `${url}.data`]) {
      const answer = await request.get(asked);
      expect.soft(answer.status(), asked).toBe(200);
      const text = await answer.text();
      expect.soft(text, asked).not.toContain('Nobody’s business');
      expect.soft(text, asked).not.toContain(module?.title ?? '');
    }
  }
  const given = await request.post('/roles', {
    form: {
      formTag: formTagOf(office.personId),
      formId: 'give',
      person: ta.personId,
      role: 'lead',
    },
  });
  expect(given.status()).toBe(403);
  const wayIn = await request.post(`/lead/people/${ta.personId}/way-in`, {
    form: { formTag: formTagOf(office.personId) },
  });
  expect(wayIn.status()).toBe(403);
});

test('a lead sees the record and may not export it', async ({ ask, world }) => {
  const request = await ask(someone(world, { role: 'lead' }));
  const exports = (await under('evidence')).filter(({ pattern }) =>
    /\.(csv|xlsx|zip)$/.test(pattern),
  );
  expect(exports).toHaveLength(9);
  await expectRefused(request, exports);
});

test('a trust lead is refused what is the lead’s or the head’s of any school, their own too', async ({
  ask,
  world,
}) => {
  const request = await ask(someone(world, { role: 'trust lead' }));
  await expectRefused(request, await under('lead', 'read', 'roles', 'evidence'));
  expect((await request.get('/trust')).status()).toBe(200);
  expect((await request.get('/trust/schools/another')).status()).toBe(404);
});

test('leads and heads are refused the trust’s pages', async ({ ask, world }) => {
  for (const role of ['lead', 'head'] as const) {
    await expectRefused(await ask(someone(world, { role })), await under('trust'));
  }
});

test('a lead is refused what is between the head and the trust', async ({ ask, world }) => {
  const [settle] = await under('lead/settings/trust');
  if (!settle) throw new Error('There is no such page.');
  await expectRefused(await ask(someone(world, { role: 'lead' })), [settle]);
});

test('changes are refused as well, before anything is looked at', async ({ ask, world }) => {
  const ta = someone(world);
  const request = await ask(ta);

  const rows = () => world.attune.db.$client.prepare('select count(*) as n from event').get();
  const before = rows();
  for (const { path } of (await under('lead')).filter((route) => !route.resource)) {
    for (const url of [path, `${path}.data`]) {
      const answer = await request.post(url, {
        form: { formTag: formTagOf(ta.personId), formId: 'role', role: 'head', name: 'Sneaky' },
      });
      // 405: that page has no form at all.
      expect.soft([403, 405], url).toContain(answer.status());
    }
  }
  expect(rows()).toEqual(before);
});

test('nobody signed in is led to sign-in from everywhere that is not for anyone', async ({
  ask,
}) => {
  const request = await ask(null);
  const closed = await under(
    ...['learn', 'something-wrong', 'my-cohort', 'guide', 'recall', 'follow-up', 'practice'],
    ...['account', 'lead', 'roles', 'read', 'evidence', 'trust'],
  );
  for (const route of closed) {
    const answer = await request.get(route.path);
    expect.soft(answer.status(), route.path).toBe(303);
    expect.soft(answer.headers().location, route.path).toMatch(/^\/sign-in\?next=/);
    if (route.resource) continue;
    for (const url of formsOf(route).slice(1)) {
      const data = await request.get(url);
      expect.soft(await data.text(), url).toContain('/sign-in?next=');
    }
  }
});

test('a refusal is a page in words, with a way out', async ({ visit, world }) => {
  const page = await visit(someone(world));
  await page.goto('/lead');
  await expect(page.locator('h1')).toHaveText('This page is not open to you');
  await expect(page).toHaveTitle('This page is not open to you · Attune');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to your first page' }).click();
  await expect(page).toHaveURL(/\/learn$/);
});

test('one person cannot open another’s certificate, record or words', async ({ ask, world }) => {
  const other = someone(world);
  const request = await ask(someone(world));
  const answer = await request.get(`/learn/${params.module}/certificate/${other.personId}`);
  expect(answer.status()).toBe(404);
  expect(await answer.text()).not.toContain(other.name);
});
