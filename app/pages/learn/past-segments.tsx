import type { SegmentView } from '~/learning/views/page.server';
import type { QuestionView } from '~/learning/views/question.server';
import { CueCard } from '~/ui/learning';
import { Panel } from '~/ui/panel';
import { Prose, ProseInline } from '~/ui/prose';
import { Answered } from './answered';
import { DebriefWords } from './scenario-debrief';

/** A page's content to read, with one's own answers and nothing to press. The quiz stands at the end of the whole. */
export function PastSegments({ segments }: { segments: SegmentView[] }) {
  return segments.map((segment, n) => {
    // The order is theirs in the version.
    const key = `${segment.type} ${n}`;
    return <Past key={key} segment={segment} />;
  });
}

function Past({ segment }: { segment: SegmentView }) {
  switch (segment.type) {
    case 'prose':
      return <Prose html={segment.html} />;
    case 'card':
      return (
        <CueCard title={segment.title}>
          <Prose html={segment.html} />
        </CueCard>
      );
    case 'check':
      return (
        <Panel title="A question you left" level={3} tone="tinted">
          <Unanswered question={segment.question} />
        </Panel>
      );
    case 'answered':
      return (
        <Panel title="A question you answered" level={3} tone="tinted">
          <Answered answered={segment.answered} />
        </Panel>
      );
    case 'reflect':
      return (
        <Panel title={segment.prompt} level={3}>
          <p className="as-typed">{segment.written?.text ?? 'You wrote nothing here.'}</p>
        </Panel>
      );
    case 'commit':
      return (
        <Panel title="One thing I will do" level={3}>
          <p className="as-typed">{segment.commitment?.what || 'No words are kept here.'}</p>
        </Panel>
      );
    case 'scenario':
      return <PastScenario scenario={segment.scenario} />;
    case 'quiz':
      return null;
  }
}

function Unanswered({ question }: { question: QuestionView }) {
  const lines = question.kind === 'sort' ? question.statements : question.options;
  return (
    <>
      <Prose html={question.stem} className="question-stem" />
      <ul>
        {lines.map(({ n, html }) => (
          <li key={n}>
            <ProseInline html={html} />
          </li>
        ))}
      </ul>
    </>
  );
}

type Scenario = Extract<SegmentView, { type: 'scenario' }>['scenario'];

function PastScenario({ scenario }: { scenario: Scenario }) {
  return (
    <Panel title={scenario.title} level={3}>
      <p>{scenario.setting}</p>
      {scenario.state === 'debrief' ? <DebriefWords scenario={scenario} open /> : null}
      {scenario.state === 'summary' ? <Prose html={scenario.html} /> : null}
      {scenario.state === 'ready' ? <p>You did not open this example.</p> : null}
      {scenario.state === 'step' || scenario.state === 'ending' ? (
        <p>You stopped part-way through this example.</p>
      ) : null}
    </Panel>
  );
}
