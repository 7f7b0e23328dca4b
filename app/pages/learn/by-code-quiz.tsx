import type { QuizByCode } from '~/learning/by-code/by-code.server';
import type { QuizView } from '~/learning/views/quiz.server';
import { Panel } from '~/ui/panel';
import type { OnPage } from './module-form';
import { OpenAttempt } from './open-attempt';
import { Quiz } from './quiz-view';

interface QuizProps {
  under: NonNullable<QuizByCode['under']>;
  on: OnPage;
}

/** The quiz as far as it went with this code; how an earlier go went is for its person's own screen. */
export function QuizOrResult({ under, on }: QuizProps) {
  const { quiz, completed } = under;
  if (quiz === 'earlier') {
    if (completed) return null;
    return (
      <Panel id="result" tone="tinted" title="You have had a go at this quiz">
        <p>
          How it went is shown when you sign in with your password, and not here. If you would like
          another go, it is there too.
        </p>
      </Panel>
    );
  }
  return quiz.state === 'result' ? <Result quiz={quiz} on={on} /> : <Quiz quiz={quiz} on={on} />;
}

/** As after any go, without links to pages that the code does not open. */
function Result({ quiz, on }: { quiz: Extract<QuizView, { state: 'result' }>; on: OnPage }) {
  const again = quiz.lookAgain.map(({ title }) => `“${title}”`).join(', ');
  if (quiz.standardMet) {
    return (
      <Panel id="result" tone="tinted" title="Standard met">
        <p>
          Every safety question right, and {quiz.right} of {quiz.of} in all. Others see only that
          you met the standard.
        </p>
      </Panel>
    );
  }
  return (
    <Panel id="result" tone="tinted" title="Not yet">
      <p>
        {quiz.right} of {quiz.of} this time; {quiz.needed} are needed, and every safety question
        among them. Nobody else is shown this.
      </p>
      {again ? <p>Pages to look at again, when you sign in: {again}.</p> : null}
      <OpenAttempt goes={quiz.goes} words="Have another go" on={on} />
    </Panel>
  );
}
