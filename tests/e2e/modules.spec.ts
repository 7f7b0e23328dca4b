import type { Module } from '~/course/module';
import { dutiesOf } from '~/learning/completion';
import { pointOf } from '~/learning/draw.server';
import { quizOf, scenariosOf } from '~/learning/parts';
import { modulesOnDisk } from './support/content';
import { Learner } from './support/learner';
import { type Someone, signInAs, someone } from './support/people';
import { bankItem, rightPick, wrongPick } from './support/picks';
import { attemptsOf, commitmentsOf, detailOf, enrolmentsOf, verbsOf } from './support/rows';
import { expect, test } from './support/test';
import type { World } from './support/world';

/** Every module on disk is walked; what is right, and where each choice leads, comes from the module itself. */
const modules = await modulesOnDisk();
const quizPageOf = (module: Module) => quizOf(module)?.page.id ?? '';

function expectCompleted(world: World, who: Someone, cpdType: string): void {
  const [row, ...more] = enrolmentsOf(world, who);
  expect(more).toEqual([]);
  expect(row?.completedAt).toBeGreaterThan(0);
  expect(detailOf(world, row?.completionId ?? '', 'cpdType')).toBe(cpdType);
  expect(verbsOf(world, who).filter((verb) => verb === 'completed')).toHaveLength(1);
}

/** A completed module leads to its certificate, which bears the learner's name. */
async function openCertificate(learner: Learner, who: Someone): Promise<void> {
  await learner.atOverview();
  await expect(learner.page.locator('#next')).toContainText('You completed this');
  await learner.look('completed');
  await learner.follow('Your certificate');
  await expect(learner.page.locator('.certificate-name')).toHaveText(who.name);
  await expect(learner.page.locator('.certificate-module')).toHaveText(learner.module.title);
  await learner.look('certificate');
}

