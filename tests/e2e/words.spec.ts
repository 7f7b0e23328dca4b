import { eq } from 'drizzle-orm';
import { startModule } from '~/learning/start.server';
import { draft, session } from '~db/schema';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { signInAs, someone, unique } from './support/people';
import { commitmentsOf } from './support/rows';
import { expect, test } from './support/test';

/** What firewalls, templates and databases stumble over, and ten thousand characters of it. */
const awkward = [
  `It's Zoë's "turn" – don't 'fix' it; select from where drop table person; --`,
  '<script>alert(1)</script> & <b>bold</b> &amp; {{7*7}} #{7*7} %00 \\n 100 %',
  '👩🏽‍🏫 🧡 naïve Ł ß 中文 עברית',
  '=1+1, @me, +44 1632 960 000',
].join('\n');
const long = `${awkward}\n${'Ten thousand letters, and not one of them lost. '.repeat(250)}`.slice(
  0,
  10_000,
);

const modules = await modulesOnDisk();
type Page = (typeof modules)[number]['pages'][number];

/** A check on the page that is answered by picking. */
function pickedCheckOn({ segments }: Page): string | undefined {
  for (const s of segments)
    if (s.type === 'check' && s.question.kind !== 'sort') return s.question.id;
}
const withCommit = modules.flatMap(({ slug, pages }) =>
  pages.filter((p) => p.segments.some((s) => s.type === 'commit')).map(({ id }) => ({ slug, id })),
);
const withReflect = modules.flatMap(({ slug, pages }) =>
  pages.flatMap((page) =>
    page.segments.flatMap((s) =>
      s.type === 'reflect' ? [{ slug, page: page.id, ...s, check: pickedCheckOn(page) }] : [],
    ),
  ),
);
const [commitAt] = withCommit;
const reflectAt = withReflect.find(({ check }) => check !== undefined);
if (!commitAt || !reflectAt?.check) throw new Error('No module asks for words');
const checkAt = reflectAt.check;
const commitPath = `/learn/${commitAt.slug}/${commitAt.id}`;
const reflectPath = `/learn/${reflectAt.slug}/${reflectAt.page}`;

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test(`more than a box keeps is said, and stays to be shortened, ${how}`, async ({
    visit,
    world,
  }) => {
    const ta = someone(world);
    startModule(world.attune, ta, { module: reflectAt.slug });
    const page = await visit(ta, { javaScriptEnabled });
    await page.goto(reflectPath);
    const box = page.locator(`textarea[name="words-${reflectAt.id}"]`);
    const much = 'x'.repeat(120_000);
    await box.fill(much);
    await page.getByRole('button', { name: 'Save for myself' }).click();
    await expect(page.getByRole('alert')).toContainText('This is 120,000 characters long');
    await expect(box).toHaveValue(much);
    await box.fill(long);
    await page.getByRole('button', { name: 'Save for myself' }).click();
    await expect(page.getByText('Saved. Only you can read it here.')).toBeVisible();
    await expect(box).toHaveValue(long);
  });

  test(`words not saved yet outlast a check that is answered on the same page, ${how}`, async ({
    visit,
    world,
  }) => {
    const ta = someone(world);
    startModule(world.attune, ta, { module: reflectAt.slug });
    const page = await visit(ta, { javaScriptEnabled });
    await page.goto(reflectPath);
    const box = page.locator(`textarea[name="words-${reflectAt.id}"]`);
    await box.fill('A half-finished thought.');
    const check = page.locator(`#check-${checkAt}`);
    await check.getByRole('button', { name: 'See what we think' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(box).toHaveValue('A half-finished thought.');
    await check.getByRole('radio').or(check.getByRole('checkbox')).first().check();
    await check.getByRole('button', { name: 'See what we think' }).click();
    await expect(page.locator(`#feedback-${checkAt}`)).toBeVisible();
    await expect(box).toHaveValue('A half-finished thought.');
    await page.goto(reflectPath);
    await expect(box).toHaveValue('A half-finished thought.');
  });

  test(`10,000 awkward characters of reflection come back as typed, ${how}`, async ({
    visit,
    world,
  }) => {
    const ta = someone(world);
    startModule(world.attune, ta, { module: reflectAt.slug });
    const page = await visit(ta, { javaScriptEnabled });
    await page.goto(reflectPath);
    const box = page.locator(`textarea[name="words-${reflectAt.id}"]`);
    await box.fill(long);
    await page.getByRole('button', { name: 'Save for myself' }).click();
    await expect(page.getByText('Saved. Only you can read it here.')).toBeVisible();
    await expect(box).toHaveValue(long);
    await page.goto(reflectPath);
    await expect(box).toHaveValue(long);
    await page.goto('/account/words');
    const shown = await page.locator('main').textContent();
    expect(shown).toContain(long);
    const stored = world.attune.db.$client
      .prepare('select text from reflection where person_id = ?')
      .pluck()
      .get(ta.personId);
    expect(String(stored)).not.toContain('letters');
  });

  test(`so do the words of one thing I will do, ${how}`, async ({ visit, world }) => {
    const ta = someone(world);
    startModule(world.attune, ta, { module: commitAt.slug });
    const page = await visit(ta, { javaScriptEnabled });
    await page.goto(commitPath);
    await page.getByLabel('What I will do').fill(long);
    await page.getByLabel('When').fill(`Monday's "maths" 🧡`);
    await page.getByRole('button', { name: 'I will do this' }).click();
    await expect(page).not.toHaveURL(new RegExp(`${commitAt.id}$`));
    await page.goto(commitPath);
    await expect(page.getByLabel('What I will do')).toHaveValue(long);
    await expect(page.getByLabel('When')).toHaveValue(`Monday's "maths" 🧡`);
    expect(commitmentsOf(world, ta)).toHaveLength(1);
  });

  test(`an empty commitment says what to mend and keeps the rest, ${how}`, async ({
    visit,
    world,
  }) => {
    const ta = someone(world);
    startModule(world.attune, ta, { module: commitAt.slug });
    const page = await visit(ta, { javaScriptEnabled });
    await page.goto(commitPath);
    await page.getByLabel('What I will do').fill('   ');
    await page.getByLabel('When').fill('Tuesday, in phonics');
    await page.getByRole('button', { name: 'I will do this' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('When')).toHaveValue('Tuesday, in phonics');
    await expect(page.getByLabel('What I will do')).toHaveAttribute('aria-invalid', 'true');
    if (javaScriptEnabled) {
      await expect(page.getByRole('alert')).toBeFocused();
      await expectAccessible(page);
    }
    expect(commitmentsOf(world, ta)).toEqual([]);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`words not saved yet go along with Continue, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const ta = someone(world);
    startModule(world.attune, ta, { module: reflectAt.slug });
    const page = await visit(ta, { javaScriptEnabled });
    await page.goto(reflectPath);
    const box = page.locator(`textarea[name="words-${reflectAt.id}"]`);
    await box.fill('Half a thought, and on');
    await page.getByRole('button', { name: /^Continue/ }).click();
    await expect(page).not.toHaveURL(new RegExp(`${reflectPath}$`));
    await page.goto(reflectPath);
    await expect(box).toHaveValue('Half a thought, and on');
    await expect(page.getByText('Saved. Only you can read it here.')).toHaveCount(0);
  });
}

test('words typed a moment before following a link are kept', async ({ visit, world }) => {
  const ta = someone(world);
  startModule(world.attune, ta, { module: reflectAt.slug });
  const page = await visit(ta);
  await page.goto(reflectPath);
  const box = page.locator(`textarea[name="words-${reflectAt.id}"]`);
  await box.fill('The bell went');
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await expect(page).toHaveURL(/\/learn$/);
  await expect
    .poll(
      () =>
        world.attune.db.select().from(draft).where(eq(draft.personId, ta.personId)).all().length,
    )
    .toBe(1);
  await page.goto(reflectPath);
  await expect(box).toHaveValue('The bell went');
});

test('what is being typed is kept a moment later, and is there on another device', async ({
  visit,
  world,
}) => {
  const ta = someone(world);
  startModule(world.attune, ta, { module: commitAt.slug });
  const words = `Half a thought ${unique()}`;
  const page = await visit(ta);
  await page.goto(commitPath);
  await page.getByLabel('What I will do').pressSequentially(words);
  await expect(page.getByText(/^Saved at \d/)).toBeVisible();
  const other = await visit(ta);
  await other.goto(commitPath);
  await expect(other.getByLabel('What I will do')).toHaveValue(words);
  const rows = world.attune.db.select().from(draft).where(eq(draft.personId, ta.personId)).all();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.fields).not.toContain(words);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBeLessThan(2);
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(stored).not.toContain('thought');
});

test('an idle sign-out on the way loses nothing that was typed', async ({ visit, world }) => {
  const ta = someone(world);
  startModule(world.attune, ta, { module: commitAt.slug });
  const words = `It's the "whole" thought ${unique()}`;
  const page = await visit(ta, { sharedDevice: true });
  await page.goto(commitPath);
  await page.getByLabel('What I will do').fill(words);
  world.attune.db
    .update(session)
    .set({ expiresAt: Math.floor(Date.now() / 1000) - 5 })
    .where(eq(session.personId, ta.personId))
    .run();
  await page.getByRole('button', { name: 'I will do this' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=.*kept=1/);
  expect(commitmentsOf(world, ta)).toEqual([]);
  await signInAs(page.context(), world, ta);
  await page.goto(commitPath);
  await expect(page.getByLabel('What I will do')).toHaveValue(words);
  await page.getByRole('button', { name: 'I will do this' }).click();
  await expect(page).not.toHaveURL(new RegExp(`${commitAt.id}$`));
  expect(commitmentsOf(world, ta)).toHaveLength(1);
});

test('one’s words can be deleted, and nobody else’s list holds them', async ({ visit, world }) => {
  const ta = someone(world);
  startModule(world.attune, ta, { module: reflectAt.slug });
  const words = `Only mine ${unique()}`;
  const page = await visit(ta);
  await page.goto(reflectPath);
  await page.locator(`textarea[name="words-${reflectAt.id}"]`).fill(words);
  await page.getByRole('button', { name: 'Save for myself' }).click();
  await expect(page.getByText('Saved. Only you can read it here.')).toBeVisible();
  const lead = await visit(someone(world, { role: 'lead' }));
  for (const path of ['/account/words', '/lead', `/lead/people/${ta.personId}`]) {
    await lead.goto(path);
    await expect(lead.locator('body')).not.toContainText(words);
  }
  await page.goto('/account/words');
  await expect(page.locator('main')).toContainText(words);
  await expectAccessible(page);
  // No draft of them is made as their page is left: deleted, they are nowhere.
  await page.getByRole('button', { name: 'Delete' }).first().click();
  await expect(page.locator('main')).not.toContainText(words);
  const left = world.attune.db.$client
    .prepare('select count(*) from reflection where person_id = ?')
    .pluck()
    .get(ta.personId);
  expect(left).toBe(0);
});
