import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { found, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { codesOut, endCodes, makeSchoolCode, schoolsOf, trustLedFrom } from '~/people/trust.server';
import { londonDate } from '~/record/london-date';
import { schoolTotals } from '~/record/trust-totals.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { AddSchool } from './add-school';
import { SchoolSlip } from './school-slip';
import { type SchoolLine, TotalsTable } from './totals-table';

export const meta = () => title('Schools of the trust');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the trust');
  const { attune } = args.context;
  const trust = found(() => trustLedFrom(attune.db, who.schoolId));
  const today = londonDate(attune.now());
  return {
    who: pageWho(who),
    trust,
    schools: schoolsOf(attune.db, trust.id).map(
      (one): SchoolLine => ({ ...one, ...schoolTotals(attune.db, one.id, today) }),
    ),
    codes: codesOut(attune.db, trust.id, attune.now()),
    ended: new URL(args.request.url).searchParams.get('done') === 'ended',
  };
}

/** A code is answered with the page and not with a redirect: it is shown this once and kept nowhere. */
export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'see the trust');
  const { attune } = args.context;
  const actor = actorOf(who, 'see the trust');
  try {
    if (form.get('codes') === 'end') {
      endCodes(attune, actor);
      return redirect('/trust?done=ended', 303);
    }
    const { code, expiresAt } = makeSchoolCode(attune, actor);
    const slip = { code, expiresOn: londonDate(expiresAt), origin: attune.config.origin };
    return data({ slip, errors: undefined });
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function Schools() {
  const { who, trust, schools, codes, ended } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const slip = answer && 'slip' in answer ? answer.slip : null;
  return (
    <AppPage
      who={who}
      section="trust"
      here="/trust"
      title={trust.name}
      intro="How each school stands today: of everyone on its staff, how many have completed each module. Totals alone: what somebody answered or wrote stays with them, and names stay with their school unless its head says otherwise."
      width="wide"
    >
      <ErrorSummary errors={answer?.errors} />
      {ended && !answer ? (
        <Notice kind="good" title="Ended" focus live>
          <p>No code that was made before works any more.</p>
        </Notice>
      ) : null}
      {slip ? <SchoolSlip slip={slip} trust={trust.name} /> : null}
      <TotalsTable schools={schools} />
      <p>
        Totals of one school stand out of everyone on the staff there today, whoever was asked for
        the module. They say what was completed, never how well, and they are no ranking: schools
        began at different times, with different staff. <Link to="/privacy">Who sees what</Link>
      </p>
      <AddSchool who={who} codes={codes} />
    </AppPage>
  );
}
