import type { QuestionView } from '~/learning/views/question.server';
import { Checkboxes, Radios } from '~/ui/fields';
import { Prose, ProseInline } from '~/ui/prose';
import type { Kept } from './kept-draft';
import type { PageAnswer } from './page-answer.server';
import { pickName } from './pick-form';

/** A question's answer as fields: one of several, any of several, or a group for each statement. */
export function QuestionFields({
  question,
  answer,
  kept,
  form,
}: {
  question: QuestionView;
  answer: PageAnswer | undefined;
  /** What was marked when the session ended; several values stand one to a line. */
  kept: Kept | undefined;
  /** Id of the form they belong to, where they do not stand inside it. */
  form?: string;
}) {
  const name = pickName(question.id);
  const chosenIn = (field: string) =>
    answer?.values[field] ?? kept?.fields[field]?.split('\n') ?? [];
  const error = answer?.errors[name];
  if (question.kind === 'sort') {
    return (
      <div className="question" id={name} tabIndex={-1}>
        <Prose html={question.stem} className="question-stem" />
        {error ? <p className="field-error">{error.join(' ')}</p> : null}
        {question.statements.map(({ n, html }) => {
          const field = pickName(question.id, n);
          return (
            <Radios
              key={n}
              name={field}
              form={form}
              legend={<ProseInline html={html} />}
              options={question.categories.map((label, value) => ({ value: String(value), label }))}
              defaultValue={chosenIn(field)[0]}
              inline
            />
          );
        })}
      </div>
    );
  }
  const options = question.options.map(({ n, html }) => ({
    value: String(n),
    label: <ProseInline html={html} />,
  }));
  const chosen = chosenIn(name);
  const common = {
    name,
    form,
    error,
    options,
    legend: <ProseInline html={question.stem} />,
    className: 'question',
  };
  if (question.kind === 'one') return <Radios {...common} defaultValue={chosen[0]} />;
  return <Checkboxes {...common} hint="Choose all that apply." defaultValue={chosen} />;
}
