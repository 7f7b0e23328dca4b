import { createCohort } from '~/cohorts/cohorts.server';
import { saveSchoolDates, schoolDatesOf } from '~/cohorts/school-calendar.server';
import { readStaffMember } from '~/people/staff-list.server';
import { addDays, londonDate } from '~/record/london-date';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { fromMenu } from './support/menu';
import { someone, unique } from './support/people';
import { expect, test } from './support/test';

const day = (date: string) => date.replaceAll('-', '');

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}, 320 px wide`;
  const options = { javaScriptEnabled, viewport: { width: 320, height: 640 } };

  test(`a lead renames a team, and is asked before two become one, ${how}`, async ({
    visit,
    world,
  }) => {
    const { attune, lead } = world;
    const [owls, wrens] = [`Owls ${unique()}`, `Wrens ${unique()}`];
    const one = someone(world, { teams: [owls] });
    const other = someone(world, { teams: [wrens] });
    const teamsOf = ({ personId }: { personId: string }) =>
      readStaffMember(attune.db, lead.schoolId, personId).teams;
    const page = await visit(someone(world, { role: 'lead' }), options);
    await page.goto('/lead');
    await fromMenu(page, 'Settings');
    await expectAt(page, { path: '/lead/settings', h1: 'Settings' });
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('link', { name: 'Teams', exact: true }).click();
    await page.getByRole('button', { name: 'Save the new name' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose a team.');
    await page.getByLabel('Team', { exact: true }).selectOption(owls);
    await page.getByLabel('New name').fill('Owls, and Wrens');
    await page.getByRole('button', { name: 'Save the new name' }).click();
    await expect(page.getByRole('alert')).toContainText('no comma or semicolon');
    await page.getByLabel('New name').fill(wrens.toUpperCase());
    await page.getByRole('button', { name: 'Save the new name' }).click();
    await expect(page.getByRole('alert')).toContainText(`There is a team called ${wrens} already`);
    await expect(page.getByLabel('New name')).toHaveValue(wrens.toUpperCase());
    if (javaScriptEnabled) await expectAccessible(page);
    expect(teamsOf(one)).toEqual([owls]);
    await page.getByLabel('New name').fill(wrens);
    await page.getByLabel('Make the two one team').check();
    await page.getByRole('button', { name: 'Save the new name' }).click();
    await expect(page.getByText('change it there too')).toBeVisible();
    expect([one, other].map(teamsOf)).toEqual([[wrens], [wrens]]);
    await expect(page.getByRole('row', { name: `${wrens} 2` })).toBeVisible();

    // A role group by the school's own name, wherever one is chosen.
    const [group, own] = javaScriptEnabled
      ? (['Governor', 'Board member'] as const)
      : (['Site', 'Estates team'] as const);
    await page.goto('/lead/settings');
    await page.getByRole('link', { name: 'What roles are called' }).click();
    await expectAt(page, { path: '/lead/settings/role-names', h1: 'What roles are called' });
    await page.getByLabel(group, { exact: true }).fill('Teacher');
    await page.getByRole('button', { name: 'Save the names' }).click();
    await expect(page.getByRole('alert')).toContainText('is what another role is called');
    await page.getByLabel(group, { exact: true }).fill(own);
    await page.getByRole('button', { name: 'Save the names' }).click();
    await expect(page.getByText('say it this way from now on')).toBeVisible();
    await page.goto('/lead/people/new');
    await page.getByLabel('Role', { exact: true }).selectOption({ label: own });

    await page.goto('/lead/settings');
    await page.getByRole('link', { name: 'Give the school another name' }).click();
    await expectAt(page, { path: '/lead/settings/school-name', h1: 'The school’s name' });
    await page.getByRole('button', { name: 'Change the name' }).click();
    await expect(page.getByRole('alert')).toContainText('Tick this box');
    if (javaScriptEnabled) await expectAccessible(page);
  });

  test(`a council’s calendar file is looked through, put into the term dates, and saved, ${how}`, async ({
    visit,
    world,
  }) => {
    const { attune, lead } = world;
    const today = londonDate(attune.now());
    const entry = (name: string, from: number, to = from) =>
      `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${day(addDays(today, from))}\r\nDTEND;VALUE=DATE:${day(addDays(today, to + 1))}\r\nSUMMARY:${name}\r\nEND:VEVENT`;
    const calendar = `BEGIN:VCALENDAR\r\n${[
      entry('This term', -30, 60),
      entry('Half-term', 3, 7),
      entry('Founders’ Day', 20),
      entry('Swimming', 21),
    ].join('\r\n')}\r\nEND:VCALENDAR\r\n`;
    const file = (name: string, text: string) => ({
      ...{ name, mimeType: 'text/calendar', buffer: Buffer.from(text) },
    });
    const page = await visit(someone(world, { role: 'lead' }), options);
    try {
      await page.goto('/lead/term-dates');
      await page.getByRole('link', { name: 'Read them from a calendar file' }).click();
      await expectAt(page, {
        path: '/lead/term-dates/calendar',
        h1: 'Term dates from a calendar',
      });
      await page.getByRole('button', { name: 'Read the calendar' }).click();
      await expect(page.getByRole('alert')).toContainText('Choose a calendar file first.');
      await page.getByLabel('Calendar file').setInputFiles(file('staff.csv', 'Name,E-mail'));
      await page.getByRole('button', { name: 'Read the calendar' }).click();
      await expect(page.getByRole('alert')).toContainText('This is not a calendar file');
      await page.getByLabel('Calendar file').setInputFiles(file('terms.ics', calendar));
      await page.getByRole('button', { name: 'Read the calendar' }).click();
      await expect(page.getByLabel(/^What “This term”/)).toHaveValue('term');
      await expect(page.getByLabel(/^What “Half-term”/)).toHaveValue('closed');
      if (javaScriptEnabled) await expectAccessible(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
      await page.getByText('Other entries (2)').click();
      await page.getByLabel(/^What “Founders’ Day”/).selectOption('closed');
      await page.getByRole('button', { name: 'Put these into the term dates' }).click();
      await expect(page.getByText('what you chose from the calendar')).toBeVisible();
      await expect(page.getByLabel('Closed days within a term')).toHaveValue(
        /^Half-term: .*\nFounders’ Day: /,
      );
      expect(schoolDatesOf(attune.db, lead.schoolId)).toEqual([]);
      await page.getByRole('button', { name: 'Save the dates' }).click();
      await expect(page.getByText('This is the year as it stands now.')).toBeVisible();
      const kinds = schoolDatesOf(attune.db, lead.schoolId).map(({ kind, name }) => [kind, name]);
      expect(kinds).toEqual(
        expect.arrayContaining([
          ['term', 'This term'],
          ['closed', 'Half-term'],
          ['closed', 'Founders’ Day'],
        ]),
      );
      expect(kinds.flat()).not.toContain('Swimming');
    } finally {
      saveSchoolDates(attune, lead, []);
    }
  });

  test(`a head finds the settings that are theirs, and mends the school’s number, ${how}`, async ({
    visit,
    world,
  }) => {
    const page = await visit(someone(world, { role: 'head' }), options);
    await page.goto('/lead/settings');
    await expect(page.getByRole('link', { name: 'Term dates' })).toHaveCount(0);
    await page.getByLabel('Unique reference number').fill('12345');
    await page.getByRole('button', { name: 'Save the number' }).click();
    await expect(page.getByRole('alert')).toContainText('A URN has six digits.');
    await expect(page.getByLabel('Unique reference number')).toHaveValue('12345');
    await page.getByLabel('Unique reference number').fill('123456');
    await page.getByRole('button', { name: 'Save the number' }).click();
    await expect(page.getByText('Exports carry this number from now on.')).toBeVisible();
    await page.getByRole('link', { name: 'Roles, and who may do what' }).click();
    await expect(page.getByRole('row', { name: /^Export the training record/ })).toHaveText(
      'Export the training recordHeadteacher',
    );
    if (javaScriptEnabled) await expectAccessible(page);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`a lead makes a pathway of the school’s own, mends it and takes it away, JavaScript ${javaScriptEnabled ? 'on' : 'off'}, 320 px wide`, async ({
    visit,
    world,
  }) => {
    const page = await visit(someone(world, { role: 'lead' }), {
      javaScriptEnabled,
      viewport: { width: 320, height: 640 },
    });
    const name = `Midday ${unique()}`;
    await page.goto('/lead/pathways');
    await page.getByRole('button', { name: /^Make our own from it ?: First day/ }).click();
    await expect(page.getByText('It says what the other one says')).toBeVisible();
    await page.getByLabel('Name', { exact: true }).fill(name);
    const opens = page.getByLabel(/^Opens in week: Restorative practice/);
    const due = page.getByLabel(/^Due by the end of week: Restorative practice/);
    await opens.fill('9');
    await due.fill('3');
    await page.getByRole('button', { name: 'Save the pathway' }).click();
    await expect(page.getByRole('alert')).toContainText('It is due before it opens.');
    await expect(due).toHaveValue('3');
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
    if (javaScriptEnabled) await expectAccessible(page);
    await due.fill('12');
    await page.getByRole('button', { name: 'Save the pathway' }).click();
    await expect(page.getByText('get it as it is now')).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    const cohort = createCohort(world.attune, world.lead, `Midday ${unique()}`);
    await page.goto(`/lead/cohorts/${cohort}/pathway`);
    await expect(page.getByLabel(name)).toBeVisible();
    await page.goto('/lead/pathways');
    await page.getByRole('link', { name: new RegExp(`^Change it ?: ${name}$`) }).click();
    await page.getByText('Take it off the list', { exact: true }).click();
    await page.getByRole('button', { name: 'Yes, take it off the list' }).click();
    await expect(page.getByText('It is off the list.')).toBeVisible();
    await expect(page.getByRole('heading', { name })).toHaveCount(0);
  });
}
