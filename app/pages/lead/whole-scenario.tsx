import type { Scenario, Step } from '~/course/module';
import { Scene } from '~/ui/learning';
import { Prose, ProseInline } from '~/ui/prose';

const seenBy = { adult: 'The adult', child: 'The child', class: 'The class' } as const;

/** A scenario with every branch, lens and tag, for those who may read modules whole. */
export function WholeScenario({ scenario, level }: { scenario: Scenario; level: 2 | 3 }) {
  const Title = `h${level}` as const;
  const Part = level === 2 ? 'h3' : 'h4';
  const anchor = (id: string) => `${scenario.id}-${id}`;
  const place = (step: Step, about: string) => (
    <Scene key={step.id} id={anchor(step.id)} kind={about ? 'ending' : 'step'}>
      <Part>
        {step.id}
        {about}
      </Part>
      <Prose html={step.html} />
      {step.choices.length > 0 ? (
        <ul>
          {step.choices.map((choice) => (
            <li key={choice.html}>
              <ProseInline html={choice.html} /> ({choice.tag}; leads to{' '}
              <a href={`#${anchor(choice.to)}`}>{choice.to}</a>)
            </li>
          ))}
        </ul>
      ) : null}
    </Scene>
  );
  return (
    <section>
      <Title>{scenario.title}</Title>
      <p>
        {scenario.setting} Starts at <a href={`#${anchor(scenario.start)}`}>{scenario.start}</a>.
      </p>
      {scenario.steps.map((step) => place(step, ''))}
      {scenario.endings.map((ending) => place(ending, `, an ending: ${ending.kind}`))}
      {scenario.lenses.map((lens) => (
        <Scene key={`${lens.who} ${lens.html}`} kind="lens">
          <Part>The same minutes: {seenBy[lens.who].toLowerCase()}</Part>
          <Prose html={lens.html} />
        </Scene>
      ))}
      <Part>Debrief</Part>
      <Prose html={scenario.debrief} />
      <Part>Summary, for whoever skips the example</Part>
      <Prose html={scenario.summary} />
    </section>
  );
}
