import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { nextFriday } from '~/cohorts/friday';
import { readFriday } from '~/cohorts/friday.server';
import { putBack, setAside } from '~/cohorts/spoken-with.server';
import { civilDateInWords } from '~/course/said';
import { welcomeHelp } from '~/learning/help.server';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { refuse, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { AsideList } from './friday-aside';
import { LateCohortRow, PersonRow, ToInviteRow } from './friday-rows';

export const meta = () => title('Who needs a hand this week');

/** A longer list is not one for a Friday afternoon; the others come up as these are seen to. */
const most = 40;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const list = readFriday(attune, who.schoolId, welcomeHelp(attune.db, who.schoolId));
  noteDaily(args, who, 'opened this week’s list of who may need a hand', null);
  const today = londonDate(attune.now());
  return {
    who: pageWho(who),
    cohorts: list.cohorts,
    toInvite: list.toInvite.length,
    people: list.people.slice(0, most),
    more: Math.max(0, list.people.length - most),
    aside: list.aside,
    until: nextFriday(today),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const actor = actorOf(who, 'manage cohorts');
  const people = form.getAll('person').map(String);
  try {
    if (form.get('formId') === 'spoken' && people.length > 0) {
      setAside(attune, actor, people);
      return redirect('/lead/friday?done=spoken', 303);
    }
    if (form.get('formId') === 'back' && people[0]) {
      putBack(attune, actor, people[0]);
      return redirect('/lead/friday?done=back', 303);
    }
    return refuse(form, { '': ['Press one of the buttons on this page.'] });
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function ThisWeek() {
  const { who, cohorts, toInvite, people, more, aside, until, done } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const nobody = cohorts.length + toInvite + people.length === 0;
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/friday"
      title="Who needs a hand this week"
      intro="Who might be glad of a word, and what would help. It says where people stand and nothing else; whoever is away is not on it."
      width="wide"
      actions={<ButtonLink to="/lead">See everyone</ButtonLink>}
    >
      <ErrorSummary errors={answer?.errors} />
      {done === 'spoken' && !answer ? (
        <Notice kind="good" title="Thank you" focus live>
          <p>They are off this list until Friday {civilDateInWords(until)}.</p>
        </Notice>
      ) : null}
      {done === 'back' && !answer ? (
        <Notice kind="good" title="Back on the list" focus live />
      ) : null}
      {nobody ? (
        <Panel tone="next" title="Nobody needs a hand just now">
          <p>
            Everyone is where they are asked to be, or on the way there. If somebody has put
            something they learned to good use, this may be the day to tell them that you saw it.
          </p>
        </Panel>
      ) : (
        <ol className="rows">
          {cohorts.map((one) => (
            <LateCohortRow key={one.given.assignmentId} who={who} late={one} />
          ))}
          {toInvite > 0 ? <ToInviteRow n={toInvite} /> : null}
          {people.map((one) => (
            <PersonRow key={one.personId} who={who} need={one} />
          ))}
        </ol>
      )}
      {more > 0 ? (
        <p>
          And {more} more, who come up as these are seen to.{' '}
          <strong>Nobody has to see to all of it in one week.</strong>
        </p>
      ) : null}
      <AsideList who={who} aside={aside} />
    </AppPage>
  );
}
