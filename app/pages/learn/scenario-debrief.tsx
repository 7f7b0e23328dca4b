import type { ScenarioView } from '~/learning/views/scenario.server';
import { tagsInWords } from '~/pages/tags-in-words';
import { Scene, YouChose } from '~/ui/learning';
import { Details, Panel } from '~/ui/panel';
import { Prose } from '~/ui/prose';
import type { OnPage } from './module-form';
import { StartAgain } from './start-scenario';

type Debriefed = Extract<ScenarioView, { state: 'debrief' }>;

const endings = {
  repaired: 'It was mended.',
  contained: 'It was held, and not mended yet.',
  escalated: 'It grew, and can still be mended.',
} as const;
const whose = {
  adult: 'The same minutes, as the adult may have felt them',
  child: 'The same minutes, as the child may have felt them',
  class: 'The same minutes, as the class may have seen them',
} as const;

/** Looking back: what it was about, how others may have seen it, and where the other ways would have led. */
export function ScenarioDebrief({ scenario, on }: { scenario: Debriefed; on: OnPage }) {
  return (
    <Panel id="debrief" title={`Looking back at ${scenario.title}`}>
      <DebriefWords scenario={scenario} />
      <StartAgain scenario={scenario} on={on} words="Try it another way" />
    </Panel>
  );
}

interface DebriefProps {
  scenario: Debriefed;
  /** Unfolds all of it. */
  open?: boolean;
  /** Chosen by a show of hands, and by nobody alone. */
  group?: boolean;
}

/** The debrief to read. */
export function DebriefWords({ scenario, open, group = false }: DebriefProps) {
  return (
    <>
      {scenario.ending ? <p>{endings[scenario.ending.kind]}</p> : null}
      <Prose html={scenario.debrief} />
      {scenario.lenses.map((lens) => (
        <Scene key={`${lens.who} ${lens.html}`} kind="lens">
          <h3>{whose[lens.who]}</h3>
          <Prose html={lens.html} />
        </Scene>
      ))}
      {scenario.path.length > 0 ? (
        <Details
          summary={
            group
              ? 'The way the group took, and the ways it did not'
              : 'The way you took, and the ways you did not'
          }
          open={open}
        >
          {scenario.path.map((moment, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same moment can come twice on one way.
            <Moment key={n} n={n + 1} moment={moment} group={group} />
          ))}
          {scenario.ending ? <Prose html={scenario.ending.html} /> : null}
        </Details>
      ) : null}
    </>
  );
}

interface MomentProps {
  n: number;
  moment: Debriefed['path'][number];
  group: boolean;
}

function Moment({ n, moment, group }: MomentProps) {
  const chose = group ? 'The group chose' : 'You chose';
  return (
    <section>
      <h3>Moment {n}</h3>
      <Prose html={moment.html} />
      {moment.choices.map((choice) => (
        <div key={choice.n}>
          <YouChose
            html={choice.html}
            label={`${choice.chosen ? chose : 'Not chosen'} (${tagsInWords[choice.tag]})`}
          />
          {choice.chosen ? null : (
            <Scene kind="lens">
              <Prose html={choice.ledTo} />
            </Scene>
          )}
        </div>
      ))}
    </section>
  );
}
