import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isCohortError } from '~/cohorts/errors';
import { pathwayOnOffer, pathwaysOnOffer } from '~/cohorts/pathways.server';
import { giveTrustPathway, trustPathway, trustShelf } from '~/cohorts/trust-pathway.server';
import { found, readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { dateField, lineField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { trustLedFrom } from '~/people/trust.server';
import { isCivilDate, londonDate } from '~/record/london-date';
import { dayProblem } from '~/record/plausible-day';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { DateField, Radios } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { KeptNotice } from '../lead/kept-notice';
import { PathwayInSchools } from './pathway-in-schools';

export const meta = () => title('Give all schools a pathway');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the trust');
  const { attune } = args.context;
  const trust = found(() => trustLedFrom(attune.db, who.schoolId));
  const shelf = trustShelf(attune, who.schoolId);
  const offers = pathwaysOnOffer(shelf);
  const kept = keptForm(args, who, 'give');
  const query = new URL(args.request.url).searchParams;
  const pathway = kept?.pathway ?? query.get('pathway') ?? '';
  const startsOn = kept?.startsOn ?? query.get('startsOn') ?? '';
  const today = londonDate(attune.now());
  const odd = isCivilDate(startsOn) ? dayProblem(startsOn, today) : null;
  const chosen = offers.some(({ id }) => id === pathway) && isCivilDate(startsOn) && !odd;
  return {
    who: pageWho(who),
    trust,
    offers: offers.map(({ id, title: label, for: forWhom, steps }) => ({
      value: id,
      label,
      hint: `${forWhom}. ${steps.map((step) => step.title).join(', ')}.`,
    })),
    chosen: { pathway, startsOn: startsOn || today },
    odd,
    schools: chosen
      ? trustPathway(attune, trust.id, pathwayOnOffer(shelf, pathway), startsOn)
      : null,
    kept: kept !== null,
    values: kept ?? {},
    done: query.has('done'),
  };
}

const fields = (today: string) =>
  z.object({
    pathway: z.string('Choose a pathway.').min(1, 'Choose a pathway.'),
    startsOn: dateField('Choose the first day.', today),
    paidTime: lineField(200).min(1, 'Say when people are paid for it.'),
  });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'see the trust');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  try {
    const { value, answer } = readForm(form, fields(londonDate(attune.now())));
    if (answer) return answer;
    giveTrustPathway(attune, actorOf(who, 'see the trust'), value);
  } catch (error) {
    // A step's own day has no box here: the first day is what can be changed.
    if (isCohortError(error) && error.code === 'bad-date') {
      return refuse(form, {
        startsOn: ['Some module would be due on a day that has passed. Choose a later first day.'],
      });
    }
    return refuseFor(form, error);
  }
  forgetForm(args, who, 'give');
  return redirect('/trust/pathway?done=1', 303);
}

export default function TrustPathway() {
  const { who, trust, offers, chosen, odd, schools, kept, values, done } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="trust"
      here="/trust/pathway"
      title="Give all schools a pathway"
      intro={`One pathway for everyone in every school of ${trust.name}, by each school’s own term dates. You see the dates first.`}
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title="The pathway was given" focus live>
          <p>
            Each school’s lead finds it under Cohorts, and can move dates there, exempt somebody for
            a reason, or stop it.
          </p>
        </Notice>
      ) : null}
      <Panel title="Which one, and from when">
        <Form method="get">
          <Radios
            legend="Pathway"
            name="pathway"
            required
            error={answer?.errors.pathway}
            defaultValue={chosen.pathway}
            options={offers}
          />
          <DateField
            label="Starts on"
            name="startsOn"
            required
            hint="School weeks are counted from here in each school. Whoever joins later begins on the day they come in."
            error={answer?.errors.startsOn ?? odd ?? undefined}
            defaultValue={chosen.startsOn}
          />
          <Button variant={schools ? 'secondary' : 'primary'}>Show the dates</Button>
        </Form>
      </Panel>
      <KeptNotice who={who} kept={kept && !answer} formId="give" />
      {schools ? (
        <PathwayInSchools
          key={`${chosen.pathway} ${chosen.startsOn} ${kept}`}
          who={who}
          schools={schools}
          chosen={chosen}
          values={answer?.values ?? values}
          errors={answer?.errors}
        />
      ) : null}
    </AppPage>
  );
}
