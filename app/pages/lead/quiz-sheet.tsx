import { letterOf } from '~/learning/paper/letters';
import type { QuestionView } from '~/learning/views/question.server';
import { Prose, ProseInline } from '~/ui/prose';

interface QuizSheetProps {
  sheet: { shown: string; name: string; moduleTitle: string; questions: QuestionView[] };
  school: string;
}

/** One person's quiz on paper. Nothing on it tells a right answer. */
export function QuizSheet({ sheet, school }: QuizSheetProps) {
  const { shown, name, moduleTitle, questions } = sheet;
  return (
    <section className="quiz-sheet" aria-label={`Sheet for ${name}`}>
      <div className="quiz-sheet-head">
        <div>
          <p className="quiz-sheet-name">{name}</p>
          <p>
            {moduleTitle}: the quiz. {school}.
          </p>
        </div>
        <p className="quiz-sheet-number">
          Sheet <strong>{shown}</strong>
        </p>
      </div>
      <p>
        There is no clock. Tick the box beside your answer; to change one, cross the letter out. A
        question left blank is asked when you next sign in. How sure you are is up to you to say.
      </p>
      <ol className="quiz-sheet-questions">
        {questions.map((question) => (
          <li key={question.id}>
            <Prose html={question.stem} />
            {question.kind === 'sort' ? (
              <Sort question={question} />
            ) : (
              <>
                <p className="quiz-sheet-how">
                  {question.kind === 'one' ? 'Tick one.' : 'Tick all that apply.'}
                </p>
                <ul className="quiz-sheet-options">
                  {question.options.map(({ n, html }, place) => (
                    <li key={n}>
                      <Box letter={letterOf(place)} /> <ProseInline html={html} />
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p className="quiz-sheet-sure">
              How sure? <Box letter="S" /> sure <Box letter="F" /> fairly sure <Box letter="G" /> a
              guess
            </p>
          </li>
        ))}
      </ol>
      <p className="quiz-sheet-foot">
        <strong>Who reads this.</strong> Whoever types this in sees the letters you ticked. The
        result comes to you alone when you next sign in. If you would rather nobody saw, use your
        phone or a code instead. The one thing you will try is not on this sheet: you choose it when
        you sign in, and only you can read it.
      </p>
    </section>
  );
}

function Sort({ question }: { question: Extract<QuestionView, { kind: 'sort' }> }) {
  const letters = question.categories.map((_, place) => letterOf(place));
  return (
    <>
      <p className="quiz-sheet-how">
        Tick one letter on each line:{' '}
        {question.categories.map((category, place) => (
          <span key={category} className="quiz-sheet-key">
            <strong>{letterOf(place)}</strong> {category}
          </span>
        ))}
      </p>
      <ul className="quiz-sheet-options">
        {question.statements.map(({ n, html }) => (
          <li key={n} className="quiz-sheet-line">
            <ProseInline html={html} />
            <span className="quiz-sheet-boxes">
              {letters.map((letter) => (
                <Box key={letter} letter={letter} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Drawn, so that it prints as it stands, whatever the fonts. */
function Box({ letter }: { letter: string }) {
  return (
    <span className="quiz-sheet-box">
      <span aria-hidden="true" className="quiz-sheet-tick" />
      {letter}
    </span>
  );
}
