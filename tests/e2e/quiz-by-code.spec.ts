import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { createQuizCodes } from '~/learning/by-code/codes.server';
import { addDays, londonDate } from '~/record/london-date';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { Learner } from './support/learner';
import { someone, unique } from './support/people';
import { wrongPick } from './support/picks';
import { attemptsOf, verbsOf } from './support/rows';
import { expect, test } from './support/test';

const [first] = await modulesOnDisk();
if (!first) throw new Error('There is no module');
const { slug, title } = first;

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test(`a quiz by code: printed, opened once on a shared computer without a password, and seen to be used, ${how}, 320 px wide`, async ({
    visit,
    world,
  }) => {
    const ann = someone(world, { name: `Ann ${unique()}` });
    const cohort = createCohort(world.attune, world.lead, `Cohort ${unique()}`);
    addToCohort(world.attune, world.lead, cohort, [ann.personId]);
    const options = { javaScriptEnabled, viewport: { width: 320, height: 640 } };
    const lead = await visit(someone(world, { role: 'lead' }), options);
    const shared = await visit(null, options);
    const calm = async (on: typeof lead) => {
      const width = await on.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${on.url()} is ${width} px wide`).toBeLessThanOrEqual(320);
      if (javaScriptEnabled) await expectAccessible(on);
    };

    const list = `/lead/quiz-codes?module=${slug}&from=${cohort}`;
    await lead.goto(list);
    await expect(lead.getByLabel(ann.name)).toBeChecked();
    await lead.getByRole('button', { name: 'Make the codes' }).click();
    const slip = lead.getByRole('region', { name: `Slip for ${ann.name}` });
    await expect(slip).toContainText('It opens this quiz and your one thing to try, and nothing');
    const code = (await slip.locator('.slip-code').textContent()) ?? '';
    await calm(lead);

    const use = async (typed: string) => {
      await shared.goto('/code');
      await shared.getByLabel('Code', { exact: true }).fill(typed);
      await shared.getByRole('button', { name: 'Open my quiz' }).click();
    };
    await use('2222-2222');
    await expect(shared.getByRole('alert')).toContainText('This code cannot be used');
    await calm(shared);
    await use(code.toLowerCase());
    await expect(shared.locator('h1')).toHaveText(title);
    await expect(shared.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
    await shared.getByRole('button', { name: 'Start', exact: true }).click();
    await shared.getByRole('button', { name: 'Start the quiz' }).click();
    await expect(shared.getByRole('heading', { name: /^Question 1/ })).toBeVisible();
    await shared.getByRole('button', { name: 'Answer' }).click();
    await expect(shared.getByRole('alert')).toContainText('Say how sure you are');
    await calm(shared);
    await shared.getByLabel('What I will do').fill('Say when I am back');
    await shared.getByRole('button', { name: 'I will do this' }).click();
    await expect(shared.getByText('You have chosen one.')).toBeVisible();
    await expect(shared.getByRole('main')).not.toContainText('Say when I am back');
    await shared.getByRole('button', { name: 'Sign out' }).click();
    await expect(shared.locator('h1')).toHaveText('Sign in');
    await use(code);
    await expect(shared.getByRole('alert')).toContainText('This code cannot be used');
    expect(verbsOf(world, ann).slice(-2)).toEqual(['started', 'committed']);

    await lead.goto(list);
    await expect(lead.getByRole('row', { name: new RegExp(ann.name) })).toContainText('Used');
    await calm(lead);
  });
}

test('how a quiz went that was done with one code is told by no other: nor whether another go is needed', async ({
  visit,
  world,
}) => {
  const { attune, lead } = world;
  const ann = someone(world, { name: `Ann ${unique()}` });
  const shared = await visit(null);
  const open = async () => {
    const lastDay = addDays(londonDate(attune.now()), 1);
    const [made] = createQuizCodes(attune, lead, {
      ...{ module: slug, personIds: [ann.personId], lastDay },
    });
    await shared.goto('/code');
    await shared.getByLabel('Code', { exact: true }).fill(made?.code ?? '');
    await shared.getByRole('button', { name: 'Open my quiz' }).click();
    await expect(shared.locator('h1')).toHaveText(title);
  };
  const signOut = async () => {
    await shared.getByRole('button', { name: 'Sign out' }).click();
    await expect(shared.locator('h1')).toHaveText('Sign in');
  };
  await open();
  await shared.getByRole('button', { name: 'Start', exact: true }).click();
  await new Learner(shared, first).takeQuiz(wrongPick);
  const main = shared.getByRole('main');
  await expect(main).toContainText('0 of');
  await expect(shared.getByRole('button', { name: 'Have another go' })).toBeVisible();
  await signOut();

  await open();
  await expect(
    shared.getByRole('heading', { name: 'You have had a go at this quiz' }),
  ).toBeVisible();
  await expect(main).not.toContainText(/\d of \d|not yet|standard met/i);
  await expect(shared.getByRole('button', { name: /go|quiz/i })).toHaveCount(0);
  const formTag = await shared.locator('input[name="formTag"]').first().inputValue();
  const forced = await shared.request.post('/by-code', {
    form: { formTag, intent: 'open attempt', n: '1' },
  });
  expect(await forced.text()).toContain('Sign in with your password for another go.');
  expect(attemptsOf(world, ann)).toHaveLength(1);
  await signOut();
});
