import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCohorts } from '~/cohorts/cohorts.server';
import { membersOf } from '~/cohorts/members.server';
import { setAsideWaysIn } from '~/messages/write.server';
import { refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { isJoiningList, joiningLists, joiningOf } from '~/people/joining';
import { listStaff } from '~/people/staff-list.server';
import { createWaysIn, mostAtOnce, waysInOf } from '~/people/ways-in.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { title } from '~/ui/title';
import { JoinedList } from './joined-list';
import { slipOf } from './slip.server';
import { SlipSheet } from './slip-sheet';

export const meta = () => title('Who has joined');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage people');
  const { attune } = args.context;
  const query = new URL(args.request.url).searchParams;
  const today = londonDate(attune.now());
  const cohorts = listCohorts(attune, who.schoolId);
  const cohort = cohorts.find(({ id }) => id === query.get('cohort')) ?? null;
  const members =
    cohort && new Set(membersOf(attune.db, who.schoolId, cohort.id).map(({ id }) => id));
  const waysIn = waysInOf(attune.db, who.schoolId, attune.now());
  const everyone = listStaff(attune.db, who.schoolId)
    .filter(
      ({ id, leaveDate }) => (!leaveDate || leaveDate >= today) && (!members || members.has(id)),
    )
    .map(({ id, name, joinedAt, startDate, email }) => ({
      id,
      name,
      startsOn: startDate > today ? startDate : null,
      byEmail: email !== null,
      joining: joiningOf(joinedAt === null ? null : londonDate(joinedAt), waysIn.get(id)),
    }));
  const asked = query.get('show');
  const show = isJoiningList(asked) ? asked : 'not-joined';
  const states: readonly string[] = joiningLists[show].states;
  const listed = everyone.filter(({ joining }) => states.includes(joining.state));
  const pages = Math.max(1, Math.ceil(listed.length / mostAtOnce));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  return {
    who: pageWho(who),
    cohorts: cohorts.map(({ id, name }) => ({ id, name })),
    cohort: cohort && { id: cohort.id, name: cohort.name },
    show,
    counted: {
      joined: everyone.filter(({ joining }) => joining.state === 'joined').length,
      all: everyone.length,
    },
    people: listed.slice((page - 1) * mostAtOnce, page * mostAtOnce),
    listed: listed.length,
    page,
    pages,
  };
}

/** Answers with the page and not with a redirect: the codes are shown this once and kept nowhere. */
export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage people');
  const { attune } = args.context;
  const only = form.get('only');
  const ids = typeof only === 'string' ? [only] : form.getAll('person').map(String);
  try {
    const { made, joined } = createWaysIn(attune, actorOf(who, 'manage people'), ids);
    // What was to bring them the code before waits no longer.
    setAsideWaysIn(
      attune.db,
      attune.now(),
      who.schoolId,
      made.map(({ personId }) => personId),
    );
    const about = { origin: attune.config.origin, schoolName: who.schoolName };
    return data({ slips: made.map((one) => slipOf(one, about)), joined, errors: undefined });
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function Joined() {
  const { who, ...list } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  if (answer && 'slips' in answer) {
    const { slips, joined } = answer;
    const back = list.cohort
      ? { to: `/lead/cohorts/${list.cohort.id}`, label: list.cohort.name }
      : { to: '/lead/joined', label: 'Who has joined' };
    return (
      <AppPage
        who={who}
        section="lead"
        title={slips.length === 1 ? 'One slip' : `${slips.length} slips`}
        intro="Print them now: for safety the codes are shown this once. Ways in that these people had before have ended."
        back={back}
        width="wide"
      >
        <SlipSheet slips={slips} joined={joined} />
      </AppPage>
    );
  }
  return (
    <AppPage
      who={who}
      section="lead"
      title="Who has joined"
      intro="Everyone needs a way in once: a code for one use, good for 14 days, with which they choose a password. Making a new one ends the one before."
      back={{ to: '/lead/people', label: 'People' }}
      width="wide"
      actions={<ButtonLink to="/lead/ways-in">E-mail links instead</ButtonLink>}
    >
      <JoinedList who={who} {...list} errors={answer?.errors} />
    </AppPage>
  );
}
