import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { byField, readForm, refuseFor } from '~/pages/form-answer.server';
import { endSession, startSession } from '~/people/session.server';
import { joinProblems, joinWithCode } from '~/people/way-in.server';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choices';
import { ErrorSummary } from '~/ui/error-summary';
import { TextField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';
import { PublicPage } from '~/ui/public-page';
import { title } from '~/ui/title';

export const meta = () => title('Use your code');

/** Says nothing about the code, right or wrong: only the form's answer does, and that is throttled. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { code: params.code ?? '' };
}

const fields = z.object({
  code: z.string().trim().min(1, 'Type the code from your slip.').max(40),
  password: z.string().min(1, 'Choose a password.'),
  own: z.literal('yes').optional(),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const { attune, address } = context;
  const form = await request.formData();
  try {
    const { value, answer } = readForm(form, fields, (typed) =>
      byField(joinProblems(attune, typed('code'), String(form.get('password') ?? ''), address)),
    );
    if (answer) return answer;
    const personId = await joinWithCode(attune, value.code, value.password, address);
    await endSession(attune, request.headers.get('Cookie'));
    const cookie = await startSession(attune, personId, value.own !== 'yes');
    return redirect('/', { status: 303, headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function Join() {
  const { code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors;
  return (
    <PublicPage
      title="Use your code"
      intro="Choose a password, and you are in. Next time you sign in with your e-mail address or staff number and that password."
      width="form"
    >
      <ErrorSummary errors={errors} />
      <PostForm who={null} noValidate>
        <TextField
          label="Code"
          name="code"
          hint="Eight letters and numbers, like K7QD-94MF. It works once, for 14 days."
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          width="short"
          error={errors?.code}
          defaultValue={answer?.values.code ?? code}
        />
        <TextField
          label="Choose a password"
          name="password"
          type="password"
          hint="At least 12 characters of any kind. Three or four words are easy to remember."
          autoComplete="new-password"
          required
          width="full"
          error={errors?.password}
        />
        <Checkbox
          label="This is my own device"
          name="own"
          hint="Keeps you signed in for 30 days. Leave it empty on a computer that others use."
          defaultChecked={answer?.values.own === 'yes'}
        />
        <div className="form-actions">
          <Button>Set my password and come in</Button>
        </div>
      </PostForm>
    </PublicPage>
  );
}
