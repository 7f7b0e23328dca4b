import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { byField, readForm, refuseFor } from '~/pages/form-answer.server';
import { contactFields, whoToTellOf } from '~/pages/lead/contact-form.server';
import { lineField } from '~/pages/typed-fields.server';
import { startSession } from '~/people/session.server';
import { isSetUp, setUpSchool, setupProblems } from '~/people/setup.server';
import { ButtonLink } from '~/ui/button';
import { PublicPage } from '~/ui/public-page';
import { title } from '~/ui/title';
import { Slip } from '../lead/slip';
import { slipOf } from '../lead/slip.server';
import { SetupForm } from './setup-form';

export const meta = () => title('Set up Attune');

export async function loader({ context }: LoaderFunctionArgs) {
  return { done: isSetUp(context.attune) };
}

const name = lineField();
const email = z.union([
  z.literal(''),
  z.email('Type an e-mail address, such as sam@school.example.'),
]);
const fields = z.object({
  code: z.string().trim().min(1, 'Type the code that was printed when Attune started.'),
  schoolName: name.min(1, 'Type the name of your school.'),
  urn: z.union([z.literal(''), z.string().regex(/^\d{6}$/, 'A URN has six digits.')]),
  ...contactFields,
  you: z.enum(['lead', 'head', 'both'], 'Choose which of them you are.'),
  leadName: name.min(1, 'Type the name of your attachment lead.'),
  leadEmail: email.refine((value) => value !== '', 'Type the attachment lead’s e-mail address.'),
  headEmail: email,
  password: z.string().min(1, 'Choose a password.'),
  own: z.literal('yes').optional(),
});

const headMissing = {
  field: 'headEmail',
  message: 'Type the headteacher’s e-mail address.',
};

/** Answers with the page and not with a redirect: the other person's code is shown once and kept nowhere. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { attune, address } = context;
  const form = await request.formData();
  try {
    const { value, answer } = readForm(form, fields, (typed) => {
      const password = String(form.get('password') ?? '');
      const missing = typed('you') !== 'both' && !typed('headEmail');
      return byField([
        ...setupProblems(attune, typed('code'), password, address),
        ...(missing ? [headMissing] : []),
      ]);
    });
    if (answer) return answer;
    const { you, password } = value;
    const whoToTell = whoToTellOf(value);
    const done = await setUpSchool(
      attune,
      {
        code: value.code,
        schoolName: value.schoolName,
        urn: value.urn || null,
        whoToTell,
        lead: {
          name: value.leadName,
          email: value.leadEmail,
          password: you === 'head' ? null : password,
        },
        head:
          you === 'both'
            ? null
            : {
                // Typed once, among those to tell.
                name: whoToTell.head.name,
                email: value.headEmail,
                password: you === 'head' ? password : null,
              },
      },
      address,
    );
    const me = you === 'head' ? done.headId : done.leadId;
    const headers = { 'Set-Cookie': await startSession(attune, me, value.own !== 'yes') };
    const [wayIn] = done.waysIn;
    if (!wayIn) return redirect('/', { status: 303, headers });
    const email = you === 'head' ? value.leadEmail : value.headEmail;
    const slip = slipOf(
      { ...wayIn, email, staffNumber: null },
      { origin: attune.config.origin, schoolName: value.schoolName },
    );
    return data({ slip, errors: undefined, values: undefined }, { headers });
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function SetUp() {
  const { done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'slip' in answer) {
    return (
      <PublicPage
        title="Attune is ready"
        intro={`Give this to ${answer.slip.name}. The code is shown this once; a lead can always make a new one.`}
        actions={
          <ButtonLink to="/" variant="primary">
            Go to your first screen
          </ButtonLink>
        }
      >
        <Slip slip={answer.slip} />
      </PublicPage>
    );
  }
  if (done) {
    return (
      <PublicPage
        title="Attune is set up already"
        intro="There is nothing more to do here."
        actions={<ButtonLink to="/sign-in">Sign in</ButtonLink>}
      >
        <p>If you cannot sign in, your attachment lead can give you a new way in.</p>
      </PublicPage>
    );
  }
  return <SetupForm errors={answer?.errors} values={answer?.values} />;
}
