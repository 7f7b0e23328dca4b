import type { Page } from '@playwright/test';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Module } from '~/course/module';
import { quizOf } from '~/learning/parts';
import { answer, attempt, enrolment } from '~db/schema';
import { DemoClock } from '../../scripts/demo/clock';
import { DemoLearner } from '../../scripts/demo/learner';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { modulesOnDisk } from './support/content';
import { someone } from './support/people';
import { tellTale } from './support/secrets';
import { expect, test } from './support/test';
import type { World } from './support/world';

const modules = await modulesOnDisk();
const [module] = modules;
if (!module) throw new Error('There is no module to walk');
const hard = `/lead/modules/${module.slug}/hard`;
const pack = `/lead/modules/${module.slug}/staff-meeting`;

/** So many people go through the module, each through the functions that the pages call. */
function taken(world: World, people: number): void {
  for (let n = 0; n < people; n += 1) {
    const clock = new DemoClock(Date.now(), 0);
    new DemoLearner(world.attune, clock, someone(world), module?.slug ?? '', 0).take(
      n % 2 ? 'met' : 'met at the second go',
    );
  }
}

async function expectNarrow(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} is ${width} px wide`).toBeLessThanOrEqual(320);
}

test('from the modules to what people found hard, an item with its explanations, and the pack', async ({
  visit,
  world,
}) => {
  taken(world, 5);
  const page = await visit(someone(world, { role: 'lead' }));
  await page.goto('/lead/modules');
  await page.locator(`main a[href="${hard}"]`).click();
  await expectAt(page, { path: hard, h1: 'What people found hard' });
  await expect(page.getByRole('heading', { name: 'The whole school: questions' })).toBeVisible();
  // Stories and questions speak of minutes; what is told about people never counts any.
  await expect(page.locator('main')).not.toContainText(/\d ?%|score of/i);
  for (const told of await page.locator('main td:last-child').allTextContents()) {
    expect(told).toMatch(/^(few or none|some|about half|most|nearly all or all)$/);
  }
  await page.locator('main details').first().locator('summary').first().click();
  await expectAccessible(page);

  await page.getByRole('heading', { name: 'First choices in the examples' }).waitFor();
  await page.getByRole('link', { name: 'Staff-meeting pack, to print' }).click();
  await expectAt(page, {
    path: pack,
    h1: module.staffMeeting?.title ?? 'Staff-meeting pack',
    title: 'Staff-meeting pack',
  });
  await expect(
    page.getByRole('heading', {
      name: /What people here found hard|Discussion sheet for the whole school/,
    }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.getByText('Worried about a child? Tell').first()).toBeVisible();
});

test('at 320 px and with JavaScript off both pages are whole', async ({ visit, world }) => {
  const lead = someone(world, { role: 'lead' });
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit(lead, { javaScriptEnabled, viewport: { width: 320, height: 640 } });
    for (const path of [hard, pack]) {
      const answered = await page.goto(path);
      expect(answered?.status(), path).toBe(200);
      await expectNarrow(page);
      await expect(page.locator('h1')).toHaveCount(1);
    }
  }
});

/** People by item who have a marked answer to it. */
function answeredBy(world: World, slug: string): Map<string, Set<string>> {
  const rows = world.attune.db
    .select({ item: answer.item, personId: enrolment.personId })
    .from(answer)
    .innerJoin(attempt, eq(attempt.id, answer.attemptId))
    .innerJoin(enrolment, eq(enrolment.id, attempt.enrolmentId))
    .where(and(eq(enrolment.module, slug), isNotNull(attempt.markedAt)))
    .all();
  const people = new Map<string, Set<string>>();
  for (const { item, personId } of rows)
    people.set(item, (people.get(item) ?? new Set()).add(personId));
  return people;
}

const otherWords = (of: Module, item: string) =>
  (quizOf(of)?.bank ?? [])
    .filter(({ id }) => id !== item)
    .map(({ stem }) => stem)
    .join('\n');

test('of an item that fewer than five have answered, no raw answer says a word', async ({
  ask,
  world,
}) => {
  taken(world, 3);
  const request = await ask(someone(world, { role: 'lead' }));
  for (const of of modules) {
    const people = answeredBy(world, of.slug);
    const few = (quizOf(of)?.bank ?? []).filter(({ id }) => (people.get(id)?.size ?? 0) < 5);
    const base = `/lead/modules/${of.slug}/hard`;
    for (const url of [base, `${base}.data`, `${base}?cohort=x`, `${base}.data?cohort=x`]) {
      const raw = await (await request.get(url)).text();
      for (const { id, stem } of few) {
        const words = tellTale(stem, otherWords(of, id));
        if (words) expect.soft(raw, `${id} in ${url}`).not.toContain(words);
      }
    }
  }
});
