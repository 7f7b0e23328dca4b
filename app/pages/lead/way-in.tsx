import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { found, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readStaffMember } from '~/people/staff-list.server';
import { createWayIn } from '~/people/way-in.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { Slip } from './slip';

export const meta = () => title('A way in');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage people');
  const member = found(() =>
    readStaffMember(args.context.attune.db, who.schoolId, args.params.person ?? ''),
  );
  return { who: pageWho(who), person: { id: member.id, name: member.name } };
}

/** Answers with the page and not with a redirect: the code is shown this once and kept nowhere. */
export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage people');
  const { attune } = args.context;
  try {
    const personId = args.params.person ?? '';
    const wayIn = createWayIn(attune, actorOf(who, 'manage people'), personId);
    const { name, email, staffNumber } = readStaffMember(attune.db, who.schoolId, personId);
    const slip = {
      name,
      code: wayIn.code,
      expiresOn: londonDate(wayIn.expiresAt),
      origin: attune.config.origin,
      schoolName: who.schoolName,
      signInName: [email, staffNumber].filter(Boolean).join(' or '),
    };
    return data({ slip, errors: undefined });
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function WayIn() {
  const { who, person } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const slip = answer && 'slip' in answer ? answer.slip : null;
  return (
    <AppPage
      who={who}
      section="lead"
      title={slip ? `A way in for ${person.name}` : `Give ${person.name} a way in`}
      intro={
        slip
          ? 'Print it or send the link now: for safety the code is shown this once.'
          : 'A code for one use within 14 days, to print or to send. No e-mail is needed.'
      }
      back={{ to: `/lead/people/${person.id}`, label: person.name }}
    >
      <ErrorSummary errors={answer?.errors} />
      {slip ? (
        <Slip slip={slip} />
      ) : (
        <PostForm who={who}>
          <Button>Give a new way in</Button>
        </PostForm>
      )}
    </AppPage>
  );
}
