import type { ActionFunctionArgs } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import { assignModule } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { loader as accountData } from '~/pages/account/my-data';
import { loader as grid } from '~/pages/lead/grid';
import * as modulesPage from '~/pages/lead/modules';
import { loader as preview } from '~/pages/lead/preview';
import { loader as home } from '~/pages/learn/home';
import * as modulePage from '~/pages/learn/module';
import { loader as somethingWrong } from '~/pages/learn/something-wrong';
import { formTagOf } from '~/people/form-tag.server';
import { cookieFor, request, thrownBy } from '~/people/test-house';
import { DemoLearner } from '../../scripts/demo/learner';
import { schoolContent } from '../fixtures/content/copy-content';
import { addLearner, type House, openHouse } from '../fixtures/house-with-content';

const module = 'our-door';
let house: House;
let trial: string;
let other: string;
beforeEach(async () => {
  house = await openHouse(await schoolContent(module));
  trial = addLearner(house);
  other = addLearner(house);
}, 60_000);

async function as(personId: string, form?: Record<string, string>): Promise<ActionFunctionArgs> {
  const cookie = await cookieFor(house, personId);
  const sent = form && { formTag: formTagOf(personId), ...form };
  return { ...request(house, '/page', { cookie, form: sent }), params: { module } };
}
const offeredTo = async (personId: string) =>
  (await home(await as(personId))).alsoOpen.map((one) => one.module);
const start = async (personId: string) =>
  modulePage.action(await as(personId, { intent: 'start', n: '0' }));
const press = async (intent: 'open' | 'close', personId = house.lead.personId) =>
  modulesPage.action(await as(personId, { intent, module }));
const columns = async () =>
  (await grid(await as(house.lead.personId))).choices.modules.map(({ slug }) => slug);
const listed = async () =>
  (await modulesPage.loader(await as(house.lead.personId))).modules.find(
    ({ slug }) => slug === module,
  );

test('a school’s own module is nowhere for staff until the lead opens it', async () => {
  expect(await offeredTo(other)).toEqual(['tiny']);
  for (const look of [modulePage.loader, somethingWrong, start.bind(null, other)]) {
    const refused = await thrownBy(async () => look((await as(other)) as never));
    expect(refused.status).toBe(404);
  }
  expect(await columns()).toEqual(['tiny']);
  expect(await listed()).toMatchObject({ own: true, passed: true, open: false, opened: null });
  expect(await preview(await as(house.lead.personId))).toMatchObject({ standing: 'unopened' });

  expect((await press('open')).status).toBe(303);
  expect(await offeredTo(other)).toEqual(['tiny', module]);
  expect(await columns()).toEqual(['tiny', module]);
  expect(await listed()).toMatchObject({
    open: true,
    opened: { by: 'Leah Lead', on: '2026-10-21' },
  });
  expect(await start(other)).toMatchObject({ status: 303 });
});

test('people it is given to try it while nobody else sees it', async () => {
  const { attune, lead } = house;
  const cohortId = createCohort(attune, lead, 'Readers');
  addToCohort(attune, lead, cohortId, [trial]);
  const paid = { dueOn: '2026-12-18', paidMinutes: 20, paidTime: 'INSET' };
  assignModule(attune, lead, { cohortId, module, ...paid });
  expect((await home(await as(trial))).next).toMatchObject({ module });
  expect(await offeredTo(other)).toEqual(['tiny']);
  expect(await columns()).toEqual(['tiny', module]);
  expect((await modulePage.loader(await as(trial))).shown).toMatchObject({ offered: true });
  expect(await start(trial)).toMatchObject({ status: 303 });
  expect((await thrownBy(() => start(other))).status).toBe(404);
});

test('closed again it is offered to nobody; whoever is part-way finishes, and cannot begin anew', async () => {
  const { attune, lead, clock } = house;
  await press('open');
  await press('open');
  await start(trial);
  await press('close');
  expect(await offeredTo(other)).toEqual(['tiny']);
  expect((await home(await as(trial))).next).toMatchObject({ module });
  new DemoLearner(attune, clock, { ...lead, personId: trial, role: 'staff' }, module, 1).take(
    'met',
  );
  const { shown } = await modulePage.loader(await as(trial));
  expect(shown).toMatchObject({ offered: false, newer: null });
  expect(shown.mine?.completedAt).not.toBeNull();
  const again = await as(trial, { intent: 'start', n: '1' });
  expect((await thrownBy(() => modulePage.action(again))).status).toBe(404);
  expect(await listed()).toMatchObject({ open: false, opened: null });
  const held = await (await accountData(await as(lead.personId))).json();
  expect(held.modulesOpened).toMatchObject([{ module, closedBy: lead.personId }]);
});

test('only a lead opens a module, and only one of the school’s own that passed', async () => {
  expect((await thrownBy(() => press('open', other))).status).toBe(403);
  expect((await thrownBy(() => press('open', house.head.personId))).status).toBe(403);
  for (const wrong of ['tiny', 'nothing']) {
    const sent = await as(house.lead.personId, { intent: 'open', module: wrong });
    expect((await thrownBy(() => modulesPage.action(sent))).status).toBe(404);
  }
  expect(await offeredTo(other)).toEqual(['tiny']);
});
