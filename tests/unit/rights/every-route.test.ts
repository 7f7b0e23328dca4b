import { beforeAll, expect, test } from 'vitest';
import { formTagOf } from '~/people/form-tag.server';
import { may, type Right } from '~/people/rights';
import { londonDate } from '~/record/london-date';
import type { Entry, Fields, Form, Open } from './entry';
import { rightsTable } from './rights-table';
import { type Seeded, type Who, whos } from './seed-school';
import { type Route, serveRoutes } from './serve-routes';
import { makeTwoSchools, mark } from './two-schools';

let schools: Awaited<ReturnType<typeof makeTwoSchools>>;
let served: Awaited<ReturnType<typeof serveRoutes>>;
let today: string;
beforeAll(async () => {
  schools = await makeTwoSchools();
  served = await serveRoutes(schools.attune);
  today = londonDate(schools.attune.now());
}, 120_000);

const rolesOf = (who: Who) => {
  const { role } = schools.own.actors[who];
  return role === 'staff' || role === 'system' ? ['staff' as const] : ['staff' as const, role];
};
const has = (who: Who, right: Right) => may({ roles: rolesOf(who) }, right);
const isRight = (asked: Right | Open | undefined): asked is Right => typeof asked === 'string';
const entryOf = ({ pattern }: Pick<Route, 'pattern'>): Entry => rightsTable[pattern] ?? {};
const firstWith = (right: Right) => whos.find((who) => has(who, right)) ?? 'lead';

/** The address of a route, with what stands in it taken from a school. */
function addressOf(route: Route, school: Seeded, ids = entryOf(route).ids ?? {}): string {
  const path = route.pattern.replace(/:(\w+)\??/g, (_, name: string) => {
    const known = ids[name] ?? entryOf(route).ids?.[name] ?? name;
    const value = school.ids[known] ?? school.facts[known];
    if (value === undefined) throw new Error(`No school has a ${known} for ${route.pattern}`);
    return value;
  });
  return `/${path}`;
}

/** A page, its data, and its loader alone as single fetch lets a client ask for it. */
const waysToRead = ({ id, resource }: Route, path: string) =>
  resource ? [path] : [path, `${path}.data`, `${path}.data?_routes=${encodeURIComponent(id)}`];
const waysToSend = ({ resource }: Route, path: string) =>
  resource ? [path] : [path, `${path}.data`];

const askAs = (who: Who | null, url: string, fields?: Fields) =>
  schools.andBack(() =>
    served.ask(url, {
      cookie: who ? schools.own.cookies[who] : undefined,
      form: fields && {
        formTag: formTagOf(who ? schools.own.actors[who].personId : ''),
        ...fields,
      },
    }),
  );

type Outcome = Awaited<ReturnType<typeof askAs>>;
const notable = (rows: string[]) => rows.filter((row) => !/^(session|access_log) /.test(row));
const changed = ({ gone, come }: Outcome) => [...notable(gone), ...notable(come)];

/** Every id of our own that stands in what is asked, changed for the other school's: one at a time, and all together. */
function swapped(asked: { path: string; fields: Fields }) {
  const all = Object.entries(schools.own.ids).filter(
    ([, id]) => id !== '' && JSON.stringify(asked).includes(id),
  );
  const swap = (names: [string, string][]) => ({
    what: names.map(([name]) => name).join(' and '),
    ...(names.reduce<{ path: string; fields: Fields }>(
      (text, [name, id]) =>
        JSON.parse(JSON.stringify(text).replaceAll(id, schools.other.ids[name] ?? '')),
      asked,
    ) satisfies object),
  });
  return all.length > 1
    ? [...all.map((one) => swap([one])), swap(all)]
    : all.map((one) => swap([one]));
}

const closed = (part: 'reads' | 'sends') =>
  served.routes.flatMap((route) => {
    const right = entryOf(route)[part];
    return isRight(right) ? [{ route, right }] : [];
  });
const formsOf = (route: Route, right: Right) =>
  Object.entries(entryOf(route).forms ?? {}).map(([name, form]) => ({
    name,
    who: form.as ?? entryOf(route).as ?? firstWith(right),
    path: addressOf(route, schools.own, { ...entryOf(route).ids, ...form.ids }),
    fields: form.fields(schools.own, today),
    form,
  }));

test('every route has an entry in the rights table, and every entry a route', () => {
  const patterns = served.routes.map(({ pattern }) => pattern);
  expect(Object.keys(rightsTable).sort()).toEqual([...patterns].sort());
  for (const route of served.routes) {
    const { reads, sends, forms = {} } = entryOf(route);
    // A page without a loader shows the same to everyone who may read it.
    if (route.reads) expect(reads, `${route.pattern} is read`).toBeDefined();
    expect(sends !== undefined, `${route.pattern} takes forms`).toBe(route.sends);
    for (const asked of [reads, sends]) {
      if (asked && !isRight(asked)) expect(asked.anyone).toMatch(/\w+ \w+/);
    }
    if (isRight(sends)) expect(Object.keys(forms), route.pattern).not.toHaveLength(0);
    const sent = JSON.stringify(
      Object.values(forms).map((form: Form) => form.fields(schools.own, today)),
    );
    const named = route.source.matchAll(/(?:get\('(?:formId|intent)'\) === |case )'([^']+)'/g);
    for (const [, name] of named)
      expect(sent, `${route.pattern} has a form ${name}`).toContain(name);
  }
});

