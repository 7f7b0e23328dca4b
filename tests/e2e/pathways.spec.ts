import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { saveSchoolDates } from '~/cohorts/school-calendar.server';
import { addDays, londonDate } from '~/record/london-date';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { someone, unique } from './support/people';
import { expect, test } from './support/test';

for (const javaScriptEnabled of [true, false]) {
  test(`a lead looks at a pathway’s calendar, moves a date, gives it and stops it, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    visit,
    world,
  }) => {
    const { attune, lead } = world;
    const today = londonDate(attune.now());
    const closed = addDays(today, 3);
    saveSchoolDates(attune, lead, [
      {
        kind: 'term',
        name: 'This term',
        startsOn: addDays(today, -40),
        endsOn: addDays(today, 70),
      },
      { kind: 'closed', name: 'Snow', startsOn: closed, endsOn: closed },
    ]);
    const ta = someone(world);
    const cohort = createCohort(attune, lead, `Path ${unique()}`);
    addToCohort(attune, lead, cohort, [ta.personId]);

    const page = await visit(someone(world, { role: 'lead' }), { javaScriptEnabled });
    await page.goto(`/lead/cohorts/${cohort}`);
    await page.getByRole('link', { name: 'Give it a pathway' }).click();
    await expectAt(page, { path: `/lead/cohorts/${cohort}/pathway`, h1: 'Give a pathway' });
    await page.getByRole('radio', { name: /^All-staff core Everyone/ }).check();
    await page.getByLabel('Starts on').fill(today);
    await page.getByRole('button', { name: 'Show the calendar' }).click();
    await expect(page.getByText('Snow, closed')).toBeVisible();
    await expect(page.getByText('This term: term ends')).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);

    const due = page.locator('input[name^="dueOn."]').first();
    await due.fill(addDays(today, -1));
    await page.getByLabel('When that paid time is').fill('Tuesday twilight');
    await page.getByRole('button', { name: 'Give this pathway' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('When that paid time is')).toHaveValue('Tuesday twilight');
    await due.fill(addDays(today, 45));
    await page.getByRole('button', { name: 'Show the calendar with these dates' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(due).toHaveValue(addDays(today, 45));
    await expect(page.getByLabel('When that paid time is')).toHaveValue('Tuesday twilight');
    await page.getByRole('button', { name: 'Give this pathway' }).click();
    await expect(page.getByText('The pathway was given')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Pathway: All-staff core' })).toBeVisible();

    const theirs = await visit(ta, { javaScriptEnabled });
    await theirs.goto('/learn');
    await expect(theirs.getByRole('heading', { name: 'Coming up' })).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(theirs);

    await page.getByText('Stop this pathway').click();
    await page.getByRole('button', { name: /^Yes, stop/ }).click();
    await expect(page.getByText('The pathway was stopped')).toBeVisible();
    await theirs.reload();
    await expect(theirs.getByRole('heading', { name: 'Coming up' })).toHaveCount(0);
    saveSchoolDates(attune, lead, []);
  });
}
