import { beforeAll, expect, test } from 'vitest';
import { formTagOf } from '~/people/form-tag.server';
import { startQuizSession } from '~/people/session.server';
import { openRoutes } from './rights/open-routes';
import { slug } from './rights/seed-school';
import { serveRoutes } from './rights/serve-routes';
import { makeTwoSchools } from './rights/two-schools';

let schools: Awaited<ReturnType<typeof makeTwoSchools>>;
let served: Awaited<ReturnType<typeof serveRoutes>>;
beforeAll(async () => {
  schools = await makeTwoSchools();
  served = await serveRoutes(schools.attune);
}, 120_000);

/** Somebody who may do a great deal with a password: here with a code for a quiz. */
async function withCode() {
  const { personId } = schools.own.actors.lead;
  const cookie = (await startQuizSession(schools.attune, personId, slug)).split(';')[0] ?? '';
  return { personId, cookie, formTag: formTagOf(personId) };
}

const addressOf = (pattern: string) =>
  `/${pattern.replace(/:(\w+)\??/g, (_, name: string) => schools.own.ids[name] ?? schools.own.facts[name] ?? 'x')}`;

test('a quiz code opens its own page and, of everything that asks for a right, nothing: read, sent or asked for as data', async () => {
  const { cookie, formTag } = await withCode();
  const own = await served.ask('/by-code', { cookie });
  expect(own.status).toBe(200);
  const closed = served.routes.filter(({ pattern }) => !(pattern in openRoutes));
  expect(closed.length).toBeGreaterThan(60);
  for (const { id, pattern, resource, reads, sends } of closed) {
    const path = addressOf(pattern);
    const ways = resource
      ? [path]
      : [path, `${path}.data`, `${path}.data?_routes=${encodeURIComponent(id)}`];
    for (const url of reads ? ways : []) {
      const { result, come } = await schools.andBack(() => served.ask(url, { cookie }));
      expect.soft(result.status, `reads ${url}`).toBe(403);
      expect.soft(result.text, url).toContain('opens one quiz and nothing else');
      expect
        .soft(
          come.filter((row) => !row.startsWith('session ')),
          url,
        )
        .toEqual([]);
    }
    for (const url of sends ? ways.slice(0, 2) : []) {
      const asked = await schools.andBack(() =>
        served.ask(url, { cookie, form: { formTag, formId: 'form', intent: 'start', n: '0' } }),
      );
      expect.soft(asked.result.status, `sends to ${url}`).toBe(403);
      expect
        .soft(
          asked.come.filter((row) => !row.startsWith('session ')),
          url,
        )
        .toEqual([]);
    }
  }
  expect(served.failures).toEqual([]);
}, 120_000);

test('nor is a draft of another page kept with it, while it lasts or after', async () => {
  const { cookie, formTag } = await withCode();
  const keep = (key: string) =>
    served.ask('/drafts', { cookie, form: { formTag, key, fields: '{"what":"words"}' } });
  expect((await keep('/account/words#form')).status).toBe(403);
  expect((await keep('/by-code#commit')).status).toBe(200);
  await served.ask('/sign-out', { cookie, form: { formTag } });
  expect((await keep('/account/words#form')).status).toBe(403);
  const { result, come } = await schools.andBack(() =>
    served.ask('/lead/people/new', { cookie, form: { formTag, name: 'Typed' } }),
  );
  expect(result.to).toContain('/sign-in');
  expect(come.filter((row) => row.startsWith('draft '))).toEqual([]);
});

test('whoever is not here with a code is led from its page to where codes are typed', async () => {
  const { lead } = schools.own.cookies;
  for (const cookie of [lead, undefined]) {
    expect((await served.ask('/by-code', { cookie })).to).toBe('/code');
    const sent = await served.ask('/by-code', { cookie, form: { intent: 'start', n: '0' } });
    expect(sent.status === 409 || sent.to === '/code').toBe(true);
  }
});
