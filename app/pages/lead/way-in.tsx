import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';
import { mailWaysIn } from '~/messages/ways-in.server';
import { setAsideWaysIn } from '~/messages/write.server';
import { found, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readStaffMember } from '~/people/staff-list.server';
import { createWayIn } from '~/people/way-in.server';
import { addressChanges } from '~/record/address-changes.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { title } from '~/ui/title';
import { changeInWords } from './address-in-words';
import { Slip } from './slip';
import { slipOf } from './slip.server';
import { WayInForm } from './way-in-form';

export const meta = () => title('A way in');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage people');
  const { db } = args.context.attune;
  const { id, name, email } = found(() =>
    readStaffMember(db, who.schoolId, args.params.person ?? ''),
  );
  const moved = addressChanges(db, who.schoolId, id).get(id);
  const changed = moved ? changeInWords(moved) : null;
  return { who: pageWho(who), person: { id, name, email, changed } };
}

/** Answers with the page and not with a redirect: the code is shown this once and kept nowhere. */
export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage people');
  const { attune } = args.context;
  try {
    const personId = args.params.person ?? '';
    if (form.get('how') === 'e-mail') {
      const { schoolName } = who;
      const address = form.get('address');
      const recipients = [{ personId, address: typeof address === 'string' ? address : null }];
      mailWaysIn(attune, actorOf(who, 'manage people'), { recipients, schoolName });
      return redirect('/lead/outbox?done=ways-in&n=1', 303);
    }
    const wayIn = createWayIn(attune, actorOf(who, 'manage people'), personId);
    setAsideWaysIn(attune.db, attune.now(), who.schoolId, [personId]);
    const { name, email, staffNumber } = readStaffMember(attune.db, who.schoolId, personId);
    const about = { origin: attune.config.origin, schoolName: who.schoolName };
    const slip = slipOf({ ...wayIn, name, email, staffNumber }, about);
    return data({ slip, errors: undefined });
  } catch (error) {
    return refuseFor(form, error);
  }
}

/** An address that somebody changed meanwhile is why the form may come back, so the page shows it as it is now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 409 || defaultShouldRevalidate;

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
          : 'On paper or by e-mail, whichever they have.'
      }
      back={{ to: `/lead/people/${person.id}`, label: person.name }}
    >
      <ErrorSummary errors={answer?.errors} />
      {slip ? (
        <Slip slip={slip} />
      ) : (
        <div id="person">
          <WayInForm who={who} personId={person.id} email={person.email} changed={person.changed} />
        </div>
      )}
    </AppPage>
  );
}
