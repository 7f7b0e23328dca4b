import { eq } from 'drizzle-orm';
import { startModule } from '~/learning/start.server';
import { contentReport, session, signOff } from '~db/schema';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { modulesOnDisk } from './support/content';
import { signInAs, someone, unique } from './support/people';
import { expect, test } from './support/test';

const [module] = await modulesOnDisk();
const first = module?.pages[0];
if (!module || !first) throw new Error('There is no module to walk');
const here = `/learn/${module.slug}/${first.id}`;
const form = `/something-wrong/${module.slug}/${first.id}`;

for (const javaScriptEnabled of [true, false]) {
  test(`a report goes unnamed to the lead, and the answer comes back to the page, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const [ta, lead] = [someone(world), someone(world, { role: 'lead' })];
    const words = `The second line <b>& “one” word</b> ${unique()}`;
    const said = `Mended on Friday ${unique()}`;
    startModule(world.attune, ta, { module: module.slug });
    const page = await visit(ta, { javaScriptEnabled, viewport: { width: 320, height: 640 } });
    await page.goto(here);
    await page.getByText('Something wrong here?').click();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('In your own words').fill(words);
    await page.getByRole('button', { name: 'Send it to the lead' }).click();

    await expectAt(page, { path: form, h1: 'Something wrong here?' });
    await expect(page.getByRole('alert')).toContainText('Choose what is wrong.');
    await expect(page.getByLabel('In your own words')).toHaveValue(words);
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('I cannot understand it').check();
    await page.getByRole('button', { name: 'Send it to the lead' }).click();
    await expectAt(page, { path: `${here}?reported=1`, h1: first.title });
    await expect(page.getByText('Sent to your lead. Thank you.')).toBeVisible();

    const leads = await visit(lead, { javaScriptEnabled });
    await leads.goto('/lead/reports');
    if (javaScriptEnabled) await expectAccessible(leads);
    const report = world.attune.db
      .select()
      .from(contentReport)
      .where(eq(contentReport.page, first.id))
      .all()
      .at(-1);
    await leads.goto(`/lead/reports/${report?.id}`);
    await expect(leads.locator('main')).toContainText(words);
    await expect(leads.locator('main')).toContainText('Somebody who stays unnamed');
    await expect(leads.locator('main')).not.toContainText(ta.name);
    await leads.getByLabel('Your answer to staff').fill(said);
    if (javaScriptEnabled) await expectAccessible(leads);
    await leads.getByRole('button', { name: 'Close the report' }).click();
    await expect(leads.locator('main')).toContainText('The report is closed.');

    const other = someone(world);
    startModule(world.attune, other, { module: module.slug });
    const theirs = await visit(other, { javaScriptEnabled });
    await theirs.goto(here);
    await theirs.getByText('Something wrong here?').click();
    await expect(theirs.locator('#something-wrong')).toContainText(said);
    await expect(theirs.locator('#something-wrong')).not.toContainText(words);
  });
}

test('what was typed in a report is kept when the session ends, and open when one is back', async ({
  visit,
  world,
}) => {
  const ta = someone(world);
  const words = `Half a sentence ${unique()}`;
  const page = await visit(ta);
  await page.goto(form);
  await page.getByLabel('Something else').check();
  await page.getByLabel('In your own words').fill(words);
  world.attune.db
    .update(session)
    .set({ endedAt: Date.now() })
    .where(eq(session.personId, ta.personId))
    .run();
  await page.getByRole('button', { name: 'Send it to the lead' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signInAs(page.context(), world, ta);
  await page.goto(form);
  await expect(page.getByLabel('In your own words')).toHaveValue(words);
  await expect(page.getByLabel('Something else')).toBeChecked();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a version is signed, learners on it can read by whom, and it can be taken back, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const name = `Dr ${unique()}`;
    const page = await visit(someone(world, { role: 'head' }), { javaScriptEnabled });
    await page.goto(`/read/${module.slug}`);
    await page.getByLabel('Who read it').fill('educational psychologist');
    await page.getByLabel('Their name, as they want it shown').fill(name);
    await page.getByLabel('What they read it for').fill('accuracy');
    await page.getByLabel('Read whole, with these remarks').check();
    await page.getByLabel('The reader signed it on paper').check();
    await page.getByRole('button', { name: 'Sign this version' }).click();
    await expect(page.getByRole('alert')).toContainText('Write what the remarks are.');
    await expect(page.getByLabel('Their name, as they want it shown')).toHaveValue(name);
    await page.getByLabel('Read whole and found fit to use').check();
    await page.getByRole('button', { name: 'Sign this version' }).click();
    await expect(page.locator('main')).toContainText('This version is signed.');

    const learner = await visit(someone(world), { javaScriptEnabled });
    await learner.goto(`/learn/${module.slug}`);
    await expect(learner.locator('main')).toContainText(`Read whole by ${name}`);

    await page.getByRole('button', { name: new RegExp(`Take back: .*${name}`) }).click();
    await expect(page.locator('main')).toContainText('It is taken back');
    await learner.goto(`/learn/${module.slug}`);
    await expect(learner.locator('main')).not.toContainText(name);
    const rows = world.attune.db.select().from(signOff).where(eq(signOff.name, name)).all();
    expect(rows).toMatchObject([{ contentHash: module.contentHash, recordedFor: 'on paper' }]);
  });
}
