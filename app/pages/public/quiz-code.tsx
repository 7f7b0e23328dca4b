import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { openWithCode } from '~/learning/by-code/use-code.server';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { endSession, startQuizSession } from '~/people/session.server';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';
import { PublicPage } from '~/ui/public-page';
import { title } from '~/ui/title';

export const meta = () => title('A quiz by code');

/** Says nothing about the code, right or wrong: only the form's answer does, and that is throttled. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return { code: params.code ?? '', over: new URL(request.url).searchParams.has('over') };
}

const fields = z.object({
  code: z.string().trim().min(1, 'Type the code from your slip.').max(40),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const { attune, address } = context;
  const form = await request.formData();
  const { value, answer } = readForm(form, fields);
  if (answer) return answer;
  try {
    const { personId, module } = openWithCode(attune, { code: value.code, address });
    await endSession(attune, request.headers.get('Cookie'));
    const cookie = await startQuizSession(attune, personId, module);
    return redirect('/by-code', { status: 303, headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function QuizCode() {
  const { code, over } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors;
  return (
    <PublicPage
      title="Your quiz, with a code"
      intro="The code on your slip opens one quiz on this computer, without a password. It opens nothing else of yours, and it ends when you sign out or after 15 quiet minutes."
      width="form"
    >
      <ErrorSummary errors={errors} />
      {over && !errors ? (
        <Notice title="You are signed out">
          <p>
            What you answered is kept. A code works once: to go on, ask your attachment lead for
            another, or{' '}
            <Link to="/sign-in" prefetch="none">
              sign in
            </Link>{' '}
            with your password.
          </p>
        </Notice>
      ) : null}
      <PostForm who={null} noValidate>
        <TextField
          label="Code"
          name="code"
          hint="Eight letters and numbers, like K7QD-94MF. It works once."
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          width="short"
          error={errors?.code}
          defaultValue={answer?.values.code ?? code}
        />
        <div className="form-actions">
          <Button>Open my quiz</Button>
        </div>
      </PostForm>
    </PublicPage>
  );
}
