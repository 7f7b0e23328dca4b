import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { assignModule } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { startMailServer, type TestMailServer } from '~/messages/mail-server-for-test';
import { changeDetails } from '~/people/staff.server';
import { addDays, londonDate } from '~/record/london-date';
import { message, person } from '~db/schema';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { fromMenu } from './support/menu';
import { join, type Someone, someone, unique } from './support/people';
import { test as base, expect } from './support/test';
import { closeWorld, openWorld, type World } from './support/world';

const [module] = await modulesOnDisk();
const narrow = { width: 320, height: 640 };

/** One page in each state, 320 px wide, and axe. */
async function look(page: Page, javaScript: boolean): Promise<void> {
  if (!javaScript) return;
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${page.url()} is ${width} px wide`).toBeLessThanOrEqual(320);
  await expectAccessible(page);
}

/** Somebody who has joined and is asked for a module in a week. */
async function asked(world: World, name = `Robin ${unique()}`): Promise<Someone> {
  const { attune, lead } = world;
  const one = someone(world, { name });
  await join(world, one);
  const cohortId = createCohort(attune, lead, `Asked ${unique()}`);
  addToCohort(attune, lead, cohortId, [one.personId]);
  assignModule(attune, lead, {
    cohortId,
    module: module?.slug ?? '',
    dueOn: addDays(londonDate(Date.now()), 7),
    paidMinutes: 45,
    paidTime: 'Wednesday assembly time',
  });
  return one;
}

const messagesTo = (world: World, { personId }: Someone) =>
  world.attune.db.select().from(message).where(eq(message.personId, personId)).all();

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  base(
    `reminders are read first, somebody is left out, and the rest are handed over, ${how}`,
    async ({ visit, world }) => {
      const [one, other] = [await asked(world), await asked(world)];
      const page = await visit(someone(world, { role: 'lead' }), {
        javaScriptEnabled,
        viewport: narrow,
      });
      await page.goto('/lead');
      await fromMenu(page, 'Reminders');
      const mine = page.locator('.reminders > li', { hasText: one.name });
      await expect(mine).toContainText(module?.title ?? '');
      await mine.locator('summary').click();
      await expect(mine).toContainText('Time you are paid for it: 45 minutes');
      await look(page, javaScriptEnabled);
      await page.getByLabel(`Leave ${other.name} out this week`).check();
      await page.getByRole('button', { name: 'Write them' }).click();
      await expect(page.locator('h1')).toHaveText('Outbox');
      await expect(page.getByText(/(is|are) ready to print or copy/)).toBeVisible();
      expect(messagesTo(world, one)).toHaveLength(1);
      expect(messagesTo(world, other)).toEqual([]);
      await look(page, javaScriptEnabled);

      await page.getByRole('link', { name: /^Open (it|them)$/ }).click();
      await expect(page.getByRole('region', { name: `Message to ${one.name}` })).toContainText(
        'Hello Robin',
      );
      await look(page, javaScriptEnabled);
      await page.getByRole('link', { name: `Copy or send the one to ${one.name}` }).click();
      await expect(page.locator('h1')).toHaveText(`To ${one.name}`);
      await look(page, javaScriptEnabled);
      await page.getByRole('button', { name: 'I have handed it over' }).click();
      await expect(page.getByText('marked as handed over')).toBeVisible();
      expect(messagesTo(world, one)).toMatchObject([{ state: 'handed over' }]);

      await page.goto('/lead/reminders');
      await expect(page.locator('.reminders > li', { hasText: one.name })).toHaveCount(0);
      await page.getByText(/this week, and why/).click();
      await expect(page.locator('main')).toContainText(`${one.name}: has this week’s already`);
    },
  );

  base(
    `a day and an hour are chosen, and the page says when reminders go next, ${how}`,
    async ({ visit, world }) => {
      const page = await visit(someone(world, { role: 'lead' }), {
        javaScriptEnabled,
        viewport: narrow,
      });
      await page.goto('/lead/reminders');
      await page.getByLabel('Day', { exact: true }).selectOption('3');
      await page.getByLabel('From', { exact: true }).selectOption('10');
      await page.getByLabel('On Fridays').check();
      await page.locator('#schedule').getByRole('button', { name: 'Save' }).click();
      await expect(page.locator('#schedule')).toContainText(/next written on Wednesday .*, 10:00/);
      await expect(page.getByLabel('On Fridays')).toBeChecked();
      await look(page, javaScriptEnabled);
      await page.getByLabel('Day', { exact: true }).selectOption('0');
      await page.getByLabel('On Fridays').uncheck();
      await page.locator('#schedule').getByRole('button', { name: 'Save' }).click();
      await expect(page.locator('#schedule')).toContainText('and not otherwise');
    },
  );

  base(
    `tone and days are one’s own choice, and due dates go into one’s own calendar, ${how}`,
    async ({ visit, ask, world }) => {
      const one = await asked(world);
      const page = await visit(one, { javaScriptEnabled, viewport: narrow });
      await page.goto('/account');
      await page.getByRole('link', { name: 'Your reminders' }).click();
      await expect(page.getByLabel('Gently')).toBeChecked();
      await look(page, javaScriptEnabled);
      await page.getByLabel('Briefly').check();
      await page.getByLabel('Monday').uncheck();
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('That is how you will be reminded')).toBeVisible();
      await expect(page.getByLabel('Briefly')).toBeChecked();
      await expect(page.getByLabel('Monday')).not.toBeChecked();
      await expect(page.getByLabel('Tuesday')).toBeChecked();

      await page.goto('/learn');
      const link = page.getByRole('link', { name: 'Take these dates into your own calendar' });
      await expect(link).toHaveAttribute('href', '/account/due-dates.ics');
      const file = await (await ask(one)).get('/account/due-dates.ics');
      expect(file.headers()['content-type']).toContain('text/calendar');
      expect(await file.text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT/);
      const nobody = await (await ask(someone(world))).get('/account/due-dates.ics');
      expect(nobody.status()).toBe(404);
      expect(await nobody.text()).toContain('no due dates');
    },
  );
}

base(
  'with nobody chosen a link is made for nobody, and the page says what to do',
  async ({ visit, world }) => {
    const one = someone(world);
    const page = await visit(someone(world, { role: 'lead' }), { viewport: narrow });
    await page.goto('/lead/ways-in');
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
    await page.getByRole('button', { name: 'Write each a link' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose at least one person');
    expect(messagesTo(world, one)).toEqual([]);
  },
);

const test = base.extend<object, { mail: TestMailServer; world: World }>({
  mail: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture asks for from its pattern.
    async ({}, use) => {
      const mail = await startMailServer();
      await use(mail);
      await mail.close();
    },
    { scope: 'worker' },
  ],
  world: [
    async ({ mail }, use) => {
      const world = await openWorld(undefined, {
        SMTP_URL: `smtp://127.0.0.1:${mail.mail.port}`,
        MAIL_FROM: 'Hazel Bank <cpd@hazel.example>',
      });
      await use(world);
      await closeWorld(world);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';

  test(`a link to join is e-mailed from somebody’s page, and lets them in, ${how}`, async ({
    visit,
    world,
    mail,
  }) => {
    const one = someone(world);
    const page = await visit(someone(world, { role: 'lead' }), { javaScriptEnabled });
    await page.goto(`/lead/people/${one.personId}`);
    await page.getByRole('button', { name: 'E-mail them a link' }).click();
    await expect(page.getByText('One link is on the way')).toBeVisible();
    await expect.poll(() => mail.arrived.filter(({ to }) => to === one.email).length).toBe(1);
    await expect.poll(() => messagesTo(world, one)[0]?.state).toBe('sent');
    await page.getByRole('link', { name: one.name }).click();
    await expect(page.locator('main')).toContainText('Sent');
    await expect(page.locator('main')).toContainText('no longer kept');

    const raw = mail.arrived.find(({ to }) => to === one.email)?.raw ?? '';
    const code = /\/join\/([A-Z0-9-]+)/.exec(raw)?.[1] ?? '';
    const theirs = await visit(null, { javaScriptEnabled });
    await theirs.goto(`/join/${code}`);
    await theirs.getByLabel('Choose a password').fill('some four plain words');
    await theirs.getByRole('button', { name: 'Set my password' }).click();
    await expect(theirs).toHaveURL(/\/learn$/);
    const row = world.attune.db.select().from(person).where(eq(person.id, one.personId)).get();
    expect(row?.joinedAt).not.toBeNull();
  });

  test(`a link does not go to an address that was changed after the page was opened, ${how}`, async ({
    visit,
    world,
    mail,
  }) => {
    const one = someone(world);
    const office = { ...someone(world, { role: 'office' }), role: 'office' as const };
    const page = await visit(someone(world, { role: 'lead' }), {
      javaScriptEnabled,
      viewport: narrow,
    });
    await page.goto(`/lead/people/${one.personId}`);
    const email = `moved.${one.email}`;
    changeDetails(world.attune, office, one.personId, {
      ...{ name: one.name, email, staffNumber: null, roleGroup: 'teaching assistant' },
      ...{ contract: 'permanent', teams: [], startDate: '2026-01-05' },
    });
    await page.getByRole('button', { name: 'E-mail them a link' }).click();
    await expect(page.getByRole('alert')).toContainText(`and is ${email} now`);
    await expect(page.locator('main')).toContainText(/changed on .* by the school office/);
    await look(page, javaScriptEnabled);
    expect(messagesTo(world, one)).toEqual([]);
    await page.goto('/lead/ways-in');
    await expect(page.getByLabel(one.name)).not.toBeChecked();
    await page.goto(`/lead/people/${one.personId}`);
    await expect(page.locator('main')).toContainText('check with them first');
    await page.getByRole('button', { name: 'E-mail them a link' }).click();
    await expect(page.getByText('One link is on the way')).toBeVisible();
    await expect.poll(() => mail.arrived.filter(({ to }) => to === email).length).toBe(1);
  });

  test(`links go to everyone who has not joined, at once; one that was refused can go again, ${how}`, async ({
    visit,
    world,
    mail,
  }) => {
    const people = [someone(world), someone(world), someone(world)];
    mail.fault = { step: 'RCPT TO', how: 'says 5xx' };
    const page = await visit(someone(world, { role: 'lead' }), {
      javaScriptEnabled,
      viewport: narrow,
    });
    await page.goto('/lead/people');
    await page.getByRole('link', { name: 'Links to join' }).click();
    await look(page, javaScriptEnabled);
    await page.getByRole('button', { name: 'E-mail each a link' }).click();
    await expect(page.getByText('are on the way')).toBeVisible();
    const states = () => people.map((one) => messagesTo(world, one)[0]?.state);
    await expect.poll(states).toEqual(['refused', 'refused', 'refused']);
    mail.fault = null;
    const [one] = people as [Someone];
    await page.goto('/lead/outbox');
    await expect(page.locator('main')).toContainText('It said: “550 never”');
    await look(page, javaScriptEnabled);
    await page.getByRole('link', { name: one.name }).click();
    await page.getByRole('button', { name: 'Send it again' }).click();
    await expect(page.getByText('It goes again within a minute.')).toBeVisible();
    await expect.poll(() => messagesTo(world, one)[0]?.state).toBe('sent');
    expect(mail.arrived.filter(({ to }) => to === one.email)).toHaveLength(1);
  });
}
