import type { Html, Module, Question, Scenario } from '~/course/module';
import { scenariosOf } from '~/learning/parts';

/** Words of a piece of content that stand whole in any answer that holds it, however it is escaped: letters and spaces. */
export function tellTale(html: Html, elsewhere: string): string | null {
  const words = html.replace(/<[^>]*>/g, '|').replace(/&[^;]+;/g, '|');
  const runs = words.match(/[A-Za-z][A-Za-z ]{13,}[A-Za-z]/g) ?? [];
  const own = runs.filter((run) => !elsewhere.includes(run));
  return own.sort((a, b) => b.length - a.length)[0] ?? null;
}

export interface Secret {
  /** For the failure message: whose words these are. */
  of: string;
  words: string;
}

const bankOf = (module: Module): Question[] =>
  [...module.pages.flatMap((page) => page.segments), ...module.intro].flatMap((segment) => {
    if (segment.type === 'check') return [segment.question];
    return segment.type === 'quiz' ? segment.bank : [];
  });

const explanationsOf = (question: Question) =>
  (question.kind === 'sort' ? question.statements : question.options).map((o) => o.explanation);

/** What anyone may read who has started: not worth keeping, and no sign of a leak. */
function openWords(module: Module): string {
  const prose = [...module.intro, ...module.pages.flatMap((page) => page.segments)].flatMap((s) => {
    if (s.type === 'prose' || s.type === 'card') return [s.html];
    return s.type === 'reflect' ? [s.prompt] : [];
  });
  const asked = bankOf(module).flatMap((q) => [
    q.stem,
    ...(q.kind === 'sort' ? q.statements : q.options).map((o) => o.html),
  ]);
  const choices = scenariosOf(module).flatMap(({ scenario }) =>
    [...scenario.steps, ...scenario.endings].flatMap((place) => place.choices.map((c) => c.html)),
  );
  const settings = scenariosOf(module).flatMap(({ scenario }) => [
    scenario.title,
    scenario.setting,
  ]);
  const named = [module.title, module.summary, ...module.outcomes];
  return [...prose, ...asked, ...choices, ...settings, ...named].join('\n');
}

function secretsFrom(pieces: [of: string, html: Html][], elsewhere: string): Secret[] {
  return pieces.flatMap(([of, html]) => {
    const words = tellTale(html, elsewhere);
    return words ? [{ of, words }] : [];
  });
}

/** Every explanation of every check and quiz item, by question id. */
export function explanations(module: Module): Secret[] {
  const elsewhere = openWords(module);
  const pieces = bankOf(module).flatMap((question) =>
    explanationsOf(question).map((html): [string, Html] => [question.id, html]),
  );
  return secretsFrom(pieces, elsewhere);
}

/** Every step and ending (by its id), lens, debrief and summary of a scenario. */
export function scenarioSecrets(module: Module, scenario: Scenario): Secret[] {
  const pieces: [string, Html][] = [
    ...[...scenario.steps, ...scenario.endings].map((p): [string, Html] => [p.id, p.html]),
    ...scenario.lenses.map((lens): [string, Html] => [`lens ${lens.who}`, lens.html]),
    ['debrief', scenario.debrief],
    ['summary', scenario.summary],
  ];
  return secretsFrom(pieces, openWords(module));
}

/** Names of fields and values that would give an answer away, quoted as they stand in JSON, escaped or not. */
export const giveaways =
  /\\?"(right|explanation|explanations|critical|tag|lenses|debrief|rightly|category|escalates|avoids|holds|connects|repairs|repaired|contained|escalated)\\?"/;
