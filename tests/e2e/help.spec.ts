import { assignModule } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import { quizOf } from '~/learning/parts';
import { sayKnownAlready, startModule } from '~/learning/start.server';
import { expectAccessible } from './support/accessible';
import { modulesOnDisk } from './support/content';
import { Learner } from './support/learner';
import { someone, unique } from './support/people';
import { wrongPick } from './support/picks';
import { expect, test } from './support/test';

const [module] = await modulesOnDisk();
if (!module) throw new Error('There is no module on disk');

for (const agreed of [false, true]) {
  test(`after the second “not yet” help is offered once, and “${agreed ? 'yes' : 'no'}” is what the lead sees`, async ({
    visit,
    world,
  }) => {
    const { attune } = world;
    const ta = someone(world);
    const cohort = createCohort(attune, world.lead, `Help ${unique()}`);
    addToCohort(attune, world.lead, cohort, [ta.personId]);
    assignModule(attune, world.lead, {
      cohortId: cohort,
      module: module.slug,
      dueOn: '2099-06-01',
      paidMinutes: 45,
      paidTime: 'Tuesday twilight',
    });
    const enrolmentId = startModule(attune, ta, { module: module.slug });
    sayKnownAlready(attune, ta, { enrolmentId });
    const learner = new Learner(await visit(ta), module);
    const lead = await visit(someone(world, { role: 'lead' }));
    const cell = lead.getByRole('row', { name: ta.name });
    await learner.page.goto(learner.pathOf(quizOf(module)?.page.id ?? ''));

    await learner.takeQuiz(wrongPick);
    await expect(learner.page.getByText('Would a hand be welcome?')).toHaveCount(0);
    await learner.takeQuiz(wrongPick);
    await expect(learner.page.getByText('Would a hand be welcome?')).toBeVisible();
    await expectAccessible(learner.page);
    await lead.goto(`/lead?cohort=${cohort}`);
    await expect(cell).toContainText('In progress');
    await expect(lead.locator('main')).not.toContainText('Not yet');

    await learner.page.getByLabel(agreed ? 'Yes, they may offer' : 'No, I’ll go on').check();
    await learner.press('Save');
    await expect(learner.page.getByText('Would a hand be welcome?')).toHaveCount(0);
    await lead.goto(`/lead?cohort=${cohort}`);
    await expect(cell).toContainText(agreed ? 'Has asked for a hand' : 'In progress');
    await expectAccessible(lead);

    await learner.takeQuiz(wrongPick);
    await expect(learner.page.locator('#result')).toContainText('Not yet');
    await expect(learner.page.getByText('Would a hand be welcome?')).toHaveCount(0);
  });
}
