import type { Attune } from '~/context.server';
import type { Module, Question, Scenario } from '~/course/module';
import { attemptById } from '~/learning/attempts.server';
import { commitTo } from '~/learning/commitment.server';
import { setConfidence } from '~/learning/confidence.server';
import { answerCheck, continuePage } from '~/learning/pages.server';
import { answerItem, openAttempt } from '~/learning/quiz.server';
import { choicesAt } from '~/learning/scenario-path';
import { chooseStep, readDebrief, startScenario } from '~/learning/scenarios.server';
import { sayKnownAlready, startModule } from '~/learning/start.server';
import type { Actor } from '~/people/actor';
import type { Learned } from '~db/demo/staff';
import type { DemoClock } from './clock';

export const rightPick = (question: Question): number[] =>
  question.kind === 'sort'
    ? question.statements.map((statement) => statement.category)
    : question.options.flatMap((option, n) => (option.right ? [n] : []));

function wrongPick(question: Question): number[] {
  if (question.kind === 'sort') {
    return question.statements.map(({ category }) => (category + 1) % question.categories.length);
  }
  return [question.options.findIndex((option) => !option.right)];
}

/** One person taking a module, press by press, through the same functions that the pages call. */
export class DemoLearner {
  private readonly enrolmentId: string;
  private readonly version: Module;

  constructor(
    private readonly attune: Attune,
    private readonly clock: DemoClock,
    private readonly actor: Actor,
    slug: string,
    /** Makes learners differ: their own number, from 0. */
    private readonly n: number,
  ) {
    const version = attune.course.module(slug);
    if (!version) throw new Error(`The module ${slug} is not there to be taken`);
    this.version = version;
    this.enrolmentId = startModule(attune, actor, { module: slug });
  }

  take(how: Learned['how']): void {
    this.confidence('before', 2);
    if (how === 'known already') {
      sayKnownAlready(this.attune, this.actor, { enrolmentId: this.enrolmentId });
      this.quiz(true);
      this.scenario('to the end');
      this.commit();
      return;
    }
    const pages = this.version.pages.filter((page) =>
      page.segments.every(
        (s) =>
          s.type === 'prose' || s.type === 'check' || s.type === 'reflect' || s.type === 'card',
      ),
    );
    this.read(how === 'some pages' ? pages.slice(0, 2 + (this.n % 3)) : pages);
    if (how === 'some pages') return;
    this.scenario(how === 'mid-scenario' ? 'one step' : 'to the end');
    if (how === 'mid-scenario') return;
    if (how !== 'met') this.quiz(false);
    if (how === 'not yet') return;
    this.quiz(true);
    this.commit();
    this.confidence('after', 4);
  }

  private read(pages: Module['pages']): void {
    for (const page of pages) {
      this.clock.pass(page.minutes);
      for (const segment of page.segments) {
        if (segment.type !== 'check') continue;
        const pick =
          (this.n + page.minutes) % 3 === 0
            ? wrongPick(segment.question)
            : rightPick(segment.question);
        answerCheck(this.attune, this.actor, {
          enrolmentId: this.enrolmentId,
          question: segment.question.id,
          pick,
        });
      }
      continuePage(this.attune, this.actor, { enrolmentId: this.enrolmentId, page: page.id });
    }
  }

  private scenario(until: 'one step' | 'to the end'): void {
    const scenarios = this.version.pages.flatMap((page) =>
      page.segments.flatMap((segment) =>
        segment.type === 'scenario' ? [{ page, scenario: segment.scenario }] : [],
      ),
    );
    const chosen = scenarios[this.n % scenarios.length];
    if (!chosen) throw new Error('The module has no scenario');
    const { page, scenario } = chosen;
    const runId = startScenario(this.attune, this.actor, {
      enrolmentId: this.enrolmentId,
      scenario: scenario.id,
    });
    const path =
      until === 'one step'
        ? pathToEnding(scenario, this.n).slice(0, 1)
        : pathToEnding(scenario, this.n);
    path.forEach((choice, n) => {
      this.clock.pass(1);
      chooseStep(this.attune, this.actor, { runId, n, choice });
    });
    if (until === 'one step') return;
    readDebrief(this.attune, this.actor, { runId });
    continuePage(this.attune, this.actor, { enrolmentId: this.enrolmentId, page: page.id });
  }

  private quiz(well: boolean): void {
    const n = this.goes;
    const attemptId = openAttempt(this.attune, this.actor, { enrolmentId: this.enrolmentId, n });
    this.goes = n + 1;
    const bank = this.version.pages.flatMap((page) =>
      page.segments.flatMap((s) => (s.type === 'quiz' ? s.bank : [])),
    );
    const items = attemptById(this.attune.db, attemptId)?.items ?? [];
    items.forEach((item, position) => {
      const question = bank.find((q) => q.id === item);
      if (!question) throw new Error(`No question ${item} in the bank`);
      // Well is not perfect: some slip on one item that is not critical.
      const slips = well
        ? !question.critical && position === 7 && this.n % 4 === 0
        : position % 3 === 1;
      this.clock.pass(1);
      answerItem(this.attune, this.actor, {
        attemptId,
        item,
        pick: slips ? wrongPick(question) : rightPick(question),
        confidence:
          (['sure', 'fairly', 'fairly', 'guess'] as const)[(this.n + position) % 4] ?? 'fairly',
      });
    });
  }
  private goes = 0;

  private commit(): void {
    this.clock.pass(2);
    const [what, when, know] = commitments[this.n % commitments.length] ?? ['', '', ''];
    commitTo(this.attune, this.actor, { enrolmentId: this.enrolmentId, what, when, know });
  }

  private confidence(moment: 'before' | 'after', about: number): void {
    const levels = Object.fromEntries(
      this.version.outcomes.map((_, i) => [i + 1, Math.min(5, about + ((this.n + i) % 2))]),
    );
    setConfidence(this.attune, this.actor, { enrolmentId: this.enrolmentId, moment, levels });
  }
}

/** Choices from the start to an ending, by the shortest ways; `n` turns the first step, so that paths differ. */
function pathToEnding(scenario: Scenario, n: number): number[] {
  const endings = new Set(scenario.endings.map((ending) => ending.id));
  const first = choicesAt(scenario, scenario.start);
  const turn = n % first.length;
  const queue: { at: string; path: number[] }[] = [
    { at: first[turn]?.to ?? scenario.start, path: [turn] },
  ];
  const seen = new Set<string>();
  for (let here = queue.shift(); here; here = queue.shift()) {
    if (endings.has(here.at)) return here.path;
    if (seen.has(here.at)) continue;
    seen.add(here.at);
    const { path } = here;
    queue.push(
      ...choicesAt(scenario, here.at).map((choice, i) => ({ at: choice.to, path: [...path, i] })),
    );
  }
  throw new Error(`No ending can be reached in ${scenario.id}`);
}

const commitments: [string, string, string][] = [
  ['Say when I will be back, and be back then.', 'Tuesday maths', 'I kept it four days in five.'],
  [
    'Write what I saw, not what I think it means.',
    'From Monday',
    'Someone else could read my note and see it.',
  ],
  [
    'Ask the class teacher what else it could be before we talk about why.',
    'At Thursday’s catch-up',
    'We had three ideas, not one.',
  ],
  ['Praise the work, quietly, at the desk.', 'Guided reading', 'The book stayed open.'],
  [
    'Give a two-minute warning and a job before lining up.',
    'Every lunchtime this week',
    'Fewer bumps at the door.',
  ],
];
