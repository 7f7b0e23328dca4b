import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { Attune } from '~/context.server';
import { readForm } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { useAnswer } from '~/pages/use-answer';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { readWillNotChange, setWillNotChange } from '~/people/will-not-change.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { modulesToStart, slidesOf, staffEmail, staffToday } from './before-you-start.server';
import { hoursOf, peopleFrom, rateFrom } from './hours';
import { HoursAndCost } from './hours-and-cost';
import { KeptNotice } from './kept-notice';
import { SignOffStanding } from './sign-off-standing';
import { ToldToStaff } from './told-to-staff';
import { WillNotChangeForm } from './will-not-change-form';

export const meta = () => title('Before you start');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'prepare the school');
  const { attune } = args.context;
  const query = new URL(args.request.url).searchParams;
  const modules = modulesToStart(attune, who.schoolId);
  const minutes = modules.reduce((sum, one) => sum + one.minutes, 0);
  const people = peopleFrom(query.get('people'), staffToday(attune, who.schoolId));
  const kept = keptForm(args, who);
  return {
    who: pageWho(who),
    section: may(who, 'manage cohorts') ? ('lead' as const) : ('evidence' as const),
    slides: slidesOf(attune, who).length,
    email: staffEmail(attune, who),
    modules,
    hours: hoursOf(minutes, people, rateFrom(query.get('rate'))),
    rate: query.get('rate') ?? '',
    kept: kept !== null,
    values: kept ?? toEdit(wordsOf(attune, who.schoolId)),
    done: query.has('done'),
  };
}

const wordsOf = ({ db }: Pick<Attune, 'db'>, schoolId: string) => ({
  willNotChange: readWillNotChange(db, schoolId) ?? '',
});

const fields = z.object({
  willNotChange: z
    .string()
    .max(4000, 'This is longer than 4,000 characters. Please shorten it a little.')
    .default(''),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'prepare the school');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const merged = meanwhile(form, wordsOf(attune, who.schoolId));
  const { value, answer } = readForm(merged.form, fields, () => merged.errors);
  if (answer) return answer;
  setWillNotChange(attune, who, value.willNotChange);
  forgetForm(args, who);
  return redirect('/lead/before-you-start?done=1#will-not-change', 303);
}

export default function BeforeYouStart() {
  const { who, section, slides, email, modules, hours, rate, kept, values, done } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section={section}
      here="/lead/before-you-start"
      title="Before you start"
      intro="What staff need to hear before the first module, and what you and the head need to have settled."
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>All staff can read it from now on, before they start a module.</p>
        </Notice>
      ) : null}
      <ToldToStaff slides={slides} email={email} />
      <h2 id="will-not-change">What will not change here</h2>
      <KeptNotice who={who} kept={kept && !answer} />
      <WillNotChangeForm
        key={`${kept} ${values.openedWith}`}
        who={who}
        values={answer?.values ?? values}
        errors={answer?.errors}
      />
      <HoursAndCost modules={modules} hours={hours} rate={rate} />
      <SignOffStanding modules={modules} />
    </AppPage>
  );
}
