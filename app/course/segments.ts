import type { Choice, Ending, Html, Question, Scenario, Segment, Step } from './module';
import type {
  ChoiceOutline,
  PieceOutline,
  QuestionOutline,
  Run,
  ScenarioOutline,
  StepOutline,
} from './outline';

/** Gives the HTML of a piece of prose; empty for none. */
export type HtmlOf = (run: Run | undefined) => Html;

export function toSegment(piece: PieceOutline, html: HtmlOf): Segment {
  switch (piece.type) {
    case 'prose':
      return { type: 'prose', html: html(piece.content) };
    case 'question':
      return { type: 'check', question: toQuestion(piece, html) };
    case 'scenario':
      return { type: 'scenario', scenario: toScenario(piece, html) };
    case 'quiz':
      return {
        type: 'quiz',
        draw: piece.draw,
        bank: piece.bank.map((item) => toQuestion(item, html)),
      };
    case 'reflect':
      return { type: 'reflect', id: piece.id, prompt: piece.prompt };
    case 'card':
      return { type: 'card', id: piece.id, title: piece.title, html: html(piece.content) };
    case 'commit':
      return { type: 'commit' };
  }
}

/** Categories stand in the order in which the statements name them. */
export function categoriesOf(question: QuestionOutline): string[] {
  return [...new Set(question.statements.map((statement) => statement.category))];
}

function toQuestion(question: QuestionOutline, html: HtmlOf): Question {
  const base = {
    id: question.id,
    stem: html(question.stem),
    critical: question.critical,
    pre: question.pre,
    ...(question.outcome === undefined ? {} : { outcome: question.outcome }),
    ...(question.page === undefined ? {} : { page: question.page }),
  };
  if (question.sort) {
    const categories = categoriesOf(question);
    const statements = question.statements.map((statement) => ({
      html: html(statement.content),
      category: categories.indexOf(statement.category),
      explanation: html(statement.explanation),
    }));
    return { ...base, kind: 'sort', categories, statements };
  }
  const options = question.options.map((option) => ({
    html: html(option.content),
    right: option.right,
    explanation: html(option.explanation),
  }));
  return { ...base, kind: question.many ? 'many' : 'one', options };
}

function toScenario(scenario: ScenarioOutline, html: HtmlOf): Scenario {
  return {
    id: scenario.id,
    title: scenario.title,
    setting: scenario.setting,
    start: scenario.start,
    steps: scenario.steps.map((step): Step => toStep(step, html)),
    endings: scenario.endings.map(
      (ending): Ending => ({ ...toStep(ending, html), kind: ending.kind ?? 'contained' }),
    ),
    lenses: scenario.lenses.map((lens) => ({ who: lens.who, html: html(lens.content) })),
    debrief: html(scenario.debrief),
    summary: html(scenario.summary),
  };
}

function toStep(step: StepOutline, html: HtmlOf): Step {
  return {
    id: step.id,
    html: html(step.content),
    choices: step.choices.map((choice) => toChoice(choice, html)),
  };
}

function toChoice(choice: ChoiceOutline, html: HtmlOf): Choice {
  return { html: html(choice.content), to: choice.to, tag: choice.tag };
}
