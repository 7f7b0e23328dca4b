import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { modulesOnDisk } from './support/content';
import { fromMenu } from './support/menu';
import { someone, unique } from './support/people';
import { expect, test } from './support/test';
import { whoToTell } from './support/world';

const [module] = await modulesOnDisk();
if (!module) throw new Error('There is no module to walk');
const start = '/lead/before-you-start';

test('“Looking after yourself” is one press away from every page, and reads at 320 px', async ({
  visit,
  world,
}) => {
  const page = await visit(someone(world), { viewport: { width: 320, height: 640 } });
  for (const from of ['/learn', `/learn/${module.slug}`, '/account']) {
    await page.goto(from);
    await page.locator('footer').getByRole('link', { name: 'Looking after yourself' }).click();
    await expectAt(page, { path: '/guide/looking-after-yourself', h1: 'Looking after yourself' });
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});

test('every guide opens for whom it is, and those for leads are refused to others in words', async ({
  ask,
  world,
}) => {
  const [ta, lead] = [await ask(someone(world)), await ask(someone(world, { role: 'lead' }))];
  const guides = world.attune.course.guides();
  expect(guides.map(({ audience }) => audience)).toEqual(
    expect.arrayContaining(['learners', 'leads']),
  );
  for (const { id, audience } of guides) {
    expect.soft((await lead.get(`/guide/${id}`)).status(), id).toBe(200);
    for (const url of [`/guide/${id}`, `/guide/${id}.data`]) {
      const answer = await ta.get(url);
      expect.soft(answer.status(), url).toBe(audience === 'leads' ? 403 : 200);
      if (audience === 'leads')
        expect.soft(await answer.text()).toContain('your account does not have that role');
    }
  }
  expect((await ta.get('/guide/no-such-guide')).status()).toBe(404);
});

for (const javaScriptEnabled of [true, false]) {
  test(`what will not change is written by the head and read by staff, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const words = `Safety first.\nTraining is in paid time. ${unique()} <&>`;
    const page = await visit(someone(world, { role: 'head' }), {
      javaScriptEnabled,
      viewport: { width: 320, height: 640 },
    });
    await page.goto('/evidence');
    await fromMenu(page, 'Before you start');
    await expectAt(page, { path: start, h1: 'Before you start' });
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('In your school’s words').fill(words);
    await page.getByRole('button', { name: 'Save what will not change' }).click();
    await expect(page.locator('main')).toContainText('All staff can read it from now on');
    await expect(page.getByLabel('In your school’s words')).toHaveValue(words);

    await page.getByLabel('How many people').fill('30');
    await page.getByLabel('Pounds for an hour').fill('£20');
    await page.getByRole('button', { name: 'Work it out' }).click();
    const minutes = world.attune.course.modules().reduce((sum, one) => sum + one.minutes, 0);
    const hours = Math.ceil((minutes * 30) / 60);
    await expect(page.locator('#hours')).toContainText(
      `30 people: about ${hours} paid hours in all, about £${(hours * 20).toLocaleString('en-GB')}.`,
    );
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);

    const learner = await visit(someone(world), { javaScriptEnabled });
    await learner.goto(`/learn/${module.slug}`);
    await expect(learner.getByText('Training is in paid time.')).toBeVisible();
    // What is to be known beforehand stands before the button, the content note too.
    const read = (await learner.locator('main').innerText()).replace(/\s+/g, ' ');
    const button = read.indexOf('I know this already');
    expect(read.indexOf('Before you start')).toBeGreaterThan(0);
    expect(read.indexOf('Before you start')).toBeLessThan(button);
    expect(read.indexOf('What will not change here')).toBeLessThan(button);
  });
}

test('slides, the e-mail and the templates know whom to tell, the head and the school', async ({
  ask,
  visit,
  world,
}) => {
  const lead = someone(world, { role: 'lead' });
  const page = await visit(lead);
  await page.goto(start);
  await page.getByText('The e-mail to staff').click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Slides for staff' }).click();
  await expectAt(page, { path: `${start}/slides`, h1: 'Slides for staff' });
  await expect(page.locator('.slide')).toHaveCount(5);
  await expect(page.locator('.slide').last()).toContainText(whoToTell.safeguardingLead.name);
  await expectAccessible(page);

  const request = await ask(lead);
  const email = await (await request.get(`${start}/email.txt`)).text();
  expect(email).toContain(whoToTell.safeguardingLead.phone);
  expect(email).toContain(`${world.origin}/guide/looking-after-yourself`);
  expect(email).not.toMatch(/<\w/);
  for (const name of ['privacy-notice.txt', 'dpia.txt']) {
    const file = await request.get(`${start}/templates/${name}`);
    expect(file.headers()['content-disposition']).toContain(name);
    const text = await file.text();
    expect(text).toContain('not legal advice');
    expect(text).toContain('References');
    if (name === 'privacy-notice.txt') expect(text).toContain(world.schoolName);
    expect(text).not.toMatch(/<\/\w|undefined/);
  }
});
