import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { quizByCode } from '~/learning/by-code/by-code.server';
import { isLearningError } from '~/learning/errors';
import { useAnswer } from '~/pages/use-answer';
import { pageWho, requireQuiz } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { PublicPage } from '~/ui/public-page';
import { References } from '~/ui/references';
import { StillThere } from '~/ui/still-there';
import { title } from '~/ui/title';
import { byCodeAction } from './by-code-action.server';
import { QuizOrResult } from './by-code-quiz';
import { CommitForm } from './commit-form';
import { keptFor } from './kept.server';
import type { OnPage } from './module-form';
import { notFound } from './page-answer.server';
import { WhoToTell } from './who-to-tell';

export const meta = () => title('Your quiz');

const here = '/by-code';

export async function loader(args: LoaderFunctionArgs) {
  const { who, module, since } = await requireQuiz(args);
  const { attune } = args.context;
  const query = new URL(args.request.url).searchParams;
  try {
    const answered = query.get('answered');
    const shown = quizByCode(attune, who, { module, since, answered });
    const quiz = shown.under?.quiz;
    const segments = [
      ...(quiz && quiz !== 'earlier' ? [{ type: 'quiz' as const, quiz }] : []),
      { type: 'commit' as const, commitment: null },
    ];
    return {
      who: pageWho(who),
      shown,
      kept: keptFor(attune, who.personId, here, segments),
      answeredBefore: query.has('before'),
      whoToTell: readWhoToTell(attune.db, who.schoolId),
    };
  } catch (error) {
    if (isLearningError(error)) throw notFound(error.message);
    throw error;
  }
}

export { byCodeAction as action };

export default function ByCode() {
  const { who, shown, kept, answeredBefore, whoToTell } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof byCodeAction>();
  const { under } = shown;
  const on: OnPage = {
    ...{ who, here, slug: shown.slug, kept, answeredBefore, answer },
    enrolmentId: under?.enrolmentId ?? '',
    tell: whoToTell?.safeguardingLead.name ?? null,
    refreshing: under?.refreshing ?? false,
    wordsForm: null,
  };
  return (
    <PublicPage
      title={shown.title}
      intro={`For ${who.name}, on a shared computer. Only this quiz is open here. What you answer is kept; to go on another day, ask for another code or sign in.`}
    >
      <ErrorSummary errors={answer?.errors} />
      {under === null ? (
        <PostForm who={who} action={here}>
          <input type="hidden" name="n" value={shown.enrolments} />
          <p>Starting the module opens its quiz. Its pages wait for you wherever you sign in.</p>
          <Button name="intent" value="start">
            Start
          </Button>
        </PostForm>
      ) : under.completed ? (
        <Panel tone="tinted" title="You have completed this module">
          <p>Your certificate is there when you sign in with your password.</p>
        </Panel>
      ) : null}
      {under ? <QuizOrResult under={under} on={on} /> : null}
      {under?.commit === 'open' ? (
        <CommitForm segment={{ type: 'commit', commitment: null }} on={on} />
      ) : null}
      {under?.commit === 'made' ? (
        <Panel title="One thing I will do">
          <p>You have chosen one. To read or change it, sign in with your password.</p>
        </Panel>
      ) : null}
      <WhoToTell school={whoToTell} />
      {under ? <References sources={under.sources} /> : null}
      <form method="post" action="/sign-out">
        <input type="hidden" name="formTag" value={who.formTag} />
        <Button variant="secondary">Sign out</Button>
      </form>
      <StillThere formTag={who.formTag} />
    </PublicPage>
  );
}
