import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { answersOf, attemptById } from '~/learning/attempts.server';
import { commitTo } from '~/learning/commitment.server';
import { currentEnrolment } from '~/learning/enrolments.server';
import { scenarioOf } from '~/learning/parts';
import { answerItem, openAttempt } from '~/learning/quiz.server';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { modulesOnDisk } from './support/content';
import { shortestPaths } from './support/paths';
import { type Someone, someone, unique } from './support/people';
import { bankItem, rightPick } from './support/picks';
import { verbsOf } from './support/rows';
import { expect, test } from './support/test';
import type { World } from './support/world';

const module = (await modulesOnDisk()).find(({ slug }) => slug === 'starter');
if (!module) throw new Error('There is no starter module on disk');
const example = module.pages.find((page) => scenarioOf(page));
const scenario = example && scenarioOf(example);
if (!scenario) throw new Error('The starter module has no example');
const reading = module.pages.filter((page) =>
  page.segments.every(({ type }) => !['scenario', 'quiz', 'commit'].includes(type)),
);
const [way = []] = [...shortestPaths(scenario).values()].sort((a, b) => a.length - b.length);

/** What is each person's own, through the functions that their pages call. */
function takesTheRest({ attune }: World, who: Someone): void {
  if (!module) return;
  const enrolmentId = currentEnrolment(attune.db, who, module.slug)?.id ?? '';
  const attemptId = openAttempt(attune, who, { enrolmentId });
  for (const item of attemptById(attune.db, attemptId)?.items ?? []) {
    const pick = rightPick(bankItem(module, item));
    answerItem(attune, who, { attemptId, item, pick, confidence: 'fairly' });
  }
  expect(answersOf(attune.db, attemptId)).not.toEqual([]);
  commitTo(attune, who, { enrolmentId, what: 'Say when I am back', when: '', know: '' });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'by keyboard' : 'JavaScript off, 320 px wide';

  test(`a module together, ${how}: on the screen, who was there, what is left for each, and a mistake put right`, async ({
    visit,
    world,
  }) => {
    const tag = unique();
    const [ann, bo] = ['Ann', 'Bo'].map((name) => someone(world, { name: `${name} ${tag}` }));
    if (!ann || !bo) throw new Error('nobody');
    const cohort = createCohort(world.attune, world.lead, `Cohort ${tag}`);
    addToCohort(world.attune, world.lead, cohort, [ann.personId, bo.personId]);
    const lead = someone(world, { role: 'lead', name: `Rosa ${tag}` });
    const viewport = javaScriptEnabled ? { width: 1280, height: 800 } : { width: 320, height: 640 };
    const options = { javaScriptEnabled, viewport };
    const page = await visit(lead, options);
    const main = page.getByRole('main');
    const calm = async () => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${page.url()} is ${width} px wide`).toBeLessThanOrEqual(viewport.width);
      if (javaScriptEnabled) await expectAccessible(page);
    };
    /** To the next page, as whoever holds the clicker does it. */
    const next = async () => {
      if (javaScriptEnabled) await page.keyboard.press('ArrowRight');
      else await page.locator('[data-clicker="next"]').click();
    };
    const at = (h1: string | RegExp) => expectAt(page, { path: /^\/lead\/together\//, h1 });

    await page.goto(`/lead/cohorts/${cohort}`);
    await page.getByRole('link', { name: 'Do a module together' }).click();
    await expect(page.locator('h1')).toHaveText('Do a module together');
    await page.getByRole('button', { name: 'Make the session' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose a module.');
    await page.getByLabel('Which module?').selectOption(module.slug);
    await page.getByRole('button', { name: 'Make the session' }).click();
    await expect(page.locator('h1')).toHaveText(module.title);
    await expect(main).toContainText('First show something');
    await expect(main).toContainText(`for Cohort ${tag}`);
    await page.getByRole('link', { name: 'On to the screen' }).click();

    // Nobody's name is on the screen, and no answer that was not asked for.
    await at(module.title);
    await expect(page.locator('body')).not.toContainText(lead.name);
    await next();
    for (const one of reading) {
      await at(one.title);
      const check = page.getByRole('link', { name: 'Show what each means' }).first();
      if (await check.isVisible()) {
        await expect(main).not.toContainText('This is what we think');
        await check.click();
        await expect(main).toContainText(/This is what we think|We put it under/);
        if (one === reading[0]) await calm();
      }
      await next();
    }
    await at(example?.title ?? '');
    await calm();
    for (const { choice } of way) {
      await page.locator(`button[name="choice"][value="${choice}"]`).click();
      await expect(main).toContainText('The group chose');
    }
    await page.getByRole('button', { name: 'Look back at it' }).click();
    await expect(main).toContainText('Looking back at');
    await calm();
    await next();
    await expect(main).toContainText('one thing to try');
    await expect(page.locator('body')).not.toContainText(/quiz \(about/);
    if (javaScriptEnabled) {
      await page.keyboard.press('ArrowLeft');
      await at(example?.title ?? '');
      await page.goBack();
      await expect(main).toContainText('one thing to try');
    }
    await next();

    // Afterwards: who was there.
    await expect(page.locator('h1')).toHaveText(module.title);
    for (const one of reading) await expect(page.getByLabel(one.title)).toBeChecked();
    await expect(main).toContainText('Has not started: it starts for them with this');
    await calm();
    // What is unticked counts for nobody, and a tick outlives another search, whichever button is pressed.
    const [first = example, ...others] = reading;
    const passedBy = page.getByLabel(first?.title ?? '');
    await passedBy.uncheck();
    await page.getByLabel(ann.name).check();
    await page.getByLabel('Find by name, role or team').fill(bo.name);
    await page.getByLabel('Find by name, role or team').press('Enter');
    await expect(page.getByRole('group', { name: 'Ticked so far' })).toContainText(ann.name);
    await expect(page.getByLabel(ann.name)).toBeChecked();
    await expect(passedBy).not.toBeChecked();
    await calm();
    await page.getByLabel('Find by name, role or team').fill('');
    await page.getByRole('button', { name: 'Tick all 1' }).click();
    await expect(page.getByLabel(bo.name)).toBeChecked();
    await page.getByRole('button', { name: 'Put those ticked on the record' }).click();
    await expect(main).toContainText('It counts for 2 people');
    const row = page.getByRole('row', { name: ann.name });
    await expect(row).toContainText(
      others.length === 1 ? 'one page and the example' : `${others.length} pages and the example`,
    );
    await calm();
    // Shown, or ticked, after that: it counts for them once it is said, with one button.
    await passedBy.check();
    await page.getByRole('button', { name: 'Keep these' }).click();
    await expect(main).toContainText(`${first?.title}”. If they saw that too`);
    await page.getByRole('button', { name: 'Count it for those who are down already too' }).click();
    await expect(main).toContainText('What was shown since counts for 2 people');
    await expect(row).toContainText(`${reading.length} pages and the example`);
    expect(verbsOf(world, ann).slice(-3)).toEqual(['started', 'did together', 'scenario ended']);
    await calm();

    const theirs = await visit(ann, options);
    await theirs.goto('/learn');
    await expect(theirs.getByRole('main')).toContainText(`You did the pages together on`);
    await expect(theirs.getByRole('main')).toContainText(`with ${lead.name}. Left: the quiz`);
    if (javaScriptEnabled) await expectAccessible(theirs);
    takesTheRest(world, ann);
    await theirs.goto('/account/record');
    await expect(theirs.getByRole('main')).toContainText(`led by ${lead.name}`);
    await theirs.getByRole('link', { name: /^Certificate/ }).click();
    await expect(theirs.getByRole('main')).toContainText(`led by ${lead.name}`);

    // Ann was not there after all: what rested on it falls, and is told beforehand.
    await page.goto(page.url().split('?')[0] ?? '');
    await page.locator('summary', { hasText: 'on it by mistake' }).click();
    await expect(main).toContainText('Has completed it since: that completion is withdrawn');
    await page.getByLabel(ann.name).check();
    await page.getByLabel('It was somebody else').check();
    await page.getByRole('button', { name: 'Take them off' }).click();
    await expect(main).toContainText('One completion that rested on it was withdrawn.');
    await page.goto('/evidence/record?status=withdrawn');
    await expect(page.getByRole('row', { name: ann.name })).toContainText('Withdrawn');
    await page.goto('/evidence/record?status=in%20progress');
    await expect(page.getByRole('row', { name: bo.name })).toContainText(`led by ${lead.name}`);
    await expect(page.getByRole('row', { name: ann.name })).not.toContainText('led by');
  });
}
