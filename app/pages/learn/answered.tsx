import type { AnsweredView } from '~/learning/views/question.server';
import { Explanation } from '~/ui/learning';
import { Details } from '~/ui/panel';
import { Prose, ProseInline } from '~/ui/prose';

/** An answered question: what was chosen, what is right and why; the rest to unfold. */
export function Answered({ answered }: { answered: AnsweredView }) {
  return (
    <>
      <Prose html={answered.stem} className="question-stem" />
      {answered.kind === 'sort' ? <Sorted answered={answered} /> : <Chosen answered={answered} />}
    </>
  );
}

type Option = Extract<AnsweredView, { kind: 'one' | 'many' }>['options'][number];

function Chosen({ answered }: { answered: Extract<AnsweredView, { kind: 'one' | 'many' }> }) {
  const first = answered.options.filter((option) => option.chosen || option.right);
  const rest = answered.options.filter((option) => !option.chosen && !option.right);
  return (
    <>
      {first.map((option) => (
        <Explained key={option.n} option={option} />
      ))}
      {rest.length > 0 ? (
        <Details summary="About the other answers">
          {rest.map((option) => (
            <Explained key={option.n} option={option} />
          ))}
        </Details>
      ) : null}
    </>
  );
}

function Explained({ option }: { option: Option }) {
  const words = option.right ? (option.chosen ? 'Right' : 'This one is right') : 'Not this one';
  return (
    <Explanation right={option.right} chosen={option.chosen} words={words}>
      <p>
        <strong>
          <ProseInline html={option.html} />
        </strong>
      </p>
      <Prose html={option.explanation} />
    </Explanation>
  );
}

function Sorted({ answered }: { answered: Extract<AnsweredView, { kind: 'sort' }> }) {
  return (
    <>
      {answered.statements.map((statement) => (
        <Explanation
          key={statement.n}
          right={statement.right}
          words={
            statement.right
              ? `Right: ${statement.rightly}`
              : `You chose “${statement.chosen}”; it belongs under “${statement.rightly}”`
          }
        >
          <p>
            <strong>
              <ProseInline html={statement.html} />
            </strong>
          </p>
          <Prose html={statement.explanation} />
        </Explanation>
      ))}
    </>
  );
}
