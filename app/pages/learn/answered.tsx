import type { AnsweredView } from '~/learning/views/question.server';
import { Explanation } from '~/ui/learning';
import { Details } from '~/ui/panel';
import { Prose, ProseInline } from '~/ui/prose';

interface AnsweredProps {
  answered: AnsweredView;
  /** Answered before anything was taught: what fits is said, and nothing is marked. */
  guessed?: boolean;
}

/** An answered question: what was chosen, what is right and why; the rest to unfold. */
export function Answered({ answered, guessed = false }: AnsweredProps) {
  return (
    <>
      <Prose html={answered.stem} className="question-stem" />
      {answered.kind === 'sort' ? (
        <Sorted answered={answered} guessed={guessed} />
      ) : (
        <Chosen answered={answered} guessed={guessed} />
      )}
    </>
  );
}

type Option = Extract<AnsweredView, { kind: 'one' | 'many' }>['options'][number];

function Chosen({
  answered,
  guessed,
}: {
  answered: Extract<AnsweredView, { kind: 'one' | 'many' }>;
  guessed: boolean;
}) {
  const first = answered.options.filter((option) => option.chosen || option.right);
  const rest = answered.options.filter((option) => !option.chosen && !option.right);
  return (
    <>
      {first.map((option) => (
        <Explained key={option.n} option={option} guessed={guessed} />
      ))}
      {rest.length > 0 ? (
        <Details summary="About the other answers">
          {rest.map((option) => (
            <Explained key={option.n} option={option} guessed={guessed} />
          ))}
        </Details>
      ) : null}
    </>
  );
}

function Explained({ option, guessed }: { option: Option; guessed: boolean }) {
  const marked = option.right ? (option.chosen ? 'Right' : 'This one is right') : 'Not this one';
  const said = option.right ? 'This is what we think' : 'Many people think so';
  const words = guessed ? said : marked;
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

function Sorted({
  answered,
  guessed,
}: {
  answered: Extract<AnsweredView, { kind: 'sort' }>;
  guessed: boolean;
}) {
  return (
    <>
      {answered.statements.map((statement) => (
        <Explanation
          key={statement.n}
          right={statement.right}
          words={
            guessed
              ? `We put it under “${statement.rightly}”`
              : statement.right
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
