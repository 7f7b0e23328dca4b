import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import type { Module } from '~/course/module';
import { quizOf } from '~/learning/parts';
import { refresherOf } from '~/learning/refresher.server';
import { startModule } from '~/learning/start.server';
import { DemoClock } from '../../scripts/demo/clock';
import { DemoLearner } from '../../scripts/demo/learner';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { modulesOnDisk } from './support/content';
import { bringOutNext, copiedContent, type Edition } from './support/editions';
import { Learner } from './support/learner';
import { type Someone, someone, unique } from './support/people';
import { root } from './support/server';
import { test as base, expect } from './support/test';
import { closeWorld, openWorld, type World } from './support/world';

const [before] = await modulesOnDisk();
if (!before) throw new Error('There is no module on disk');

/** A school whose people did version 1, one of them part-way, before the next version came out. */
interface Before {
  team: string;
  ta: Someone;
  other: Someone;
  partWay: Someone;
  edition: Edition;
  refresher: Module;
}

const test = base.extend<{ page: never }, { world: World; past: Before }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture asks for from its pattern.
    async ({}, use) => {
      const contentDir = copiedContent();
      const world = await openWorld(contentDir);
      await use(world);
      await closeWorld(world);
      rmSync(contentDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  past: [
    async ({ world }, use) => {
      const { attune } = world;
      const team = `Team ${unique()}`;
      const [ta, other, partWay] = [1, 2, 3].map(() => someone(world, { teams: [team] }));
      if (!ta || !other || !partWay) throw new Error('Three people are wanted');
      for (const [n, person] of [ta, other].entries()) {
        const clock = new DemoClock(Date.now(), 1);
        new DemoLearner(attune, clock, person, before.slug, n + 1).take('met');
      }
      startModule(attune, partWay, { module: before.slug });
      const edition = bringOutNext(attune.config.contentDir, before);
      await attune.course.refresh();
      const after = attune.course.module(before.slug);
      if (after?.version !== before.version + 1) {
        throw new Error(JSON.stringify(attune.course.states().flatMap((s) => s.problems)));
      }
      await use({ team, ta, other, partWay, edition, refresher: refresherOf(before, after) });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const overview = `/learn/${before.slug}`;
const offered = `Version ${before.version + 1} is here: what changed since version ${before.version}`;
const titleOf = (id: string) => before.pages.find((page) => page.id === id)?.title ?? id;

/** The server reads files again by itself, a moment after they change. */
async function meetTheOffer(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto(overview);
    await expect(page.getByRole('heading', { name: offered })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

async function takeTheRefresher(learner: Learner, { edition, refresher }: Before): Promise<void> {
  const { page } = learner;
  await learner.press(/^Start the refresher, about/);
  await expectAt(page, { path: overview, h1: before?.title ?? '' });
  await learner.look('refresher started');
  await learner.goFromHere();
  await learner.atPage(edition.page);
  await expect(page.locator('main')).toContainText(edition.words);
  await expect(page.locator('main')).toContainText(`changed since version ${before?.version}`);
  await learner.look('refresher page');
  const done = await learner.goOn();
  expect(done).toEqual([edition.page, quizOf(refresher)?.page.id]);
  await learner.atOverview();
  await expect(page.locator('#next')).toContainText('Your record keeps both completions');
}

test('whoever completed the version before meets what changed, reads it, is asked about it, and is seen by lead and head', async ({
  visit,
  world,
  past,
}) => {
  // Three people's browsers, one after another.
  test.setTimeout(300_000);
  const { ta, team, edition, refresher } = past;
  const learner = new Learner(await visit(ta), refresher, { axe: true });
  const { page } = learner;
  await meetTheOffer(page);
  await expectAccessible(page);
  const newer = page.locator('#newer');
  await expect(newer).toContainText(`Changed: ${titleOf(edition.page)}`);
  await expect(newer.getByRole('listitem')).toHaveCount(2);
  await page.goto('/learn');
  await expectAccessible(page);
  await learner.follow(`${before.title}: see what changed`);
  await newer.getByRole('link', { name: `As it was (${titleOf(edition.page)})` }).click();
  await expectAt(page, { path: /\/as-it-was\//, h1: before.title, title: 'As it was' });
  await expect(page.locator(`#${edition.page}`)).toBeVisible();
  await expect(page.locator('main')).not.toContainText(edition.words);

  await learner.open();
  await takeTheRefresher(learner, past);
  await expectAccessible(page);
  await learner.follow('Your certificate');
  await expect(page.locator('.certificate-module')).toHaveText(`${before.title}: refresher`);
  await expect(page.locator('.certificate')).toContainText(
    `${refresher.version}: what changed since version ${before.version}`,
  );
  await expectAccessible(page);
  const code =
    /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(
      (await page.locator('.certificate').textContent()) ?? '',
    )?.[0] ?? '';
  await page.goto(`/verify/${code}`);
  await expect(page.locator('main')).toContainText('a refresher');
  await page.goto('/account/record');
  await expect(page.getByRole('heading', { name: `${before.title}: refresher` })).toBeVisible();
  await expect(page.getByRole('heading', { name: before.title, exact: true })).toBeVisible();

  const lead = await visit(someone(world, { role: 'lead' }));
  await lead.goto('/lead');
  const cell = lead.getByRole('row', { name: ta.name });
  await expect(cell).toContainText(`refresher of version ${refresher.version}`);
  await expectAccessible(lead);

  const head = await visit(someone(world, { role: 'head' }));
  await head.goto(`/evidence?module=${before.slug}`);
  await expect(head.getByRole('row', { name: team })).toContainText('2 of 3');
  await expect(head.locator('main')).toContainText(
    'By the newest version that each person trained',
  );
  await expectAccessible(head);
  const csv = readFileSync(await download(head, /spreadsheet/));
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
  const mine = rows.filter((row) => row.name === ta.name);
  expect(mine.map((row) => [row.content_version, row.content_hash, row.status]).sort()).toEqual([
    [String(before.version), before.contentHash, 'current'],
    [String(refresher.version), refresher.contentHash, 'current'],
  ]);
  expect(mine.find((row) => row.cpd_type === 'refresher')).toMatchObject({
    content_version: String(refresher.version),
    published_minutes: String(refresher.minutes),
  });
  const zip = await download(head, /proof/);
  const said = execFileSync('npm', ['run', '--silent', 'verify-record', '--', zip], { cwd: root });
  expect(said.toString()).toContain('Everything fits');
});

test('it works with JavaScript off, a first not yet included', async ({ visit, past }) => {
  const { edition, refresher } = past;
  const learner = new Learner(await visit(past.other, { javaScriptEnabled: false }), refresher);
  await meetTheOffer(learner.page);
  await learner.press(/^Start the refresher, about/);
  await learner.goFromHere();
  await learner.doPage(edition.page);
  await learner.takeQuiz((q) => (q.kind === 'sort' ? q.statements.map(() => 0) : [firstWrong(q)]));
  await expect(learner.page.locator('#result')).toContainText('Not yet');
  await learner.takeQuiz();
  await learner.goFromHere();
  await expect(learner.page.locator('#next')).toContainText('Your record keeps both completions');
  await expect(learner.page.getByRole('heading', { name: offered })).toHaveCount(0);
});

const firstWrong = (q: { options: { right: boolean }[] }) => q.options.findIndex((o) => !o.right);

test('whoever is part-way stays on their version, and hears of no other', async ({
  visit,
  past,
}) => {
  const page = await visit(past.partWay);
  await page.goto(`${overview}/${past.edition.page}`);
  await expect(page.locator('h1')).toHaveText(titleOf(past.edition.page));
  await expect(page.locator('main')).not.toContainText(past.edition.words);
  await page.goto(overview);
  await expect(page.locator('#newer')).toHaveCount(0);
  await page.goto('/learn');
  await expect(page.locator('main')).not.toContainText('Changed since you completed it');
});

async function download(page: Page, link: RegExp): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  return await (await coming).path();
}