for (const module of modules) {
  test.describe(module.title, () => {
    test('pass: from the first screen to the certificate', async ({ visit, world }) => {
      const ta = someone(world);
      // The states of a page are the same components in every module; the pages themselves axe reads at 320 px.
      const learner = new Learner(await visit(ta), module, { axe: module === modules[0] });
      await learner.page.goto('/learn');
      await learner.look('home');
      await learner.follow(module.title);
      await learner.start();
      const walked = await learner.goOn();
      expect(walked).toEqual(dutiesOf(module).map((duty) => duty.pages[0]));
      await openCertificate(learner, ta);
      expectCompleted(world, ta, 'e-learning');
      expect(commitmentsOf(world, ta)).toHaveLength(1);
    });

    test('pass with JavaScript off', async ({ visit, world }) => {
      const ta = someone(world);
      const learner = new Learner(await visit(ta, { javaScriptEnabled: false }), module);
      await learner.open();
      await learner.start();
      await learner.goOn();
      await openCertificate(learner, ta);
      expectCompleted(world, ta, 'e-learning');
    });

    test('not yet, then pass: the pages to look at again, then parallel items', async ({
      visit,
      world,
    }) => {
      const ta = someone(world);
      const learner = new Learner(await visit(ta), module);
      await learner.open();
      await learner.start();
      await learner.goOn((page) => page === quizPageOf(module));

      const first = await learner.takeQuiz(wrongPick);
      await expect(learner.page.locator('#result')).toContainText('Not yet');
      const missed = new Set(first.map((id) => bankItem(module, id).page));
      const again = module.pages.filter(({ id }) => missed.has(id)).map(({ title }) => title);
      await expect(learner.page.locator('#result li')).toHaveText(again);
      expect(enrolmentsOf(world, ta)[0]?.completedAt).toBeNull();

      await learner.page.goto(learner.pathOf(quizPageOf(module)));
      const second = await learner.takeQuiz(rightPick);
      const forms = (id: string) =>
        quizOf(module)?.bank.filter((q) => pointOf(q.id) === pointOf(id)).length ?? 0;
      const repeated = second.filter((id) => first.includes(id) && forms(id) > 1);
      expect(repeated).toEqual([]);
      await expect(learner.page.locator('#result')).toContainText('Standard met');
      await learner.goFromHere();
      await learner.goOn();
      await openCertificate(learner, ta);
      expectCompleted(world, ta, 'e-learning');
      expect(attemptsOf(world, ta).map((go) => go.standardMet)).toEqual([false, true]);
    });

    test('known already: the quiz first, then one scenario and one thing to do', async ({
      visit,
      world,
    }) => {
      const ta = someone(world);
      const learner = new Learner(await visit(ta), module);
      await learner.open();
      await learner.press('I know this already');
      await learner.atPage(quizPageOf(module));
      const walked = await learner.goOn();
      const kinds = new Set(['quiz', 'scenario', 'commit']);
      const asked = dutiesOf(module).filter((duty) => kinds.has(duty.kind));
      expect(new Set(walked)).toEqual(new Set(asked.map((duty) => duty.pages[0])));
      await openCertificate(learner, ta);
      expectCompleted(world, ta, 'known already');
    });

    test('resume: wherever they leave, Continue leads back there', async ({ visit, world }) => {
      const ta = someone(world);
      const leave = async () => {
        const learner = new Learner(await visit(ta), module);
        await learner.page.goto('/learn');
        await learner.goFromHere();
        return learner;
      };
      const first = new Learner(await visit(ta), module);
      await first.open();
      await first.start();
      const pages = dutiesOf(module).map((duty) => duty.pages[0] ?? '');

      const second = await leave();
      await second.atPage(pages[0] ?? '');
      await second.goOn((page) => page === pages[1]);
      const third = await leave();
      await third.atPage(pages[1] ?? '');

      // Inside a scenario, and not the first one.
      const example = scenariosOf(module).at(-1);
      if (!example) throw new Error(`${module.slug} has no scenario`);
      await third.goOn((page) => scenariosOf(module).some((one) => one.page.id === page));
      await third.page.goto(third.pathOf(example.page.id));
      await third.press('Start the example');
      await third.choose(example.scenario, { at: example.scenario.start, choice: 0 });
      const fourth = await leave();
      await fourth.atPage(example.page.id);
      const taken = example.scenario.steps.find(({ id }) => id === example.scenario.start);
      await fourth.expectWords(taken?.choices[0]?.html ?? '', '#scene');
      await fourth.press('Skip to the summary');
      await expect(fourth.page.locator('#summary')).toBeVisible();
      await fourth.goFromHere();
      await fourth.goOn((page) => page === quizPageOf(module));

      // In the middle of the quiz: the answers given stay, and the next item is the one that was due.
      await fourth.press('Start the quiz');
      const answered = [await fourth.answerItem()];
      await fourth.follow('Next question');
      answered.push(await fourth.answerItem());
      const due = attemptsOf(world, ta)[0]?.items[2];
      const fifth = await leave();
      await fifth.atPage(quizPageOf(module));
      await expect(fifth.page.locator('#item input[name="item"]')).toHaveValue(due ?? '');
      expect(
        attemptsOf(world, ta)[0]
          ?.answers.map((a) => a.item)
          .sort(),
      ).toEqual(answered.sort());
    });

    test('resume: signing in again after signing out leads to the same place', async ({
      visit,
      world,
    }) => {
      const ta = someone(world);
      const learner = new Learner(await visit(ta), module);
      await learner.open();
      await learner.start();
      const [, second = ''] = dutiesOf(module).map((duty) => duty.pages[0]);
      await learner.goOn((page) => page === second);
      await learner.page.getByRole('button', { name: 'Sign out' }).click();
      await expect(learner.page).toHaveURL(/\/sign-in/);
      await signInAs(learner.page.context(), world, ta);
      await learner.page.goto('/learn');
      await learner.goFromHere();
      await learner.atPage(second);
    });

    for (const { page: at, scenario } of scenariosOf(module)) {
      test(`${scenario.title}: every ending, each with its debrief`, async ({ visit, world }) => {
        const ta = someone(world);
        const learner = new Learner(await visit(ta), module);
        await learner.open();
        await learner.start();
        await learner.page.goto(learner.pathOf(at.id));
        await learner.atPage(at.id);
        for (const ending of scenario.endings) {
          await learner.playToDebrief(scenario, ending.id);
          await learner.atPage(at.id);
          for (const lens of scenario.lenses) await learner.expectWords(lens.html);
        }
        const ended = verbsOf(world, ta).filter((verb) => verb === 'scenario ended');
        expect(ended).toHaveLength(scenario.endings.length);
      });
    }
  });
}
