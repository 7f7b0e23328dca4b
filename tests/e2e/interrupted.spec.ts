import { eq } from 'drizzle-orm';
import { quizOf } from '~/learning/parts';
import { sayKnownAlready, startModule } from '~/learning/start.server';
import { session } from '~db/schema';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { Learner } from './support/learner';
import { type Someone, signInAs, someone } from './support/people';
import { bankItem, mark, rightPick, wrongPick } from './support/picks';
import { attemptsOf, enrolmentsOf, verbsOf } from './support/rows';
import { expect, test, type Visit } from './support/test';
import type { World } from './support/world';

const [module] = await modulesOnDisk();
if (!module) throw new Error('There is no module on disk');
const quizPage = quizOf(module)?.page.id ?? '';

/** Someone on the first item of the quiz. */
async function inQuiz(visit: Visit, world: World): Promise<{ ta: Someone; learner: Learner }> {
  const ta = someone(world);
  const enrolmentId = startModule(world.attune, ta, { module: module?.slug ?? '' });
  sayKnownAlready(world.attune, ta, { enrolmentId });
  const learner = new Learner(await visit(ta), module as NonNullable<typeof module>);
  await learner.page.goto(learner.pathOf(quizPage));
  await learner.press('Start the quiz');
  await expect(learner.page.locator('#item')).toBeVisible();
  return { ta, learner };
}

/** Marks the item shown without sending it. Returns its id. */
async function markItem(learner: Learner, pick = rightPick): Promise<string> {
  const form = learner.page.locator('#item form');
  const id = await form.locator('input[name="item"]').inputValue();
  await mark(form, bankItem(learner.module, id), pick(bankItem(learner.module, id)));
  await form.getByLabel('Fairly sure').check();
  return id;
}

const answersOf = (world: World, who: Someone) =>
  attemptsOf(world, who).flatMap((go) => go.answers);

test('Start pressed twice starts once', async ({ visit, world }) => {
  const ta = someone(world);
  const learner = new Learner(await visit(ta), module);
  await learner.open();
  await learner.page.getByRole('button', { name: 'Start', exact: true }).dblclick();
  await expect(learner.page.locator('#next')).toBeVisible();
  expect(enrolmentsOf(world, ta)).toHaveLength(1);
  expect(verbsOf(world, ta).filter((verb) => verb === 'started')).toHaveLength(1);
});

test('Start sent twice at the same moment, and once more from a stale page, starts once', async ({
  visit,
  world,
}) => {
  const ta = someone(world);
  const [one, two] = [await visit(ta, { javaScriptEnabled: false }), await visit(ta)];
  for (const page of [one, two]) await page.goto(`/learn/${module.slug}`);
  await Promise.all(
    [one, two].map((page) => page.getByRole('button', { name: 'Start', exact: true }).click()),
  );
  for (const page of [one, two]) await expect(page.locator('#next')).toBeVisible();
  expect(enrolmentsOf(world, ta)).toHaveLength(1);
});

test('an answer pressed twice counts once', async ({ visit, world }) => {
  const { ta, learner } = await inQuiz(visit, world);
  await markItem(learner);
  await learner.page.locator('#item').getByRole('button', { name: 'Answer' }).dblclick();
  await expect(learner.page.locator('#explained')).toBeVisible();
  expect(answersOf(world, ta)).toHaveLength(1);
});

test('back to an item that was answered, and another answer: the first one stays', async ({
  visit,
  world,
}) => {
  const ta = someone(world);
  const enrolmentId = startModule(world.attune, ta, { module: module.slug });
  sayKnownAlready(world.attune, ta, { enrolmentId });
  for (const javaScriptEnabled of [true, false]) {
    const learner = new Learner(await visit(ta, { javaScriptEnabled }), module);
    await learner.page.goto(learner.pathOf(quizPage));
    if (javaScriptEnabled) await learner.press('Start the quiz');
    const before = answersOf(world, ta).length;
    const item = await learner.answerItem(rightPick);
    await learner.page.goBack();
    // A page that may not be kept by any cache is fetched again: what it shows now is the next item, or this one as a form.
    await expect(learner.page.locator('#item, #explained')).toBeVisible();
    const form = learner.page.locator('#item form');
    const again =
      (await form.count()) > 0 && (await form.locator('input[name="item"]').inputValue()) === item;
    if (again) {
      await mark(form, bankItem(module, item), wrongPick(bankItem(module, item)));
      await form.getByRole('button', { name: 'Answer' }).click();
      await expect(learner.page.locator('#explained')).toBeVisible();
    }
    const rows = answersOf(world, ta).filter((row) => row.item === item);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.right).toBe(true);
    expect(answersOf(world, ta)).toHaveLength(before + 1);
  }
});

test('two tabs on one item: whichever comes second changes nothing, and neither is lost', async ({
  visit,
  world,
}) => {
  const { ta, learner } = await inQuiz(visit, world);
  const other = new Learner(await learner.page.context().newPage(), module);
  await other.page.goto(other.pathOf(quizPage));
  const item = await markItem(learner, rightPick);
  expect(await markItem(other, wrongPick)).toBe(item);
  await learner.page.locator('#item').getByRole('button', { name: 'Answer' }).click();
  await expect(learner.page.locator('#explained')).toBeVisible();
  await other.page.locator('#item').getByRole('button', { name: 'Answer' }).click();
  await expect(other.page.locator('#explained')).toBeVisible();
  const rows = answersOf(world, ta);
  expect(rows.map((row) => [row.item, row.right])).toEqual([[item, true]]);
  await other.follow('Next question');
  await other.answerItem();
  expect(answersOf(world, ta)).toHaveLength(2);
});

