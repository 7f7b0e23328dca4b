import { beforeEach, expect, test } from 'vitest';
import { draft, session } from '~db/schema';
import type { Actor } from './actor';
import { actorOf } from './actor';
import { readDraft } from './drafts.server';
import { formTagOf } from './form-tag.server';
import { draftOwner, pageWho, requireForm, requirePerson, whoIsHere } from './guard.server';
import { endSession } from './session.server';
import { addPerson } from './staff.server';
import {
  cookieFor,
  makeSchool,
  makeTestHouse,
  request,
  someone,
  type TestHouse,
  thrownBy,
} from './test-house';

let house: TestHouse;
let lead: Actor;
let tara: string;
let cookie: string;
let formTag: string;
beforeEach(async () => {
  house = makeTestHouse();
  ({ lead } = await makeSchool(house));
  tara = addPerson(house.attune, lead, someone());
  cookie = await cookieFor(house, tara);
  formTag = formTagOf(tara);
});

const drafts = () => house.attune.db.select().from(draft).all();
const typed = {
  formId: 'try',
  what: "It's hard: “select from”",
  password: 'secret words',
  empty: '',
};
const posted = (more: Record<string, string> = {}) => ({ ...typed, formTag, ...more });

test('a loader gets the person, and the page only what a browser may have', async () => {
  const who = await requirePerson(request(house, '/learn', { cookie }), 'learn');
  expect(who.personId).toBe(tara);
  expect(Object.keys(pageWho(who)).sort()).toEqual([
    'formTag',
    'name',
    'roleNames',
    'roles',
    'schoolName',
    'sharedDevice',
  ]);
});

test('nobody signed in is led to sign in and back, query and all', async () => {
  const thrown = await thrownBy(() =>
    requirePerson(request(house, '/lead?cohort=a&page=2'), 'learn'),
  );
  expect(thrown.status).toBe(303);
  expect(thrown.headers.get('Location')).toBe(
    `/sign-in?next=${encodeURIComponent('/lead?cohort=a&page=2')}`,
  );
});

test('the way back is the page, also when Remix asked for its data', async () => {
  const asked = request(house, '/learn/a.data?_routes=routes%2Fx&index');
  const thrown = await thrownBy(() => requirePerson(asked, 'learn'));
  expect(thrown.headers.get('Location')).toBe('/sign-in?next=%2Flearn%2Fa');
});

test('a program that asks for JSON is answered in JSON', async () => {
  const asked = request(house, '/account/my-data.json', {
    headers: { Accept: 'application/json' },
  });
  const thrown = await thrownBy(() => requirePerson(asked, 'learn'));
  expect(thrown.status).toBe(401);
  expect(await thrown.json()).toEqual({ error: 'signed out', kept: false });
});

test('without the right a page says so in words, and a form changes nothing', async () => {
  const page = await thrownBy(() =>
    requirePerson(request(house, '/lead/people', { cookie }), 'manage people'),
  );
  expect(page.status).toBe(403);
  expect(await page.text()).toMatch(
    /^Only attachment leads can open this page,.*ask your attachment/,
  );
  const sent = request(house, '/lead/people/new', { cookie, form: posted() });
  expect((await thrownBy(() => requireForm(sent, 'manage people'))).status).toBe(403);
});

test('a form that its own person opened comes through with everything in it', async () => {
  const sent = request(house, '/learn/a', { cookie, form: posted() });
  const { who, form, sessionId } = await requireForm(sent, 'learn');
  expect(who.personId).toBe(tara);
  expect(form.get('what')).toBe(typed.what);
  expect(house.attune.db.select().from(session).get()?.id).toBe(sessionId);
});

test('signing in again in another tab does not turn one’s own open form away', async () => {
  await endSession(house.attune, cookie);
  const again = await cookieFor(house, tara);
  const { who } = await requireForm(
    request(house, '/learn/a', { cookie: again, form: posted() }),
    'learn',
  );
  expect(who.personId).toBe(tara);
});

