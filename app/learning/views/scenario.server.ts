import type { EndingKind, Html, Scenario, Tag } from '~/course/module';
import type { Run, RunChoice } from '../runs.server';
import { choicesAt, placeAt } from '../scenario-path';

interface Common {
  id: string;
  title: string;
  setting: string;
  /** Goes so far; a form to start one carries it. */
  goes: number;
  /** The summary was read in place of the example. */
  summaryRead: boolean;
}

export type ScenarioView = Common &
  (
    | { state: 'ready' }
    | {
        state: 'step' | 'ending';
        runId: string;
        n: number;
        html: Html;
        chose: Html | null;
        choices: { n: number; html: Html }[];
      }
    | ({ state: 'debrief'; runId: string } & Debrief)
    | { state: 'summary'; html: Html }
  );

interface Debrief {
  debrief: Html;
  lenses: Scenario['lenses'];
  ending: { kind: EndingKind; html: Html } | null;
  /** What happened, and where the other choices would have led. */
  path: {
    html: Html;
    choices: { n: number; html: Html; tag: Tag; chosen: boolean; ledTo: Html }[];
  }[];
}

/**
 * A scenario as far as this person has come: the step they are on and no other. Tags, kinds of ending, lenses and the
 * consequences not chosen wait for the debrief.
 *
 * @param runs newest first
 * @param choices of the newest run
 * @param reading the summary was asked for again, after it was read once
 */
export function viewScenario(
  scenario: Scenario,
  runs: readonly Run[],
  choices: readonly RunChoice[],
  reading: 'summary' | null = null,
): ScenarioView {
  const [run] = runs;
  const common = {
    id: scenario.id,
    title: scenario.title,
    setting: scenario.setting,
    goes: runs.length,
    summaryRead: runs.some((r) => r.summaryReadAt !== null),
  };
  if (!run) return { ...common, state: 'ready' };
  const untouched = run.debriefReadAt === null && choices.length === 0;
  if (run.summaryReadAt !== null && (untouched || reading === 'summary')) {
    return { ...common, state: 'summary', html: scenario.summary };
  }
  if (run.debriefReadAt !== null) {
    return { ...common, state: 'debrief', runId: run.id, ...debriefOf(scenario, run, choices) };
  }
  const place = placeAt(scenario, run.at);
  if (!place) return { ...common, state: 'ready' };
  const last = choices.at(-1);
  return {
    ...common,
    state: place.type,
    runId: run.id,
    n: choices.length,
    html: place.type === 'step' ? place.step.html : place.ending.html,
    chose: last ? (choicesAt(scenario, last.step)[last.choice]?.html ?? null) : null,
    choices: choicesAt(scenario, run.at).map((choice, n) => ({ n, html: choice.html })),
  };
}

function debriefOf(scenario: Scenario, run: Run, choices: readonly RunChoice[]): Debrief {
  const end = placeAt(scenario, run.at);
  const htmlAt = (id: string) => {
    const place = placeAt(scenario, id);
    if (!place) return '';
    return place.type === 'step' ? place.step.html : place.ending.html;
  };
  return {
    debrief: scenario.debrief,
    lenses: scenario.lenses,
    ending: end?.type === 'ending' ? { kind: end.ending.kind, html: end.ending.html } : null,
    path: choices.map((made) => ({
      html: htmlAt(made.step),
      choices: choicesAt(scenario, made.step).map((choice, n) => ({
        n,
        html: choice.html,
        tag: choice.tag,
        chosen: n === made.choice,
        ledTo: htmlAt(choice.to),
      })),
    })),
  };
}
