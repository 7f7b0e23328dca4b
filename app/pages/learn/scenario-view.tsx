import { Link } from '@remix-run/react';
import type { ScenarioView } from '~/learning/views/scenario.server';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/fields';
import { Scene, SceneChoice, YouChose } from '~/ui/learning';
import { Details, Panel } from '~/ui/panel';
import { Prose } from '~/ui/prose';
import { AboutThisBox } from './about-this-box';
import { KeptDraft, SaveForLater } from './kept-draft';
import { ModuleForm, type OnPage } from './module-form';
import { ScenarioDebrief } from './scenario-debrief';
import { StartAgain } from './start-scenario';

type At<S extends ScenarioView['state']> = Extract<ScenarioView, { state: S }>;

/** A scenario, one moment at a time. */
export function ScenarioPlay({
  scenario,
  others,
  on,
}: {
  scenario: ScenarioView;
  others: { id: string; title: string }[];
  on: OnPage;
}) {
  return (
    <>
      {scenario.state === 'ready' ? <Ready scenario={scenario} on={on} /> : null}
      {scenario.state === 'step' || scenario.state === 'ending' ? (
        <Moment scenario={scenario} on={on} />
      ) : null}
      {scenario.state === 'debrief' ? <ScenarioDebrief scenario={scenario} on={on} /> : null}
      {scenario.state === 'summary' ? <Summary scenario={scenario} on={on} /> : null}
      {others.length > 0 ? (
        <Details
          summary={
            scenario.state === 'ready'
              ? 'Choose another example instead'
              : 'Other examples, if you like'
          }
        >
          <p>One example is enough, whichever you choose.</p>
          <ul>
            {others.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/learn/${on.slug}/${id}`} prefetch="none">
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

function Ready({ scenario, on }: { scenario: At<'ready'>; on: OnPage }) {
  return (
    <Panel title={scenario.title} tone="tinted">
      <p>{scenario.setting}</p>
      <p>
        You choose what to do and see what follows. Nobody is shown what you choose: your lead sees
        what five people or more chose first, and never who. You can go back and mend it.
      </p>
      <StartAgain scenario={scenario} on={on} words="Start the example" primary />
      <SkipToSummary scenario={scenario} on={on} />
      <Pause />
    </Panel>
  );
}

function Moment({ scenario, on }: { scenario: At<'step' | 'ending'>; on: OnPage }) {
  const ending = scenario.state === 'ending';
  return (
    <>
      <Scene id="scene" kind={scenario.state}>
        {scenario.n === 0 ? <p>{scenario.setting}</p> : null}
        {scenario.chose ? <YouChose html={scenario.chose} /> : null}
        <Prose html={scenario.html} />
      </Scene>
      {ending ? (
        <ModuleForm on={on} hidden={{ intent: 'read debrief', runId: scenario.runId }}>
          <h2>It could end here</h2>
          <Button>Look back at it</Button>
        </ModuleForm>
      ) : null}
      {scenario.choices.length > 0 ? <Choices scenario={scenario} ending={ending} on={on} /> : null}
      <SkipToSummary scenario={scenario} on={on} />
      <Pause />
    </>
  );
}

function Choices({
  scenario,
  ending,
  on,
}: {
  scenario: At<'step' | 'ending'>;
  ending: boolean;
  on: OnPage;
}) {
  const formId = `why-${scenario.id}-${scenario.n}`;
  const kept = on.kept[formId];
  return (
    <ModuleForm
      key={`${scenario.runId} ${scenario.n}`}
      on={on}
      hidden={{ intent: 'choose', runId: scenario.runId, n: scenario.n }}
    >
      <h2>{ending ? 'Or there is a way back' : 'What do you do?'}</h2>
      {scenario.choices.map(({ n, html }) => (
        <SceneChoice key={n} name="choice" value={String(n)} html={html} />
      ))}
      <Details summary="Say why first, for yourself" open={kept !== undefined}>
        <TextArea
          label="Why would you choose this?"
          name="why"
          rows={3}
          hint="Optional. Write it, then press your choice above."
          error={on.answer?.errors.why}
          defaultValue={on.answer?.values.why?.[0] ?? kept?.fields.why ?? ''}
        />
        <AboutThisBox
          tell={on.tell}
          kept="It stays until you delete it under “Your words”, or until 30 days after your last day at the school."
        />
        <SaveForLater />
      </Details>
      <KeptDraft formKey={`${on.here}#${formId}`} kept={kept} />
    </ModuleForm>
  );
}

function Summary({ scenario, on }: { scenario: At<'summary'>; on: OnPage }) {
  return (
    <>
      <Panel id="summary" title={`${scenario.title}: the summary`}>
        <Prose html={scenario.html} />
      </Panel>
      <StartAgain scenario={scenario} on={on} words="Try the example as well" />
    </>
  );
}

/** Nothing to press: every choice is kept as it is made. */
function Pause() {
  return (
    <p className="hint">
      You can stop here at any moment. Close the page; when you come back, you are at this very
      place.
    </p>
  );
}

function SkipToSummary({ scenario, on }: { scenario: ScenarioView; on: OnPage }) {
  return (
    <ModuleForm
      on={on}
      hidden={{
        intent: 'read summary',
        enrolmentId: on.enrolmentId,
        scenario: scenario.id,
        n: scenario.goes,
      }}
    >
      <Button variant="quiet">Skip to the summary</Button>
      <p className="hint">
        It teaches the same in plain words and counts the same. You need no reason, and nobody is
        shown who skipped.
      </p>
    </ModuleForm>
  );
}
