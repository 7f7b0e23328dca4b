import type { Page } from '@playwright/test';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { expectAccessible } from './support/accessible';
import { expectAt } from './support/at';
import { someone, unique } from './support/people';
import { verbsOf } from './support/rows';
import { expect, test } from './support/test';

const fill = async (page: Page, label: string, text: string) => page.getByLabel(label).fill(text);

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test(`a session: what it was, who was there, put right, taken off, and seen by whom it is about, ${how}, 320 px wide`, async ({
    visit,
    world,
  }) => {
    const tag = unique();
    const [ann, bo, cas] = ['Ann', 'Bo', 'Cas'].map((name) =>
      someone(world, { name: `${name} ${tag}` }),
    );
    if (!ann || !bo || !cas) throw new Error('nobody');
    const cohort = createCohort(world.attune, world.lead, `Cohort ${tag}`);
    addToCohort(world.attune, world.lead, cohort, [ann.personId, bo.personId]);
    const lead = someone(world, { role: 'lead' });
    const options = { javaScriptEnabled, viewport: { width: 320, height: 640 } };
    const page = await visit(lead, options);
    const calm = async () => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${page.url()} is ${width} px wide`).toBeLessThanOrEqual(320);
      if (javaScriptEnabled) await expectAccessible(page);
    };

    await page.goto('/lead/sessions');
    await page.getByRole('link', { name: 'Record a session' }).click();
    await expectAt(page, { path: '/lead/sessions/new', h1: 'Record a session' });
    await fill(page, 'When did it take place?', '2099-01-01');
    await fill(page, 'How many hours?', 'a while');
    await fill(page, 'What did it cost', 'lots');
    await page.getByRole('button', { name: 'Go on to who was there' }).click();
    for (const words of [
      'Give the session a title.',
      'Check the year.',
      'Write how long it was in hours',
      'Write the cost in pounds',
    ])
      await expect(page.getByRole('alert')).toContainText(words);
    await calm();
    const title = `Regulation ${tag}`;
    await fill(page, 'What was it?', title);
    await page.getByLabel('What kind?').selectOption('educational psychologist');
    await fill(page, 'When did it take place?', '2026-02-02');
    await fill(page, 'How many hours?', '1.5');
    await fill(page, 'Who gave it?', 'Dr Ada Cole');
    await fill(page, 'What did it cost', '420');
    await page.getByRole('button', { name: 'Go on to who was there' }).click();
    await expect(page.locator('h1')).toHaveText(title);
    await expect(page.getByText('Nobody is on the record for it yet. Say below')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('£420.00');

    await page.getByLabel('Tick from').selectOption({ label: `Cohort: Cohort ${tag}` });
    await page.getByRole('button', { name: 'Show them' }).click();
    await page.getByRole('button', { name: 'Tick all 2' }).click();
    await expect(page.getByLabel(ann.name)).toBeChecked();
    // Looking for somebody else loses nobody who was ticked.
    await fill(page, 'Find by name, role or team', cas.name);
    await page.getByRole('button', { name: 'Show them' }).click();
    await expect(page.getByRole('group', { name: 'Ticked so far' })).toContainText(bo.name);
    await expect(page.getByText(`Nobody fits “${cas.name}”`)).toBeVisible();
    await calm();
    await page.getByRole('button', { name: 'Put those ticked on the record' }).click();
    await expect(page.getByText('2 people put on the record for it.')).toBeVisible();

    // From a signing-in sheet: one is plain, one is only likely, one is nobody.
    await page.locator('summary', { hasText: 'Or paste names' }).click();
    await fill(page, 'Names, e-mail addresses', `${cas.email}\n${tag}\nNobody Atall`);
    await page.getByRole('button', { name: 'Look at these names' }).click();
    await expectAt(page, { path: /^\/lead\/sessions\/lists\/[\w-]+$/, h1: 'Check the list' });
    expect(verbsOf(world, cas)).not.toContain('session attended');
    await calm();
    await page.getByLabel('None of these: leave the row out').check();
    await page.getByRole('button', { name: 'Keep these answers' }).click();
    await page.getByRole('link', { name: 'Cannot be used: 1' }).click();
    await expect(page.getByRole('table')).toContainText('Nobody on your staff list is called this');
    await page.getByRole('button', { name: 'Put 1 person on the record' }).click();
    await expect(page.getByText('1 person put on the record for it.')).toBeVisible();
    expect(verbsOf(world, cas)).toContain('session attended');

    await page.locator('summary', { hasText: 'Say what you made of it' }).click();
    await fill(page, 'What did the school make of it?', 'Kasia liked it.');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await expect(page.getByRole('alert').first()).toContainText('may be somebody’s name');
    await fill(page, 'What did the school make of it?', 'Worth the time.');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await expect(page.getByRole('main')).toContainText('Worth the time.');

    // One left at the interval, and the title had a slip in it.
    await page.getByRole('link', { name: `Day or hours of ${bo.name}` }).click();
    await page.getByRole('button', { name: /^Correct it for/ }).click();
    await expect(page.getByRole('alert')).toContainText('Choose what is wrong.');
    await fill(page, 'How many hours?', '0:45');
    await page.getByLabel('The hours', { exact: true }).check();
    await calm();
    await page.getByRole('button', { name: `Correct it for ${bo.name}` }).click();
    await expect(page.getByText('Corrected for 1 person.')).toBeVisible();
    await expect(page.getByRole('row', { name: bo.name })).toContainText('45 minutes');
    await page.getByRole('link', { name: 'Something here is wrong' }).click();
    await fill(page, 'What was it?', `${title} first`);
    await page.getByLabel('What it was, or who gave it').check();
    await page.getByRole('button', { name: 'Correct it for 3 people' }).click();
    await expect(page.locator('h1')).toHaveText(`${title} first`);
    await page.locator('summary', { hasText: 'on it by mistake' }).click();
    await page.getByLabel(cas.name).check();
    await page.getByLabel('They were not there after all').check();
    await page.getByRole('button', { name: 'Take them off' }).click();
    await expect(page.getByRole('row', { name: cas.name })).toContainText('Taken off');
    await calm();

    const theirs = await visit(bo, options);
    await theirs.goto('/account/record');
    const main = theirs.getByRole('main');
    await expect(main).toContainText(`${title} first`);
    await expect(main).toContainText('2 February 2026, 45 minutes.');
    await expect(main).toContainText('Educational psychologist’s session, Dr Ada Cole.');
    await expect(main).not.toContainText('£420');
    if (javaScriptEnabled) await expectAccessible(theirs);

    const head = await visit(someone(world, { role: 'head' }), options);
    await head.goto('/evidence');
    await expect(head.getByRole('row', { name: `${title} first` })).toContainText('2 people');
    await head.goto('/evidence/record?status=withdrawn');
    await expect(head.getByRole('row', { name: cas.name })).toContainText('Withdrawn');
    if (javaScriptEnabled) await expectAccessible(head);
  });

  test(`past training from a spreadsheet: looked at, in at once, and nothing the second time, ${how}`, async ({
    visit,
    world,
  }) => {
    const tag = unique();
    const ann = someone(world, { name: `Ann ${tag}` });
    const bo = someone(world, { name: `Bo ${tag}` });
    const page = await visit(someone(world, { role: 'lead' }), { javaScriptEnabled });
    const list = [
      ['Name', 'Course', 'Date', 'Provider', 'Hours'],
      [ann.name, `Attachment ${tag}`, '04/03/2024', 'Virtual School', '6'],
      [bo.name, `Attachment ${tag}`, '04/03/2024', 'Virtual School', 'most of a day'],
      [bo.name, `Next week ${tag}`, '04/03/2099', '', ''],
    ];
    const text = list.map((cells) => cells.join('\t')).join('\n');
    const paste = async () => {
      await page.goto('/lead/sessions/past');
      await page.getByLabel('Paste the list here').fill(text);
      await page.getByRole('button', { name: 'Read the list' }).click();
    };
    await page.goto('/lead/sessions');
    await page.getByRole('link', { name: 'Bring in past training' }).click();
    await fill(page, 'Paste the list here', 'nothing of the kind');
    await page.getByRole('button', { name: 'Read the list' }).click();
    await expect(page.getByRole('alert')).toContainText('did not find all three');
    if (javaScriptEnabled) await expectAccessible(page);

    await paste();
    await expectAt(page, { path: /^\/lead\/sessions\/lists\/[\w-]+$/, h1: 'Check the list' });
    await expect(page.getByRole('table')).toContainText('That day is still to come.');
    await expect(page.getByText('1 row goes on the record without hours')).toBeVisible();
    await page.getByRole('link', { name: 'See which' }).click();
    await expect(page.getByRole('table')).toContainText('“most of a day”');
    await page.getByRole('link', { name: 'To be recorded: 2' }).click();
    await expect(page.getByRole('table')).toContainText(
      `Attachment ${tag}: 4 March 2024, 6 hours, Virtual School.`,
    );
    if (javaScriptEnabled) await expectAccessible(page);
    expect(verbsOf(world, ann)).not.toContain('session attended');
    await page.getByRole('button', { name: 'Record 2 trainings of 2 people' }).click();
    await expect(page.locator('h1')).toHaveText('A list brought in');
    const broughtIn = page.url();
    await expect(page.getByRole('main')).toContainText('from the school’s own list');
    expect(verbsOf(world, ann)).toContain('session attended');

    await paste();
    await expect(page.getByText('This list changes nothing')).toBeVisible();
    await page.getByRole('button', { name: 'Put this list aside' }).click();
    await expect(page.getByText('That list is gone')).toBeVisible();

    const theirs = await visit(ann, { javaScriptEnabled });
    await theirs.goto('/account/record');
    await expect(theirs.getByRole('main')).toContainText('from the school’s own list');

    // Two lists, a tab each: the second leaves the first to be looked at, and the first to be found again.
    await paste();
    await expect(page.locator('h1')).toHaveText('Check the list');
    const first = page.url();
    await paste();
    await expect(page.locator('h1')).toHaveText('Check the list');
    await page.goto('/lead/sessions/past');
    await expect(page.getByRole('row', { name: 'To be checked' }).first()).toBeVisible();
    await page.goto(first);
    await expect(page.locator('h1')).toHaveText('Check the list');

    await page.goto(broughtIn);
    await page.getByRole('link', { name: 'Undo this list' }).click();
    await expectAt(page, { path: /\/undo$/, h1: 'Undo this list?', title: 'Undo this list' });
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole('button', { name: 'Take back 2 entries' }).click();
    await expect(page.getByText('Undone on')).toBeVisible();
    expect(verbsOf(world, ann)).toContain('withdrawn');
    await theirs.reload();
    await expect(theirs.getByRole('main')).toContainText('Taken off on');
  });
}

test('sessions of nobody, and of no school of theirs, are not there', async ({ ask, world }) => {
  const request = await ask(someone(world, { role: 'lead' }));
  for (const path of ['/lead/sessions/x', '/lead/sessions/x/correct', '/lead/sessions/lists/x'])
    expect((await request.get(path)).status(), path).toBe(404);
});
