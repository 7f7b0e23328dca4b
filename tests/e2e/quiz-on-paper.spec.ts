import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { currentEnrolment } from '~/learning/enrolments.server';
import { openSheet } from '~/learning/paper/enter.server';
import { lettersOf } from '~/learning/paper/letters';
import { sheetOf } from '~/learning/paper/sheet-rows.server';
import { wrongPick } from '~/learning/test-completed';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { someone, unique } from './support/people';
import { verbsOf } from './support/rows';
import { expect, test } from './support/test';

const [first] = await modulesOnDisk();
if (!first) throw new Error('There is no module');
const { slug } = first;

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test(`a quiz on paper: printed, typed in with two slips, looked at again, seen by its person alone, taken back, ${how}, 320 px wide`, async ({
    visit,
    world,
  }) => {
    const { attune } = world;
    const ann = someone(world, { name: `Ann ${unique()}` });
    const cohort = createCohort(attune, world.lead, `Cohort ${unique()}`);
    addToCohort(attune, world.lead, cohort, [ann.personId]);
    const options = { javaScriptEnabled, viewport: { width: 320, height: 640 } };
    const page = await visit(someone(world, { role: 'lead' }), options);
    const calm = async (on = page) => {
      const width = await on.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${on.url()} is ${width} px wide`).toBeLessThanOrEqual(320);
      if (javaScriptEnabled) await expectAccessible(on);
    };

    await page.goto(`/lead/quiz-on-paper?from=${cohort}`);
    await page.getByLabel('Module').selectOption(slug);
    await page.getByRole('button', { name: 'Show them' }).click();
    await expect(page.getByLabel(ann.name)).toBeChecked();
    await calm();
    await page.getByRole('button', { name: 'Make the sheets' }).click();
    await expect(page.locator('h1')).toHaveText('One sheet');
    await expect(page.getByRole('region', { name: `Sheet for ${ann.name}` })).toContainText(
      'Whoever types this in sees the letters you ticked.',
    );
    await calm();

    const enrolled = currentEnrolment(attune.db, ann, slug);
    const number = (enrolled && sheetOf(attune.db, enrolled.id)?.number) ?? '';
    await page.getByRole('link', { name: 'The quiz on paper' }).click();
    await page.getByLabel('Number on a sheet').fill(`${number.slice(0, 5)}0`);
    await page.getByRole('button', { name: 'Type in this sheet' }).click();
    await expect(page.getByRole('alert')).toContainText('One sign of this number must be wrong');
    await page.getByLabel('Number on a sheet').fill(number.toLowerCase());
    await page.getByRole('button', { name: 'Type in this sheet' }).click();
    await expect(page.locator('h1')).toContainText(ann.name);

    const letters = openSheet(attune, world.lead.schoolId, number).items.map(
      ({ question, order }) => lettersOf(question, order, wrongPick(question)),
    );
    const boxes = page.getByLabel(/^Letters ticked/);
    await expect(boxes).toHaveCount(letters.length);
    for (const [n, text] of letters.entries()) await boxes.nth(n).fill(n === 0 ? 'Z' : text);
    await boxes.nth(1).fill('');
    await page.getByRole('button', { name: 'Look at it again' }).click();
    await expect(page.getByRole('alert')).toContainText('Question 1: there is no Z here');
    await expect(page.getByRole('alert')).toContainText('Question 2: type what is ticked');
    await expect(boxes.nth(2)).toHaveValue(letters[2] ?? '');
    await calm();
    await boxes.nth(0).fill(letters[0] ?? '');
    await boxes.nth(1).fill(letters[1] ?? '');
    await page.getByRole('button', { name: 'Look at it again' }).click();
    await expect(page.locator('h1')).toContainText('look again');
    await calm();
    await page.getByRole('button', { name: 'Change something' }).click();
    await expect(boxes.nth(1)).toHaveValue(letters[1] ?? '');
    await page.getByRole('button', { name: 'Look at it again' }).click();
    const other = await page.context().newPage();
    await other.goto(page.url());
    for (const [n, text] of letters.entries()) {
      await other
        .getByLabel(/^Letters ticked/)
        .nth(n)
        .fill(text);
    }
    await other.getByRole('button', { name: 'Look at it again' }).click();
    await expect(other.locator('h1')).toContainText('look again');
    await page.getByRole('button', { name: 'Save these answers' }).click();
    await expect(page.getByRole('status')).toContainText(`Entered`);
    await other.getByRole('button', { name: 'Save these answers' }).click();
    await expect(other.getByRole('main')).toContainText('was entered already');
    await expect(other.getByRole('button', { name: /Save|Look/ })).toHaveCount(0);
    await other.close();
    await expect(page.getByRole('status')).toContainText(ann.name);
    await expect(page.getByRole('main')).not.toContainText(/not yet at|standard met|\d of \d/i);
    await calm();
    await page.goto(`/lead/quiz-on-paper/${number}`);
    await expect(page.getByRole('main')).toContainText('was entered already');

    const hers = await visit(ann, options);
    await hers.goto('/learn');
    await hers.getByRole('link', { name: 'See how it went' }).click();
    await expect(hers.getByRole('main')).toContainText('0 of');
    await expect(hers.getByRole('heading', { name: 'Your answers on paper' })).toBeVisible();
    await calm(hers);
    await hers.getByRole('button', { name: 'I have read this' }).click();
    await expect(hers.getByRole('button', { name: 'I have read this' })).toHaveCount(0);

    await page.goto(`/lead/quiz-on-paper?module=${slug}&from=${cohort}`);
    await page.getByRole('link', { name: 'Take it back' }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose why it is taken back.');
    await calm();
    await page.getByLabel('It is somebody else’s paper').check();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByRole('status')).toContainText('Taken back');
    await page.goto(`/lead/quiz-on-paper/${number}/take-back`);
    await expect(page.getByRole('main')).toContainText('There is nothing to take back');
    await expect(page.getByRole('link', { name: 'The quiz on paper' })).toBeVisible();
    // A go that was not yet leaves nothing on the record, and neither does taking it back.
    expect(verbsOf(world, ann).at(-1)).toBe('started');
  });
}