test('at one’s own school every page is found and every form taken, by whom it is for', async () => {
  for (const { route, right } of closed('reads')) {
    const { as = firstWith(right), gets = 200 } = entryOf(route);
    for (const url of waysToRead(route, addressOf(route, schools.own))) {
      const { result } = await askAs(as, url);
      expect.soft(result.status, `${as} reads ${url}`).toBe(gets);
    }
  }
  for (const { route, right } of closed('sends')) {
    for (const { name, who, path, fields, form } of formsOf(route, right)) {
      if (form.refused) continue;
      const { result } = await askAs(who, path, fields);
      expect
        .soft(result.status, `${who} sends ${name} to ${path}: ${result.text}`)
        .toBeLessThan(400);
    }
  }
  expect(served.failures).toEqual([]);
}, 120_000);

test('who has not the right is refused in words, by every way of asking, and changes nothing', async () => {
  for (const { route, right } of closed('reads')) {
    for (const who of whos.filter((one) => !has(one, right))) {
      for (const url of waysToRead(route, addressOf(route, schools.own))) {
        const asked = await askAs(who, url);
        expect.soft(asked.result.status, `${who} reads ${url}`).toBe(403);
        expect.soft(asked.result.text, url).toContain('your account does not');
        expect.soft(changed(asked), url).toEqual([]);
      }
    }
  }
  for (const { route, right } of closed('sends')) {
    for (const { path, fields } of formsOf(route, right)) {
      for (const who of whos.filter((one) => !has(one, right))) {
        for (const url of waysToSend(route, path)) {
          const asked = await askAs(who, url, fields);
          expect.soft(asked.result.status, `${who} sends to ${url}`).toBe(403);
          expect.soft(changed(asked), url).toEqual([]);
        }
      }
    }
  }
}, 120_000);

test('who is not signed in is led to sign-in from everything that is not for anyone', async () => {
  for (const { route } of closed('reads')) {
    for (const url of waysToRead(route, addressOf(route, schools.own))) {
      const { result } = await askAs(null, url);
      expect.soft(`${result.to} ${result.text}`, url).toContain('/sign-in?next=');
    }
  }
  for (const { route, right } of closed('sends')) {
    for (const { path, fields } of formsOf(route, right)) {
      for (const url of waysToSend(route, path)) {
        const asked = await askAs(null, url, fields);
        expect.soft(`${asked.result.to} ${asked.result.text}`, url).toContain('/sign-in?next=');
        expect.soft(changed(asked), url).toEqual([]);
      }
    }
  }
}, 120_000);

test('nothing of another school is read by its ids in the address, whoever asks and however', async () => {
  for (const { route, right } of closed('reads')) {
    const own = { path: addressOf(route, schools.own), fields: {} };
    for (const { what, path } of swapped(own)) {
      for (const who of whos.filter((one) => has(one, right))) {
        for (const url of waysToRead(route, path)) {
          const asked = await askAs(who, url);
          expect.soft(asked.result.status, `${who} reads ${url}, with its ${what}`).toBe(404);
          expect.soft(asked.result.text, url).not.toContain(mark);
          expect.soft(changed(asked), url).toEqual([]);
        }
      }
    }
  }
}, 120_000);

test('nor by its ids in a question: under every name that any page looks for', async () => {
  const names = new Set(
    served.routes.flatMap(({ source }) =>
      [...source.matchAll(/\.(?:get|has)\('(\w+)'\)/g)].map(([, name]) => name ?? ''),
    ),
  );
  const { ids } = schools.other;
  const query = new URLSearchParams(
    [...names].map((name) => [name, ids[name] ?? ids.person ?? '']),
  );
  for (const { route, right } of closed('reads')) {
    const path = addressOf(route, schools.own);
    for (const who of whos.filter((one) => has(one, right))) {
      const asked = await askAs(who, `${path}${route.resource ? '' : '.data'}?${query}`);
      expect.soft(asked.result.status, path).toBeLessThan(500);
      expect.soft(asked.result.text, path).not.toContain(mark);
      expect.soft(changed(asked), path).toEqual([]);
    }
  }
  expect(served.failures).toEqual([]);
}, 120_000);

test('no form reaches anything of another school, with its ids in the address or in any field', async () => {
  for (const { route, right } of closed('sends')) {
    for (const { name, path, fields } of formsOf(route, right)) {
      for (const { what, path: there, fields: theirs } of swapped({ path, fields })) {
        for (const who of whos.filter((one) => has(one, right))) {
          for (const url of waysToSend(route, there)) {
            const asked = await askAs(who, url, theirs);
            const told = `${who} sends ${name} to ${route.pattern}, with the other’s ${what}`;
            expect.soft(schools.reaches(asked), told).toEqual([]);
            expect.soft(asked.result.text, told).not.toContain(mark);
          }
        }
      }
    }
  }
  expect(served.failures).toEqual([]);
}, 120_000);
