import type { Choice, Html, Question, Scenario, Segment } from './module';

/*
 * Content as its reader meets it, without what two renderings or two orders of the same words may differ in: the number
 * of a source in a list, markup, ids, and the order of things that are shuffled or chosen among.
 */

const citation = /<a href="#source-([^"]+)"([^>]*)>\d+<\/a>/g;
const target = /<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]*)"[^>]*>/g;
const alternative = /<img\b[^>]*?\balt="([^"]*)"[^>]*>/g;
const inline = /<\/?(?:a|code|del|em|q|span|strong|sup)\b[^>]*>/g;

/** The words of a piece of HTML, with what it links to and which sources, of which grade, it cites. */
export function wordsAsRead(html: Html): string {
  return html
    .replace(citation, (_all, id: string, label: string) => ` [source ${id}, ${gradeIn(label)}] `)
    .replace(alternative, '$1 $&')
    .replace(target, ' [$1] $&')
    .replace(inline, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function gradeIn(label: string): string {
  return /grade [A-Za-z]+/.exec(label)?.[0] ?? '';
}

/** One text for what is asked, answered and explained; whether it is critical, and which page it belongs to, does not show. */
export function questionAsRead(question: Question): string {
  const answers =
    question.kind === 'sort'
      ? question.statements.map(({ html, category, explanation }) =>
          textOf(wordsAsRead(html), question.categories[category], wordsAsRead(explanation)),
        )
      : question.options.map(({ html, right, explanation }) =>
          textOf(wordsAsRead(html), right, wordsAsRead(explanation)),
        );
  return textOf(question.kind, wordsAsRead(question.stem), answers.sort());
}

/** Null for a quiz: its items are asked one by one, and are no part of a page that is read. */
export function segmentAsRead(segment: Segment): string | null {
  switch (segment.type) {
    case 'prose':
      return textOf('prose', wordsAsRead(segment.html));
    case 'check':
      return textOf('check', segment.question.pre, questionAsRead(segment.question));
    case 'scenario':
      return scenarioAsRead(segment.scenario);
    case 'card':
      return textOf('card', segment.title, wordsAsRead(segment.html));
    case 'reflect':
      return textOf('reflect', segment.prompt);
    case 'commit':
      return 'commit';
    case 'quiz':
      return null;
  }
}

/** Every way through it, the steps named by when they are come to. */
function scenarioAsRead(scenario: Scenario): string {
  const places = new Map(
    [...scenario.steps, ...scenario.endings].map((place) => [place.id, place]),
  );
  const inOrder = (choices: readonly Choice[]) =>
    [...choices].sort((a, b) => compare(wordsAsRead(a.html), wordsAsRead(b.html)));
  const seen = new Set([scenario.start]);
  // A set is walked to its end, what is added on the way included.
  for (const id of seen) {
    for (const choice of inOrder(places.get(id)?.choices ?? [])) seen.add(choice.to);
  }
  const number = [...seen];
  const kinds = new Map(scenario.endings.map((ending) => [ending.id, ending.kind]));
  const told = number.map((id) => {
    const choices = inOrder(places.get(id)?.choices ?? []);
    return textOf(
      kinds.get(id) ?? 'step',
      wordsAsRead(places.get(id)?.html ?? ''),
      choices.map(({ html, to, tag }) => textOf(wordsAsRead(html), number.indexOf(to), tag)),
    );
  });
  const lenses = scenario.lenses.map(({ who, html }) => textOf(who, wordsAsRead(html))).sort();
  const after = [scenario.debrief, scenario.summary].map(wordsAsRead);
  return textOf(scenario.title, scenario.setting, told, lenses, after);
}

function textOf(...parts: unknown[]): string {
  return JSON.stringify(parts);
}

/** The same wherever it runs, unlike the order of a language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
