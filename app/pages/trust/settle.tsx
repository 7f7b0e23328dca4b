import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { lineField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import {
  namesToTrust,
  setNamesToTrust,
  startTrust,
  takeOnTrust,
  trustLeads,
  trustOf,
} from '~/people/trust.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Checkbox, TextField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { KeptNotice } from '../lead/kept-notice';

export const meta = () => title('A trust of schools');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'settle the trust');
  const { db, now } = args.context.attune;
  const trust = trustOf(db, who.schoolId);
  const kept = keptForm(args, who);
  return {
    who: pageWho(who),
    section: may(who, 'manage cohorts') ? ('lead' as const) : ('evidence' as const),
    trust,
    leads: trust ? trustLeads(db, trust.id, londonDate(now())).map(({ name }) => name) : [],
    names: namesToTrust(db, who.schoolId),
    kept: kept !== null,
    values: kept ?? {},
    done: new URL(args.request.url).searchParams.has('done'),
  };
}

const fields = z.object({ name: lineField(100).min(1, 'Type the name of the trust.') });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'settle the trust');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const actor = actorOf(who, 'settle the trust');
  try {
    const doing = form.get('formId');
    if (doing === 'names') setNamesToTrust(attune, actor, form.get('names') === 'yes');
    else if (doing === 'take on') takeOnTrust(attune, actor);
    else {
      const { value, answer } = readForm(form, fields);
      if (answer) return answer;
      startTrust(attune, actor, value.name);
      forgetForm(args, who);
    }
  } catch (error) {
    return refuseFor(form, error);
  }
  return redirect('/lead/settings/trust?done=1', 303);
}

export default function SettleTrust() {
  const { who, section, trust, leads, names, kept, values, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section={section}
      here="/lead/settings"
      title="A trust of schools"
      intro="Several schools that give their staff the same training. The trust sees totals of each school, never an answer or anybody’s words."
      back={{ to: '/lead/settings', label: 'Settings' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>It holds from the next page that anybody opens.</p>
        </Notice>
      ) : null}
      {trust ? (
        <Panel title={trust.name}>
          <p>
            {leads.length > 0 ? `Led by ${leads.join(', ')}.` : 'Nobody leads it now.'}{' '}
            {who.roles.includes('trust lead') ? <Link to="/trust">See its schools</Link> : null}
          </p>
          {leads.length === 0 ? (
            <PostForm who={who}>
              <input type="hidden" name="formId" value="take on" />
              <Button variant="secondary">Lead it myself</Button>
            </PostForm>
          ) : null}
          <PostForm key={String(names)} who={who}>
            <input type="hidden" name="formId" value="names" />
            <Checkbox
              label="Let the trust see names"
              name="names"
              hint="The names of who has still to do a module, and nothing more of them. Tell your staff before you tick this. Whenever the trust opens them it is written down, and staff see that it was."
              defaultChecked={names}
            />
            <Button>Save</Button>
          </PostForm>
        </Panel>
      ) : (
        <>
          <KeptNotice who={who} kept={kept && !answer} />
          <Panel title="Begin a trust">
            <p>
              If your trust uses Attune already, ask its lead for a code instead: a school comes
              into a trust when it is set up.
            </p>
            <PostForm key={String(kept)} who={who} noValidate>
              <TextField
                label="Name of the trust"
                name="name"
                autoComplete="off"
                error={answer?.errors.name}
                defaultValue={answer?.values.name ?? values.name}
              />
              <p>You will be its first lead, and can give that to others.</p>
              <Button>Begin the trust</Button>
            </PostForm>
          </Panel>
        </>
      )}
    </AppPage>
  );
}
