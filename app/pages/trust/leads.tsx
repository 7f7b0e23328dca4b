import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { found, readForm, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { firstScreen } from '~/people/rights';
import { roleName } from '~/people/role-names';
import { listStaff } from '~/people/staff-list.server';
import {
  giveTrustLead,
  type TrustLead,
  takeTrustLead,
  trustLeads,
  trustLedFrom,
} from '~/people/trust.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { SelectField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';

export const meta = () => title('Trust leads');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the trust');
  const { db, now } = args.context.attune;
  const trust = found(() => trustLedFrom(db, who.schoolId));
  const today = londonDate(now());
  const leads = trustLeads(db, trust.id, today);
  const leading = new Set(leads.map(({ personId }) => personId));
  return {
    who: pageWho(who),
    trust,
    me: who.personId,
    leads,
    people: listStaff(db, who.schoolId)
      .filter(({ id, leaveDate }) => !leading.has(id) && (!leaveDate || leaveDate >= today))
      .map(({ id, name, roleGroup }) => ({
        value: id,
        label: `${name}, ${roleName(who.roleNames, roleGroup)}`,
      })),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const fields = z.object({ person: z.string('Choose who it is.').min(1, 'Choose who it is.') });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'see the trust');
  const { attune } = args.context;
  const actor = actorOf(who, 'see the trust');
  try {
    const { value, answer } = readForm(form, fields);
    if (answer) return answer;
    if (form.get('formId') === 'take') {
      takeTrustLead(attune, actor, value.person);
      const left = who.roles.filter((role) => role !== 'trust lead');
      const own = value.person === who.personId;
      return redirect(own ? firstScreen({ roles: left }) : '/trust/leads?done=taken', 303);
    }
    giveTrustLead(attune, actor, value.person);
    return redirect('/trust/leads?done=given', 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

const saidOf: Record<string, string> = {
  given: 'They see totals of every school of the trust from their next page on.',
  taken: 'They see the trust no more, from their next page on.',
};

export default function TrustLeads() {
  const { who, trust, me, leads, people, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const said = saidOf[done ?? ''];
  return (
    <AppPage
      who={who}
      section="trust"
      here="/trust/leads"
      title="Trust leads"
      intro={`Who sees totals of every school of ${trust.name}, adds schools and gives all of them a pathway.`}
    >
      <ErrorSummary errors={answer?.errors} />
      {said && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>{said}</p>
        </Notice>
      ) : null}
      <Table<TrustLead>
        caption="Trust leads"
        rows={leads}
        rowKey={({ personId }) => personId}
        columns={[
          {
            key: 'name',
            head: 'Name',
            rowHead: true,
            cell: ({ name, personId }) => (personId === me ? `${name} (you)` : name),
          },
          { key: 'school', head: 'School', cell: ({ schoolName }) => schoolName },
          {
            key: 'take',
            head: 'Change',
            cell: ({ name, personId }) => (
              <Details
                summary={
                  <>
                    {personId === me ? 'Give it up' : 'Take it away'}
                    <span className="visually-hidden">: {name}</span>
                  </>
                }
              >
                <PostForm who={who}>
                  <input type="hidden" name="formId" value="take" />
                  <input type="hidden" name="person" value={personId} />
                  <Button variant="secondary">
                    {personId === me ? 'Yes, give it up' : 'Yes, take it away'}
                    <span className="visually-hidden">: {name}</span>
                  </Button>
                </PostForm>
              </Details>
            ),
          },
        ]}
      />
      <Panel title="Somebody else at your school">
        <PostForm who={who} reset={answer === undefined} noValidate>
          <SelectField
            label="Who"
            name="person"
            error={answer?.errors.person}
            defaultValue={answer?.values.person ?? ''}
            hint="Somebody at another school of the trust is given the role by a trust lead there."
            options={[{ value: '', label: 'Choose a name' }, ...people]}
          />
          <Button>Make them a trust lead</Button>
        </PostForm>
      </Panel>
    </AppPage>
  );
}
