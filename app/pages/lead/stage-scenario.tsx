import { Link } from '@remix-run/react';
import type { PageName } from '~/learning/together/stage.server';
import type { ScenarioView } from '~/learning/views/scenario.server';
import { DebriefWords } from '~/pages/learn/scenario-debrief';
import { Button } from '~/ui/button';
import { Scene, SceneChoice, YouChose } from '~/ui/learning';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Prose } from '~/ui/prose';

interface StageScenarioProps {
  who: { formTag: string };
  scenario: ScenarioView;
  others: PageName[];
  base: string;
}

/** A scenario with a show of hands: the lead presses what most hands went up for. No hand is counted or kept. */
export function StageScenario({ who, scenario, others, base }: StageScenarioProps) {
  const moment = scenario.state === 'step' || scenario.state === 'ending' ? scenario : null;
  return (
    <>
      {moment ? <Moment who={who} moment={moment} /> : null}
      {scenario.state === 'debrief' ? (
        <Panel id="look" title={`Looking back at ${scenario.title}`}>
          <DebriefWords scenario={scenario} group />
        </Panel>
      ) : null}
      {scenario.state === 'summary' ? (
        <Panel id="look" title={`${scenario.title}: the summary`}>
          <Prose html={scenario.html} />
        </Panel>
      ) : null}
      <div className="actions">
        {moment ? <Act who={who} intent="summary" words="Read the summary instead" /> : null}
        {moment?.n === 0 ? null : <Act who={who} intent="over" words="Begin it again" />}
      </div>
      {others.length > 0 ? (
        <Details summary="Other examples">
          <ul>
            {others.map(({ id, title }) => (
              <li key={id}>
                <Link to={`${base}/${id}`} prefetch="none">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}

type At = Extract<ScenarioView, { state: 'step' | 'ending' }>;

function Moment({ who, moment }: { who: { formTag: string }; moment: At }) {
  const ending = moment.state === 'ending';
  return (
    <>
      <Scene id="scene" kind={moment.state}>
        {moment.n === 0 ? (
          <p>
            <strong>{moment.title}.</strong> {moment.setting}
          </p>
        ) : null}
        {moment.chose ? <YouChose html={moment.chose} label="The group chose" /> : null}
        <Prose html={moment.html} />
      </Scene>
      {ending ? (
        <>
          <h2>It could end here</h2>
          <Act who={who} intent="debrief" words="Look back at it" primary />
        </>
      ) : null}
      {moment.choices.length > 0 ? (
        <PostForm who={who} preventScrollReset>
          <input type="hidden" name="intent" value="choose" />
          <input type="hidden" name="n" value={moment.n} />
          <h2>{ending ? 'Or there is a way back' : 'What would you do? Hands up'}</h2>
          <div className="scene-choices">
            {moment.choices.map(({ n, html }, at) => (
              <SceneChoice
                key={n}
                name="choice"
                value={String(n)}
                html={html}
                letter={String.fromCharCode(65 + at)}
              />
            ))}
          </div>
          <p className="hint">
            Press the one that most hands go up for. No hand is counted or kept.
          </p>
        </PostForm>
      ) : null}
    </>
  );
}

interface ActProps {
  who: { formTag: string };
  intent: string;
  words: string;
  primary?: boolean;
}

function Act({ who, intent, words, primary }: ActProps) {
  return (
    <PostForm who={who}>
      <Button variant={primary ? 'primary' : 'quiet'} name="intent" value={intent}>
        {words}
      </Button>
    </PostForm>
  );
}
