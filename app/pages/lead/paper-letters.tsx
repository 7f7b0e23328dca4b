import { letterOf } from '~/learning/paper/letters';
import type { QuestionView } from '~/learning/views/question.server';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';
import { Prose } from '~/ui/prose';
import type { LookedAt } from './paper-letters.server';

interface FormProps {
  who: PageWho;
  questions: QuestionView[];
  errors: Record<string, string[]> | undefined;
  values: Record<string, string>;
}

/** A line for each question: its letters, and how sure they were if they said. */
export function LettersForm({ who, questions, errors, values }: FormProps) {
  return (
    <PostForm who={who} noValidate autoComplete="off">
      <p>
        A dash (-) says that a question was left blank, or cannot be read: it is then asked when
        they next sign in.
      </p>
      {questions.map((question, index) => {
        const n = index + 1;
        return (
          <fieldset key={question.id} className="paper-question">
            <legend>Question {n}</legend>
            <Prose html={question.stem} />
            <div className="form-row">
              <TextField
                label={`Letters ticked${question.kind === 'sort' ? ', from the top down' : ''}`}
                name={`letters-${n}`}
                width="short"
                hint={hintOf(question)}
                autoCapitalize="characters"
                spellCheck={false}
                error={errors?.[`letters-${n}`]}
                defaultValue={values[`letters-${n}`]}
              />
              <TextField
                label="How sure"
                name={`sure-${n}`}
                width="short"
                hint="S, F or G; may stay empty"
                autoCapitalize="characters"
                spellCheck={false}
                error={errors?.[`sure-${n}`]}
                defaultValue={values[`sure-${n}`]}
              />
            </div>
          </fieldset>
        );
      })}
      <div className="form-actions">
        <Button>Look at it again</Button>
      </div>
    </PostForm>
  );
}

function hintOf(question: QuestionView): string {
  if (question.kind === 'sort') {
    const last = letterOf(question.categories.length - 1);
    return `${question.statements.length} letters, A to ${last}`;
  }
  const last = letterOf(question.options.length - 1);
  return question.kind === 'one' ? `One letter, A to ${last}` : `One or more, A to ${last}`;
}

const said = { sure: 'sure', fairly: 'fairly sure', guess: 'a guess' } as const;

interface LookProps {
  who: PageWho;
  name: string;
  lines: LookedAt[];
  values: Record<string, string>;
}

/** What was typed, once more beside the paper. */
export function SecondLook({ who, name, lines, values }: LookProps) {
  const blank = lines.filter(({ letters }) => letters === null).length;
  return (
    <>
      <ol className="paper-look">
        {lines.map(({ n, stem, letters, sure }) => (
          <li key={n}>
            <Prose html={stem} />
            <p>
              <strong>{letters ?? 'Left blank'}</strong>
              {sure ? `, ${said[sure]}` : ''}
            </p>
          </li>
        ))}
      </ol>
      <p>
        These become {name}’s own answers. If they have answered any of them on a screen since,
        those first answers stand.
        {blank > 0
          ? ` ${blank === 1 ? 'The one left blank is' : `The ${blank} left blank are`} asked when they next sign in.`
          : ''}
      </p>
      <PostForm who={who}>
        {Object.entries(values).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <div className="form-actions">
          <Button name="step" value="save">
            Save these answers
          </Button>
          <Button name="step" value="change" variant="secondary">
            Change something
          </Button>
        </div>
      </PostForm>
    </>
  );
}
