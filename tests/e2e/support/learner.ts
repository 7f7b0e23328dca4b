import { expect, type Page } from '@playwright/test';
import type { Module, Question, Scenario } from '~/course/module';
import { pageOf, scenarioOf } from '~/learning/parts';
import { expectAccessible } from './accessible';
import { expectAt } from './at';
import { type Move, shortestPaths } from './paths';
import { bankItem, mark, rightPick } from './picks';
import { tellTale } from './secrets';

interface Habits {
  /** Run axe once in each distinct kind of state. Wants JavaScript on. */
  axe?: boolean;
}

/** Someone going through a module in a browser. What they do follows from the module alone, whichever it is. */
export class Learner {
  private readonly lookedAt = new Set<string>();

  constructor(
    readonly page: Page,
    readonly module: Module,
    private readonly habits: Habits = {},
  ) {}

  get overview(): string {
    return `/learn/${this.module.slug}`;
  }

  pathOf(pageId: string): string {
    return `${this.overview}/${pageId}`;
  }

  /** The module's first page, from wherever. */
  async open(): Promise<void> {
    await this.page.goto(this.overview);
    await this.atOverview();
  }

  async atOverview(): Promise<void> {
    await expectAt(this.page, { path: this.overview, h1: this.module.title });
  }

  async atPage(pageId: string): Promise<void> {
    const h1 = pageOf(this.module, pageId)?.title ?? `no page ${pageId}`;
    await expectAt(this.page, { path: this.pathOf(pageId), h1 });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.locator('main').getByRole('button', { name }).click();
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.locator('main').getByRole('link', { name }).click();
  }

  /** Start, and on to the first page, from the module's own. */
  async start(): Promise<void> {
    await this.atOverview();
    await this.look('overview before');
    await this.press(/^Start$/);
    await this.goFromHere();
  }

  async look(state: string): Promise<void> {
    if (!this.habits.axe || this.lookedAt.has(state)) return;
    this.lookedAt.add(state);
    await expectAccessible(this.page);
  }

  /** Does what the page asks for and goes on from it, and says which page it was. */
  async doPage(pageId: string, answer: (q: Question) => number[] = rightPick): Promise<void> {
    await this.atPage(pageId);
    const page = pageOf(this.module, pageId);
    const segments = page?.segments ?? [];
    const checks = segments.flatMap((s) => (s.type === 'check' ? [s.question] : []));
    for (const question of checks) await this.answerCheck(pageId, question, answer(question));
    const scenario = page && scenarioOf(page);
    if (scenario) {
      await this.playToDebrief(scenario);
      await this.goFromHere();
    } else if (segments.some((s) => s.type === 'quiz')) {
      await this.takeQuiz(answer);
      await this.goFromHere();
    } else if (segments.some((s) => s.type === 'commit')) {
      await this.commit('Say good morning by name at the door.');
    } else {
      await this.look('page');
      await this.leave(() => this.press(/^Continue/));
    }
  }

  /** By the link that leads on, once what the page asks for is done. */
  async goFromHere(): Promise<void> {
    await this.leave(() => this.follow(/^(Continue|Back to the module)/));
  }

  private pathNow(): string {
    return new URL(this.page.url()).pathname;
  }

  private async leave(go: () => Promise<void>): Promise<void> {
    const from = this.pathNow();
    await go();
    await expect.poll(() => this.pathNow()).not.toBe(from);
  }

  /** From the page where they stand, on and on, until the way leads back to the module's first page. */
  async goOn(until: (pageId: string) => boolean = () => false): Promise<string[]> {
    const done: string[] = [];
    const most = this.module.pages.length + 1;
    while (done.length <= most) {
      const path = this.pathNow();
      const pageId = path.slice(this.overview.length + 1);
      if (path === this.overview || until(pageId)) return done;
      await this.doPage(pageId);
      done.push(pageId);
    }
    throw new Error(`Going round in circles: ${done.join(', ')}`);
  }

  async answerCheck(pageId: string, question: Question, picked: number[]): Promise<void> {
    const form = this.page.locator(`#check-${question.id}`);
    await this.look(`check ${question.kind}`);
    await mark(form, question, picked);
    await form.getByRole('button', { name: 'See what we think' }).click();
    await expect(this.page.locator(`#feedback-${question.id}`)).toBeVisible();
    await this.atPage(pageId);
    await this.look(`check ${question.kind} answered`);
  }

  /** The quickest way to one ending and its debrief; to the first one as written unless `ending` says which. */
  async playToDebrief(scenario: Scenario, ending = scenario.endings[0]?.id ?? ''): Promise<void> {
    await this.look('scenario ready');
    await this.press(/^(Start the example|Try the example as well|Try it another way)/);
    await this.expectPlace(scenario, scenario.start);
    for (const move of shortestPaths(scenario).get(ending) ?? []) await this.choose(scenario, move);
    await this.look('scenario ending');
    await this.press('Look back at it');
    await expect(this.page.locator('#debrief')).toBeVisible();
    await this.expectWords(scenario.debrief);
    await this.look('scenario debrief');
  }

  async choose(scenario: Scenario, { at, choice }: Move): Promise<void> {
    await this.look('scenario step');
    const place = [...scenario.steps, ...scenario.endings].find(({ id }) => id === at);
    await this.page.locator(`button[name="choice"][value="${choice}"]`).click();
    await this.expectPlace(scenario, place?.choices[choice]?.to ?? '');
  }

  private async expectPlace(scenario: Scenario, id: string): Promise<void> {
    const place = [...scenario.steps, ...scenario.endings].find((one) => one.id === id);
    await this.expectWords(place?.html ?? `no place ${id}`, '#scene');
  }

  /** The piece of content is on the page: told by words that stand nowhere else in it. */
  async expectWords(html: string, within = 'main'): Promise<void> {
    const words = tellTale(html, '');
    if (!words) throw new Error(`Nothing to tell this by: ${html}`);
    await expect(this.page.locator(within)).toContainText(words);
  }

  /** One whole go at the quiz, from wherever it stands. Returns the ids of the items answered. */
  async takeQuiz(answer: (q: Question) => number[] = rightPick): Promise<string[]> {
    await this.look('quiz intro');
    await this.press(/^(Start the quiz|Have another go)/);
    const asked: string[] = [];
    for (;;) {
      asked.push(await this.answerItem(answer));
      await this.look('quiz item explained');
      const last = await this.page.getByRole('link', { name: 'See how it went' }).isVisible();
      await this.follow(last ? 'See how it went' : 'Next question');
      if (last) break;
    }
    await expect(this.page.locator('#result')).toBeVisible();
    await this.look('quiz result');
    return asked;
  }

  /** Answers the item shown and waits for its explanation. Returns its id. */
  async answerItem(answer: (q: Question) => number[] = rightPick): Promise<string> {
    const form = this.page.locator('#item form');
    const id = await form.locator('input[name="item"]').inputValue();
    const question = bankItem(this.module, id);
    await this.look(`quiz item ${question.kind}`);
    await mark(form, question, answer(question));
    await form.getByLabel('Fairly sure').check();
    await form.getByRole('button', { name: 'Answer' }).click();
    await expect(this.page.locator('#explained')).toBeVisible();
    return id;
  }

  async commit(what: string): Promise<void> {
    await this.look('commit');
    await this.page.getByLabel('What I will do').fill(what);
    await this.leave(() => this.press('I will do this'));
  }
}