test('two tabs in one scenario: a choice made in the other one is not made twice', async ({
  visit,
  world,
}) => {
  const example = module.pages.find((page) => page.segments.some((s) => s.type === 'scenario'));
  const ta = someone(world);
  startModule(world.attune, ta, { module: module.slug });
  const one = await visit(ta);
  await one.goto(`/learn/${module.slug}/${example?.id}`);
  await one.getByRole('button', { name: 'Start the example' }).click();
  await expect(one.locator('#scene')).toBeVisible();
  const two = await one.context().newPage();
  await two.goto(`/learn/${module.slug}/${example?.id}`);
  await one.locator('button[name="choice"][value="0"]').click();
  await expect(one.locator('.you-chose')).toBeVisible();
  await two.locator('button[name="choice"][value="1"]').click();
  await expect(two.locator('.you-chose')).toBeVisible();
  const made = world.attune.db.$client
    .prepare(
      'select c.choice from scenario_choice c join scenario_run r on r.id = c.run_id join enrolment e on e.id = r.enrolment_id where e.person_id = ?',
    )
    .pluck()
    .all(ta.personId);
  expect(made).toEqual([0]);
});

test('the connection drops on an answer: it is kept, sent again, and counted once', async ({
  visit,
  world,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/);
  const { ta, learner } = await inQuiz(visit, world);
  const item = await markItem(learner);
  await learner.page.context().setOffline(true);
  await learner.page.locator('#item').getByRole('button', { name: 'Answer' }).click();
  await expect(learner.page.getByText('No connection just now')).toBeVisible();
  await expect(learner.page.getByLabel('Fairly sure')).toBeChecked();
  expect(answersOf(world, ta)).toEqual([]);
  await expectAccessible(learner.page);
  await learner.page.context().setOffline(false);
  await learner.page.locator('#item').getByRole('button', { name: 'Answer' }).click();
  await expect(learner.page.locator('#explained')).toBeVisible();
  expect(answersOf(world, ta).map((row) => row.item)).toEqual([item]);
});

test('the answer arrives and its reply does not: sending it again counts it once', async ({
  visit,
  world,
  complaints,
}) => {
  complaints.expect(/^failed: POST/, /net::ERR/, /Failed to fetch/);
  const { ta, learner } = await inQuiz(visit, world);
  const item = await markItem(learner);
  await learner.page.route(
    (url) => url.pathname.endsWith('.data'),
    async (route) => {
      if (route.request().method() !== 'POST') return await route.fallback();
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await learner.page.locator('#item').getByRole('button', { name: 'Answer' }).click();
  await expect(learner.page.locator('h1')).toHaveText('No connection just now');
  await expectAccessible(learner.page);
  expect(answersOf(world, ta)).toHaveLength(1);
  await learner.press('Send it again');
  await expect(learner.page.locator('#explained')).toBeVisible();
  expect(answersOf(world, ta).map((row) => row.item)).toEqual([item]);
});

for (const javaScriptEnabled of [true, false]) {
  test(`the session ends on an answer: after signing in it is still marked, and counts once (JavaScript ${javaScriptEnabled ? 'on' : 'off'})`, async ({
    visit,
    world,
  }) => {
    const ta = someone(world);
    const enrolmentId = startModule(world.attune, ta, { module: module.slug });
    sayKnownAlready(world.attune, ta, { enrolmentId });
    const learner = new Learner(await visit(ta, { javaScriptEnabled }), module);
    await learner.page.goto(learner.pathOf(quizPage));
    await learner.press('Start the quiz');
    const item = await markItem(learner);
    world.attune.db
      .update(session)
      .set({ expiresAt: Math.floor(Date.now() / 1000) - 5 })
      .where(eq(session.personId, ta.personId))
      .run();
    await learner.page.locator('#item').getByRole('button', { name: 'Answer' }).click();
    await expect(learner.page).toHaveURL(/\/sign-in\?next=.*kept=1/);
    await expect(learner.page.locator('main')).toContainText('What you typed is kept');
    await signInAs(learner.page.context(), world, ta);
    await learner.page.goto(learner.pathOf(quizPage));
    const form = learner.page.locator('#item form');
    await expect(form.locator('input[name="item"]')).toHaveValue(item);
    await expect(form.locator('input[name^="pick-"]:checked')).not.toHaveCount(0);
    await expect(form.getByLabel('Fairly sure')).toBeChecked();
    await form.getByRole('button', { name: 'Answer' }).click();
    await expect(learner.page.locator('#explained')).toBeVisible();
    const rows = answersOf(world, ta);
    expect(rows.map((row) => [row.item, row.right])).toEqual([[item, true]]);
  });
}

test('a form that someone else left open records nothing as theirs or as mine', async ({
  visit,
  world,
}) => {
  const { ta, learner } = await inQuiz(visit, world);
  await markItem(learner);
  const next = someone(world);
  await learner.page.context().clearCookies();
  await signInAs(learner.page.context(), world, next);
  await learner.page.locator('#item').getByRole('button', { name: 'Answer' }).click();
  await expect(learner.page.locator('h1')).toHaveText('Nothing was saved');
  expect(answersOf(world, ta)).toEqual([]);
  expect(enrolmentsOf(world, next)).toEqual([]);
});
