import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import { attemptById } from '~/learning/attempts.server';
import { commitTo } from '~/learning/commitment.server';
import { setConfidence } from '~/learning/confidence.server';
import { offerHelp } from '~/learning/help.server';
import { answerCheck, continuePage } from '~/learning/pages.server';
import { answerItem, openAttempt } from '~/learning/quiz.server';
import { chooseStep, readDebrief, startScenario } from '~/learning/scenarios.server';
import { sayKnownAlready, startModule } from '~/learning/start.server';
import type { Actor } from '~/people/actor';
import type { Learned } from '~db/demo/staff';
import { howSure, rightPick, slips, wrongPick } from './answers';
import { chance } from './chance';
import type { DemoClock } from './clock';
import { pathOf } from './paths';

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
      this.stories('one');
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
    this.stories(how === 'mid-scenario' ? 'one step' : 'most');
    if (how === 'mid-scenario') return;
    if (how !== 'met') this.quiz(false);
    if (how === 'not yet') {
      this.welcomeAHand();
      return;
    }
    this.quiz(true);
    this.commit();
    this.confidence('after', 4);
  }

  /** What is left after the pages were done together. */
  takeTheRest(): void {
    this.quiz(true);
    this.commit();
  }

  private read(pages: Module['pages']): void {
    for (const page of pages) {
      this.clock.pass(page.minutes);
      for (const segment of page.segments) {
        if (segment.type !== 'check') continue;
        const wrong = chance('check', this.n, segment.question.id) < 0.3;
        const pick = wrong ? wrongPick(segment.question, this.n) : rightPick(segment.question);
        answerCheck(this.attune, this.actor, {
          enrolmentId: this.enrolmentId,
          question: segment.question.id,
          pick,
        });
      }
      continuePage(this.attune, this.actor, { enrolmentId: this.enrolmentId, page: page.id });
    }
  }

  private stories(which: 'one step' | 'one' | 'most'): void {
    const all = this.version.pages.flatMap((page) =>
      page.segments.flatMap((segment) =>
        segment.type === 'scenario' ? [{ page, scenario: segment.scenario }] : [],
      ),
    );
    const first = this.n % all.length;
    // One is asked of everyone; most people find the others worth their time.
    const taken =
      which === 'most' ? all.filter((_, i) => i === first || this.likes(i)) : [all[first]];
    for (const story of taken) {
      if (!story) throw new Error('The module has no scenario');
      const { page, scenario } = story;
      const runId = startScenario(this.attune, this.actor, {
        enrolmentId: this.enrolmentId,
        scenario: scenario.id,
      });
      const path = pathOf(scenario, this.n);
      (which === 'one step' ? path.slice(0, 1) : path).forEach((choice, n) => {
        this.clock.pass(1);
        chooseStep(this.attune, this.actor, { runId, n, choice });
      });
      if (which === 'one step') return;
      readDebrief(this.attune, this.actor, { runId });
      continuePage(this.attune, this.actor, { enrolmentId: this.enrolmentId, page: page.id });
    }
  }

  private likes(story: number): boolean {
    return chance('likes', this.n, this.version.slug, story) < 0.75;
  }

  private quiz(well: boolean): void {
    const n = this.goes;
    const attemptId = openAttempt(this.attune, this.actor, { enrolmentId: this.enrolmentId, n });
    this.goes = n + 1;
    const bank = this.version.pages.flatMap((page) =>
      page.segments.flatMap((s) => (s.type === 'quiz' ? s.bank : [])),
    );
    const items = attemptById(this.attune.db, attemptId)?.items ?? [];
    const questions = items.map((item) => {
      const question = bank.find((q) => q.id === item);
      if (!question) throw new Error(`No question ${item} in the bank`);
      return question;
    });
    const wrong = slips(questions, this.n, well);
    for (const question of questions) {
      const slip = wrong.has(question.id);
      this.clock.pass(1);
      answerItem(this.attune, this.actor, {
        attemptId,
        item: question.id,
        pick: slip ? wrongPick(question, this.n) : rightPick(question),
        confidence: howSure(question, this.n, !slip),
      });
    }
  }
  private goes = 0;

  /** After the second go one is asked, and says yes. */
  private welcomeAHand(): void {
    this.quiz(false);
    offerHelp(this.attune, this.actor, { enrolmentId: this.enrolmentId, agreed: true });
  }

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
