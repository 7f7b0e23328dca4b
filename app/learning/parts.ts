import type { Module, Page, Question, Scenario } from '~/course/module';

export function pageOf(version: Module, id: string): Page | undefined {
  return version.pages.find((page) => page.id === id);
}

/** The quiz and its page, or nothing when the version has none. */
export function quizOf(
  version: Module,
): { page: Page; draw: number; bank: Question[] } | undefined {
  for (const page of version.pages) {
    for (const segment of page.segments) {
      if (segment.type === 'quiz') return { page, draw: segment.draw, bank: segment.bank };
    }
  }
  return undefined;
}

export function scenarioOf(page: Pick<Page, 'segments'>): Scenario | undefined {
  for (const segment of page.segments) if (segment.type === 'scenario') return segment.scenario;
  return undefined;
}

/** Every scenario of the version with the page that holds it. */
export function scenariosOf(version: Module): { page: Page; scenario: Scenario }[] {
  return version.pages.flatMap((page) =>
    page.segments.flatMap((s) => (s.type === 'scenario' ? [{ page, scenario: s.scenario }] : [])),
  );
}

/** A check anywhere in the version, by the question's id. */
export function checkOf(version: Module, id: string): Question | undefined {
  for (const segments of [version.intro, ...version.pages.map((page) => page.segments)]) {
    for (const segment of segments) {
      if (segment.type === 'check' && segment.question.id === id) return segment.question;
    }
  }
  return undefined;
}

/** The prompt of a reflection by its id. */
export function promptOf(version: Module, id: string): string | undefined {
  for (const segments of [version.intro, ...version.pages.map((page) => page.segments)]) {
    for (const segment of segments)
      if (segment.type === 'reflect' && segment.id === id) return segment.prompt;
  }
  return undefined;
}

export function holds(
  page: Pick<Page, 'segments'>,
  type: Page['segments'][number]['type'],
): boolean {
  return page.segments.some((segment) => segment.type === type);
}
