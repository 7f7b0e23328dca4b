import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { whoIsHere } from '~/people/guard.server';
import { localPath } from '~/people/local-path';
import { endSession, startSession } from '~/people/session.server';
import { signIn } from '~/people/sign-in.server';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choices';
import { ErrorSummary } from '~/ui/error-summary';
import { TextField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';
import { PublicPage } from '~/ui/public-page';
import { title } from '~/ui/title';

export const meta = () => title('Sign in');

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const next = localPath(query.get('next'));
  const idle = query.has('idle');
  // After an idle quarter of an hour the screen is cleared, whoever's session it still is.
  const who = idle ? null : await whoIsHere(args);
  // Whoever is here with a code for one quiz may well want to sign in for the rest.
  if (who && !who.quiz) throw redirect(next, 303);
  return { next, idle, kept: query.has('kept'), out: query.has('out') };
}

const fields = z.object({
  email: z.string().trim().min(1, 'Type your e-mail address or staff number.').max(320),
  password: z.string().min(1, 'Type your password.'),
  own: z.literal('yes').optional(),
  next: z.string().optional(),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const { attune, address } = context;
  const form = await request.formData();
  const { value, answer } = readForm(form, fields);
  if (answer) return answer;
  try {
    const personId = await signIn(attune, { ...value, address });
    await endSession(attune, request.headers.get('Cookie'));
    const cookie = await startSession(attune, personId, value.own !== 'yes');
    return redirect(localPath(value.next), { status: 303, headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function SignIn() {
  const { next, idle, kept, out } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors;
  // Said once, above both fields: which of the two is wrong is not for anyone to know.
  const refused = errors?.[''];
  return (
    <PublicPage title="Sign in" width="form">
      <ErrorSummary errors={errors} title={refused ? 'That did not work' : undefined} />
      {!errors && kept ? (
        <Notice kind="care" title="You had been signed out, so nothing was sent">
          <p>What you typed is kept for you. Sign in and it will be where you left it.</p>
        </Notice>
      ) : null}
      {!errors && idle ? (
        <Notice title="The screen was cleared">
          <p>This computer was idle for a quarter of an hour. Sign in to go on where you were.</p>
        </Notice>
      ) : null}
      {!errors && out ? (
        <Notice kind="good" title="You are signed out" live>
          <p>Nothing of yours is left on this computer.</p>
        </Notice>
      ) : null}
      <PostForm who={null} noValidate>
        <input type="hidden" name="next" value={next} />
        <TextField
          label="E-mail address or staff number"
          name="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          width="full"
          error={errors?.email}
          aria-invalid={Boolean(errors?.email ?? refused) || undefined}
          defaultValue={answer?.values.email}
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          width="full"
          error={errors?.password}
          aria-invalid={Boolean(errors?.password ?? refused) || undefined}
        />
        <Checkbox
          label="This is my own device"
          name="own"
          hint="Keeps you signed in for 30 days. Leave it empty on a computer that others use: then you are signed out after 15 quiet minutes."
          defaultChecked={answer?.values.own === 'yes'}
        />
        <div className="form-actions">
          <Button>Sign in</Button>
        </div>
      </PostForm>
      <p>
        New here, or forgotten your password? Ask your attachment lead for a way in, then{' '}
        <Link to="/join" prefetch="none">
          use your code
        </Link>
        .
      </p>
    </PublicPage>
  );
}