test('a form that someone else opened is refused in words, and nothing of it is kept', async () => {
  const theirs = await cookieFor(house, lead.personId);
  for (const form of [posted(), posted({ formTag: '' })]) {
    const thrown = await thrownBy(() =>
      requireForm(request(house, '/learn/a', { cookie: theirs, form }), 'learn'),
    );
    expect(thrown.status).toBe(409);
    expect(await thrown.text()).toContain('opened by someone else');
  }
  expect(drafts()).toEqual([]);
});

test.each([
  ['signed out', () => endSession(house.attune, cookie)],
  ['expired', async () => house.clock.advance(16)],
])('a session that was %s has what was typed kept as that person’s draft', async (_, end) => {
  await end();
  const sent = request(house, '/learn/a.data?index', { cookie, form: posted() });
  const thrown = await thrownBy(() => requireForm(sent, 'learn'));
  expect(thrown.headers.get('Location')).toBe('/sign-in?next=%2Flearn%2Fa&kept=1');
  expect(readDraft(house.attune, tara, '/learn/a#try')?.fields).toEqual({ what: typed.what });
});

test('a day after it ended a session keeps nothing any more', async () => {
  await endSession(house.attune, cookie);
  house.clock.advance(24 * 60 + 1);
  const thrown = await thrownBy(() =>
    requireForm(request(house, '/learn/a', { cookie, form: posted() }), 'learn'),
  );
  expect(thrown.headers.get('Location')).toBe('/sign-in?next=%2Flearn%2Fa');
  expect(drafts()).toEqual([]);
});

test('an ended session keeps nothing that someone else’s form holds', async () => {
  await endSession(house.attune, cookie);
  const form = posted({ formTag: formTagOf(lead.personId) });
  const thrown = await thrownBy(() =>
    requireForm(request(house, '/learn/a', { cookie, form }), 'learn'),
  );
  expect(thrown.headers.get('Location')).toBe('/sign-in?next=%2Flearn%2Fa');
  expect(drafts()).toEqual([]);
});

test('an ended session opens no page', async () => {
  await endSession(house.attune, cookie);
  expect(
    (await thrownBy(() => requirePerson(request(house, '/learn', { cookie }), 'learn'))).status,
  ).toBe(303);
  expect(await whoIsHere(request(house, '/', { cookie }))).toBeNull();
});

test('a draft is kept for whoever opened the form, in or out', async () => {
  const asked = request(house, '/drafts', { cookie, form: posted() });
  expect(await draftOwner(asked, formTag)).toMatchObject({ personId: tara, signedIn: true });
  expect(await draftOwner(asked, formTagOf(lead.personId))).toBeNull();
  await endSession(house.attune, cookie);
  expect(await draftOwner(asked, formTag)).toMatchObject({ personId: tara, signedIn: false });
  expect(await draftOwner(request(house, '/drafts'), formTag)).toBeNull();
});

test('a page that the browser fetches ahead does not count as being there', async () => {
  const until = () => house.attune.db.select().from(session).get()?.expiresAt;
  const first = until();
  house.clock.advance(5);
  const headers = { 'Sec-Purpose': 'prefetch;prerender' };
  await requirePerson(request(house, '/learn', { cookie, headers }), 'learn');
  expect(until()).toBe(first);
  await requirePerson(request(house, '/learn', { cookie }), 'learn');
  expect(until()).not.toBe(first);
});

test('what is not a form is answered in words', async () => {
  const asked = request(house, '/learn/a', { cookie });
  const made = new Request(asked.request.url, {
    method: 'POST',
    body: '{"a":1}',
    headers: { Cookie: cookie },
  });
  const thrown = await thrownBy(() => requireForm({ ...asked, request: made }, 'learn'));
  expect(thrown.status).toBe(400);
});

test('who acts is written down in the role that lets them', async () => {
  const who = await requirePerson(
    request(house, '/lead', { cookie: await cookieFor(house, lead.personId) }),
    'manage people',
  );
  expect(actorOf(who, 'manage people')).toEqual(lead);
  expect(actorOf(who, 'learn').role).toMatch(/staff|lead/);
});
