import type { PageName, StagePart } from '~/learning/together/stage.server';
import { ButtonLink } from '~/ui/button';
import { CueCard, Explanation } from '~/ui/learning';
import { Panel } from '~/ui/panel';
import { Prose, ProseInline } from '~/ui/prose';
import { StageScenario } from './stage-scenario';

interface PartsProps {
  who: { formTag: string };
  parts: StagePart[];
  otherExamples: PageName[];
  /** Address of the session's screen. */
  base: string;
}

/** What is on the screen: to read, and to talk about. Nothing on it is collected. */
export function StageParts({ who, parts, otherExamples, base }: PartsProps) {
  // biome-ignore lint/suspicious/useIterableCallbackReturn: every kind of part returns; TypeScript checks that none is forgotten.
  return parts.map((part, n) => {
    // Parts never move: the order is theirs in the version.
    const key = `${part.type} ${n}`;
    switch (part.type) {
      case 'prose':
        return <Prose key={key} html={part.html} />;
      case 'card':
        return (
          <CueCard key={key} title={part.title}>
            <Prose html={part.html} />
          </CueCard>
        );
      case 'check':
        return <Check key={key} part={part} />;
      case 'talk':
        return (
          <Panel key={key} tone="tinted" title="Talk in pairs">
            <p>{part.prompt}</p>
            <p className="hint">Nothing is collected, and nobody has to speak about themselves.</p>
          </Panel>
        );
      case 'scenario':
        return (
          <StageScenario
            key={key}
            who={who}
            scenario={part.scenario}
            others={otherExamples}
            base={base}
          />
        );
      case 'commit':
        return (
          <Panel key={key} tone="tinted" title="Talk in pairs: one thing to try">
            <p>
              What is one thing you could do differently this week? When, and how would you know
              that it helped?
            </p>
            <p>
              Nothing is written down here. Each of you chooses your own on your own page, after the
              quiz, and nobody else reads it.
            </p>
          </Panel>
        );
    }
  });
}

/** A check to talk about: the options, and what each means once the room wants to see it. */
function Check({ part: { question, means } }: { part: Extract<StagePart, { type: 'check' }> }) {
  const id = `check-${question.id}`;
  if (means) return <Meanings id={id} means={means} />;
  return (
    <Panel id={id} tone="tinted" title="What do you think?">
      <Prose html={question.stem} className="question-stem" />
      <ol type="A" className="presenter-options">
        {(question.kind === 'sort' ? question.statements : question.options).map((one) => (
          <li key={one.n}>
            <ProseInline html={one.html} />
          </li>
        ))}
      </ol>
      {question.kind === 'sort' ? (
        <p>Which of these: {question.categories.join(', or ')}?</p>
      ) : (
        <p className="hint">
          {question.kind === 'many' ? 'More than one may fit. ' : ''}Talk about it with whoever is
          beside you first.
        </p>
      )}
      <p>
        <ButtonLink
          to={`?means=${encodeURIComponent(question.id)}#${id}`}
          preventScrollReset
          variant="secondary"
        >
          Show what each means
        </ButtonLink>
      </p>
    </Panel>
  );
}

type Means = NonNullable<Extract<StagePart, { type: 'check' }>['means']>;

function Meanings({ id, means }: { id: string; means: Means }) {
  return (
    <Panel id={id} tone="tinted" title="What each means">
      <Prose html={means.stem} className="question-stem" />
      {(means.kind === 'sort' ? means.statements : means.options).map((one) => (
        <Explanation
          key={one.n}
          right={'rightly' in one || one.right}
          words={
            'rightly' in one
              ? `We put it under “${one.rightly}”`
              : one.right
                ? 'This is what we think'
                : 'Many people think so'
          }
        >
          <p>
            <strong>
              <ProseInline html={one.html} />
            </strong>
          </p>
          <Prose html={one.explanation} />
        </Explanation>
      ))}
    </Panel>
  );
}
