import type { APIRequestContext } from '@playwright/test';
import type { Module } from '~/course/module';
import { attemptById } from '~/learning/attempts.server';
import { answerCheck } from '~/learning/pages.server';
import { quizOf, scenariosOf } from '~/learning/parts';
import { answerItem, openAttempt } from '~/learning/quiz.server';
import { chooseStep, startScenario } from '~/learning/scenarios.server';
import { sayKnownAlready, startModule } from '~/learning/start.server';
import { modulesOnDisk } from './support/content';
import { shortestPaths } from './support/paths';
import { someone } from './support/people';
import { explanations, giveaways, type Secret, scenarioSecrets } from './support/secrets';
import { expect, test } from './support/test';

const modules = await modulesOnDisk();

type Bodies = { url: string; body: string }[];

/** The page as HTML, as single-fetch data, and as data of its own route only. */
async function everyForm(request: APIRequestContext, path: string): Promise<Bodies> {
  const route = path.split('/').length > 3 ? 'pages/learn/page' : 'pages/learn/module';
  const urls = [path, `${path}.data`, `${path}.data?_routes=${encodeURIComponent(route)}`];
  return await Promise.all(
    urls.map(async (url) => ({ url, body: await (await request.get(url)).text() })),
  );
}

function expectNone(bodies: Bodies, secrets: Secret[]): void {
  const found = bodies.flatMap(({ url, body }) =>
    secrets.filter(({ words }) => body.includes(words)).map((s) => `${url} gives away ${s.of}`),
  );
  expect(found).toEqual([]);
}

function expectNoGiveaways(bodies: Bodies): void {
  const found = bodies.flatMap(({ url, body }) => {
    const hit = giveaways.exec(body);
    return hit ? [`${url} holds ${body.slice(Math.max(0, hit.index - 60), hit.index + 60)}`] : [];
  });
  expect(found).toEqual([]);
}

const pathsOf = (module: Module) => [
  `/learn/${module.slug}`,
  ...module.pages.map((page) => `/learn/${module.slug}/${page.id}`),
];

for (const module of modules) {
  test.describe(module.title, () => {
    test('no answer, explanation or step is sent before anything is answered', async ({
      ask,
      world,
    }) => {
      const ta = someone(world);
      const request = await ask(ta);
      const secrets = [
        ...explanations(module),
        ...scenariosOf(module).flatMap(({ scenario }) => scenarioSecrets(module, scenario)),
      ];
      expect(secrets.length).toBeGreaterThan(40);
      for (const started of [false, true]) {
        if (started) startModule(world.attune, ta, { module: module.slug });
        for (const path of pathsOf(module)) {
          const bodies = await everyForm(request, path);
          expectNone(bodies, secrets);
          expectNoGiveaways(bodies);
        }
      }
    });

    test('a check tells its own explanations once it is answered, and no others', async ({
      ask,
      world,
    }) => {
      const { attune } = world;
      const ta = someone(world);
      const request = await ask(ta);
      const enrolmentId = startModule(attune, ta, { module: module.slug });
      const all = explanations(module);
      for (const page of module.pages) {
        const checks = page.segments.flatMap((s) => (s.type === 'check' ? [s.question] : []));
        for (const question of checks) {
          const pick = question.kind === 'sort' ? question.statements.map(() => 0) : [0];
          answerCheck(attune, ta, { enrolmentId, question: question.id, pick });
        }
        const answered = new Set(checks.map((q) => q.id));
        const bodies = await everyForm(request, `/learn/${module.slug}/${page.id}`);
        expectNone(
          bodies,
          all.filter(({ of }) => !answered.has(of)),
        );
        // What the other tests look for and must not find stands here, or they would find nothing anywhere.
        if (checks.length > 0) expect(bodies.every(({ body }) => giveaways.test(body))).toBe(true);
        for (const { of, words } of all.filter((s) => answered.has(s.of))) {
          expect(bodies[0]?.body.includes(words), `${page.id} should explain ${of}`).toBe(true);
        }
      }
    });

    for (const { page, scenario } of scenariosOf(module)) {
      test(`${scenario.title}: steps come one at a time, and consequences not chosen wait`, async ({
        ask,
        world,
      }) => {
        const { attune } = world;
        const secrets = scenarioSecrets(module, scenario);
        for (const [ending, moves] of shortestPaths(scenario)) {
          const ta = someone(world);
          const request = await ask(ta);
          const enrolmentId = startModule(attune, ta, { module: module.slug });
          const runId = startScenario(attune, ta, { enrolmentId, scenario: scenario.id });
          const seen = [scenario.start];
          for (let n = 0; n <= moves.length; n += 1) {
            const bodies = await everyForm(request, `/learn/${module.slug}/${page.id}`);
            expectNone(
              bodies,
              secrets.filter(({ of }) => !seen.includes(of)),
            );
            expectNoGiveaways(bodies);
            const move = moves[n];
            if (move) seen.push(chooseStep(attune, ta, { runId, n, choice: move.choice }).at);
          }
          expect(seen.at(-1)).toBe(ending);
        }
      });
    }

    test('the quiz sends one item at a time, and explains none before it is answered', async ({
      ask,
      world,
    }) => {
      const { attune } = world;
      const ta = someone(world);
      const request = await ask(ta);
      const quiz = quizOf(module);
      if (!quiz) throw new Error(`${module.slug} has no quiz`);
      const enrolmentId = startModule(attune, ta, { module: module.slug });
      sayKnownAlready(attune, ta, { enrolmentId });
      const attemptId = openAttempt(attune, ta, { enrolmentId });
      const items = attemptById(attune.db, attemptId)?.items ?? [];
      const all = explanations(module);
      for (const item of items) {
        const bodies = await everyForm(request, `/learn/${module.slug}/${quiz.page.id}`);
        expectNone(bodies, all);
        expectNoGiveaways(bodies);
        const later = items.slice(items.indexOf(item) + 1);
        for (const { body } of bodies) {
          const ahead = later.filter((id) => body.includes(id));
          expect(ahead, 'items not asked yet').toEqual([]);
        }
        const question = quiz.bank.find((q) => q.id === item);
        const pick = question?.kind === 'sort' ? question.statements.map(() => 0) : [0];
        answerItem(attune, ta, { attemptId, item, pick, confidence: 'guess' });
      }
    });
  });
}
