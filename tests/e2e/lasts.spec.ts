import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { saveSchoolDates, schoolDatesOf } from '~/cohorts/school-calendar.server';
import { readPractices } from '~/course/practices.server';
import { readCommitment } from '~/learning/commitment.server';
import { startRecall } from '~/learning/recall.server';
import { followUp, leave, practiceLog, recallItem, session } from '~db/schema';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { completedAgo } from './support/past';
import { signInAs, someone, unique } from './support/people';
import { bankItem, mark, rightPick, wrongPick } from './support/picks';
import { enrolmentsOf, verbsOf } from './support/rows';
import { explanations, giveaways } from './support/secrets';
import { expect, test } from './support/test';
import type { World } from './support/world';

const modules = await modulesOnDisk();
const [module] = modules;
const { lists } = await readPractices('content');
if (!module || !lists) throw new Error('There is no module, or no lists of practices');

/** A school week and a bit, and eight of them and a bit: with no term dates entered, weekdays count. */
const aWeekAgo = 8;
const eightWeeksAgo = 60;
const narrow = { width: 320, height: 640 };

async function look(page: Page, javaScript: boolean): Promise<void> {
  if (!javaScript) return;
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${page.url()} is ${width} px wide`).toBeLessThanOrEqual(320);
  await expectAccessible(page);
}

const rowsOf = (world: World, enrolmentId: string) =>
  world.attune.db.select().from(recallItem).where(eq(recallItem.enrolmentId, enrolmentId)).all();

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  // Every module with JavaScript on; off, one is enough, for the page is the same.
  for (const asked of javaScriptEnabled ? modules : [module]) {
    test(`${asked.title}: three questions come back a school week later, each explained at once, ${how}`, async ({
      visit,
      world,
    }) => {
      const ta = someone(world);
      completedAgo(world, ta, asked.slug, aWeekAgo);
      const before = verbsOf(world, ta);
      const page = await visit(ta, { javaScriptEnabled, viewport: narrow });
      await page.goto('/learn');
      await expect(page.locator('main')).toContainText(`Three questions from ${asked.title}`);
      await look(page, javaScriptEnabled);
      await page.getByRole('button', { name: 'Have a go' }).click();
      for (const n of [1, 2, 3]) {
        await expect(page.locator('#item')).toContainText(`Question ${n} of\u00a03`);
        const id = await page.locator('#item input[name="id"]').inputValue();
        const row = rowsOf(world, enrolmentsOf(world, ta)[0]?.id ?? '').find((r) => r.id === id);
        const question = bankItem(asked, row?.item ?? '');
        if (n === 1) {
          await look(page, javaScriptEnabled);
          await page.getByRole('button', { name: 'See what we think' }).click();
          await expect(page.getByRole('alert')).toBeVisible();
        }
        await mark(
          page.locator('#item form'),
          question,
          n === 1 ? wrongPick(question) : rightPick(question),
        );
        await page.getByRole('button', { name: 'See what we think' }).click();
        await expect(page.locator('#explained')).toContainText(
          n === 1 ? 'worth a second look' : 'yes, that fits',
        );
        if (n === 1) await look(page, javaScriptEnabled);
        await page.getByRole('link', { name: n === 3 ? 'Back to Learn' : 'Next question' }).click();
      }
      await expect(page.locator('h1')).toContainText('Hello');
      await expect(page.getByText('When you have a moment')).toHaveCount(0);
      expect(verbsOf(world, ta)).toEqual(before);
    });
  }

  test(`put aside, the questions stay away; turned off in the account, nothing comes back, ${how}`, async ({
    visit,
    world,
  }) => {
    const [one, other] = [someone(world), someone(world)];
    for (const who of [one, other]) completedAgo(world, who, module.slug, eightWeeksAgo);
    const page = await visit(one, { javaScriptEnabled });
    await page.goto('/learn');
    await page.getByRole('button', { name: 'Not this time' }).click();
    await expect(page.getByRole('button', { name: 'Have a go' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^Did you try it/ })).toBeVisible();
    const theirs = await visit(other, { javaScriptEnabled });
    await theirs.goto('/account');
    await theirs.getByRole('button', { name: 'Turn them off' }).click();
    await expect(theirs.locator('#afterwards')).toContainText('You have turned off');
    await theirs.goto('/learn');
    await expect(theirs.getByText('When you have a moment')).toHaveCount(0);
  });

  test(`eight school weeks on, one’s own words come back as a question, ${how}`, async ({
    visit,
    world,
  }) => {
    const ta = someone(world);
    completedAgo(world, ta, module.slug, eightWeeksAgo);
    const enrolmentId = enrolmentsOf(world, ta)[0]?.id ?? '';
    const said = readCommitment(world.attune, ta.personId, enrolmentId)?.what ?? 'nothing';
    const words = `It's better. I sat with Tyrese & waited ${unique()}`;
    const page = await visit(ta, { javaScriptEnabled, viewport: narrow });
    await page.goto('/learn');
    await page.getByRole('link', { name: /^Did you try it/ }).click();
    await expect(page.locator('#follow-up')).toContainText(said);
    await look(page, javaScriptEnabled);
    await page.getByLabel('What happened?').fill(words);
    await page.getByRole('button', { name: 'Save for myself' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose one of the four');
    await page.getByLabel('In part').check();
    await page.getByRole('button', { name: 'Save for myself' }).click();
    await expect(page.getByText('Does this name a child?')).toBeVisible();
    await expect(page.getByLabel('What happened?')).toHaveValue(words);
    await look(page, javaScriptEnabled);
    await page.getByRole('button', { name: 'Save anyway' }).click();
    await expect(page.getByText('Saved. Thank you for looking back.')).toBeVisible();
    const [row] = world.attune.db
      .select()
      .from(followUp)
      .where(eq(followUp.enrolmentId, enrolmentId))
      .all();
    expect(row?.tried).toBe('in part');
    expect(row?.happened).not.toContain('Tyrese');
    await page.goto('/account/words');
    await expect(page.locator('main')).toContainText(words);
    await page
      .getByRole('button', { name: /^Delete/ })
      .last()
      .click();
    await expect(page.getByText('Deleted, for good.')).toBeVisible();
    await expect(page.locator('main')).not.toContainText(words);
  });

  test(`a note in the practice log asks about a name, loses no word and can be deleted, ${how}`, async ({
    visit,
    world,
  }) => {
    const ta = someone(world);
    const [practice] = lists.practices;
    const words = `I waited beside Tyrese for two minutes. ${unique()}`;
    const page = await visit(ta, { javaScriptEnabled, viewport: narrow });
    await page.goto('/learn');
    await page.getByRole('link', { name: /^Tried something/ }).click();
    await look(page, javaScriptEnabled);
    await page.getByLabel('A word for myself').fill(words);
    if (javaScriptEnabled) await expect(page.getByText('“Tyrese” may be a name.')).toBeVisible();
    await page.getByLabel('What I tried').selectOption(practice?.id ?? '');
    await page.getByLabel('Where').selectOption(lists.settings[0]?.id ?? '');
    await page.getByLabel('What next').selectOption(lists.next[0]?.id ?? '');
    await page.getByRole('button', { name: 'Note it' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose how it went.');
    await expect(page.getByLabel('A word for myself')).toHaveValue(words);
    await expect(page.getByLabel('What I tried')).toHaveValue(practice?.id ?? '');
    await look(page, javaScriptEnabled);
    await page.getByLabel(lists.went[0]?.title ?? '', { exact: true }).check();
    await page.getByRole('button', { name: 'Note it' }).click();
    await expect(page.getByText('Does this name a child?')).toBeVisible();

    // Whoever leaves it there finds it again as it was.
    await page.goto('/practice');
    await expect(page.getByLabel('A word for myself')).toHaveValue(words);
    await expect(page.getByLabel('What I tried')).toHaveValue(practice?.id ?? '');
    await page.getByRole('button', { name: 'Note it' }).click();
    await page.getByRole('button', { name: 'Save anyway' }).click();
    await expect(page.getByText('Noted.')).toBeVisible();
    await expect(page.getByLabel('A word for myself')).toHaveValue('');
    const mine = () =>
      world.attune.db.select().from(practiceLog).where(eq(practiceLog.personId, ta.personId)).all();
    expect(mine()).toHaveLength(1);
    expect(mine()[0]?.note).not.toContain('Tyrese');
    await expect(page.locator('main')).toContainText(words);
    await page.getByRole('button', { name: /^Delete: / }).click();
    await expect(page.getByText('Deleted, for good.')).toBeVisible();
    expect(mine()).toEqual([]);
  });

  test(`term dates are typed as people write them, mended where they cannot be read, and said back, ${how}`, async ({
    visit,
    world,
  }) => {
    const { attune, lead } = world;
    const page = await visit(someone(world, { role: 'lead' }), {
      javaScriptEnabled,
      viewport: narrow,
    });
    try {
      await page.goto('/lead/term-dates');
      await expect(page.locator('main')).toContainText('No dates are known yet');
      await look(page, javaScriptEnabled);
      const terms = 'Spring: Mon 4 January to Thu 25 March 2027\nSummer 12/04/27 - 21/07/27';
      await page.getByLabel('Terms, one a line').fill(terms);
      await page.getByLabel('Closed days within a term').fill('Half-term: 15 to 19 February');
      await page.getByRole('button', { name: 'Save the dates' }).click();
      await expect(page.getByRole('alert')).toContainText('has no year');
      await expect(page.getByLabel('Terms, one a line')).toHaveValue(terms);
      expect(schoolDatesOf(attune.db, lead.schoolId)).toEqual([]);
      await look(page, javaScriptEnabled);
      await page.getByLabel('Closed days within a term').fill('Half-term: 15 to 19 February 2027');
      await page.getByRole('button', { name: 'Save the dates' }).click();
      await expect(page.getByText('This is the year as it stands now.')).toBeVisible();
      await expect(page.locator('main')).toContainText(
        '4 January 2027 to 25 March 2027: 54 school',
      );
      await expect(page.getByLabel('Closed days within a term')).toHaveValue(
        /Early May bank holiday: 3 May 2027/,
      );
      await look(page, javaScriptEnabled);
    } finally {
      saveSchoolDates(attune, lead, []);
    }
  });

  test(`dates on leave are dates and nothing else, ${how}`, async ({ visit, world }) => {
    const member = someone(world);
    const page = await visit(someone(world, { role: 'lead' }), {
      javaScriptEnabled,
      viewport: narrow,
    });
    await page.goto(`/lead/people/${member.personId}`);
    await page.getByRole('link', { name: 'Dates away' }).click();
    await page.getByLabel('First day away').fill('2026-11-09');
    await page.getByLabel('Last day away').fill('2026-11-02');
    await page.getByRole('button', { name: 'Save these dates' }).click();
    await expect(page.getByRole('alert')).toContainText('before the first');
    await expect(page.getByLabel('First day away')).toHaveValue('2026-11-09');
    await look(page, javaScriptEnabled);
    await page.getByLabel('Last day away').fill('2026-11-20');
    await page.getByRole('button', { name: 'Save these dates' }).click();
    await expect(page.locator('main')).toContainText('9 November 2026 to 20 November 2026');
    const theirs = () =>
      world.attune.db.select().from(leave).where(eq(leave.personId, member.personId)).all();
    expect(theirs()).toMatchObject([{ startsOn: '2026-11-09', endsOn: '2026-11-20' }]);
    await look(page, javaScriptEnabled);
    await page.getByRole('button', { name: /^Take out/ }).click();
    await expect(page.getByText('None.')).toBeVisible();
    expect(theirs()).toEqual([]);
  });
}

test('no answer or explanation is sent before a question that came back is answered', async ({
  ask,
  world,
}) => {
  const ta = someone(world);
  completedAgo(world, ta, module.slug, aWeekAgo);
  const request = await ask(ta);
  const secrets = explanations(module);
  const urls = ['/recall', '/recall.data', '/recall.data?_routes=pages%2Flearn%2Frecall', '/learn'];
  const none = async () => {
    for (const url of urls) {
      const body = await (await request.get(url)).text();
      expect(giveaways.exec(body)?.[0], url).toBeUndefined();
      expect(secrets.filter(({ words }) => body.includes(words))).toEqual([]);
    }
  };
  await none();
  expect(rowsOf(world, enrolmentsOf(world, ta)[0]?.id ?? '')).toEqual([]);
  startRecall(world.attune, ta);
  await none();
});

test('an idle sign-out on the way keeps what was picked and typed in the practice log', async ({
  visit,
  world,
}) => {
  const ta = someone(world);
  const words = `Two chairs, side by side ${unique()}`;
  const page = await visit(ta, { sharedDevice: true });
  await page.goto('/practice');
  await page.getByLabel('Where').selectOption(lists.settings[1]?.id ?? '');
  await page.getByLabel('A word for myself').fill(words);
  world.attune.db
    .update(session)
    .set({ expiresAt: Math.floor(Date.now() / 1000) - 5 })
    .where(eq(session.personId, ta.personId))
    .run();
  await page.getByRole('button', { name: 'Note it' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=.*kept=1/);
  await signInAs(page.context(), world, ta);
  await page.goto('/practice');
  await expect(page.getByLabel('A word for myself')).toHaveValue(words);
  await expect(page.getByLabel('Where')).toHaveValue(lists.settings[1]?.id ?? '');
});
