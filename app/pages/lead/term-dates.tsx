import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { saveSchoolDates, schoolDatesOf } from '~/cohorts/school-calendar.server';
import {
  missingBankHolidays,
  readTermDates,
  termsLost,
  typedFrom,
} from '~/cohorts/term-dates-form';
import { beyondInWords, yearsInWords } from '~/cohorts/year-in-words';
import { readForm, refuse } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { KeptNotice } from './kept-notice';
import { TermDatesFields } from './term-dates-fields';
import { YearsAsTheyStand } from './years-as-they-stand';

export const meta = () => title('Term dates');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const dates = schoolDatesOf(args.context.attune.db, who.schoolId);
  const of = (kind: string) => dates.filter((d) => d.kind === kind);
  const held = dates.length === 0 || missingBankHolidays(of('term'), of('closed')).length === 0;
  const kept = keptForm(args, who);
  return {
    who: pageWho(who),
    kept: kept !== null,
    fromCalendar: kept?.fromCalendar === 'yes',
    values: kept ?? {
      ...toEdit({ ...typedFrom(dates) }),
      ...(held ? { bankHolidays: 'yes' } : {}),
    },
    years: yearsInWords(dates),
    beyond: beyondInWords(dates),
    today: londonDate(args.context.attune.now()),
    done: new URL(args.request.url).searchParams.has('done'),
  };
}

/** Room for some ten years of dates in each box. */
const box = z.string().max(20_000, 'This is too long. Keep the last few years.').default('');
const fields = z.object({
  terms: box,
  closed: box,
  inset: box,
  bankHolidays: z.literal('yes').optional(),
  noTerms: z.literal('yes').optional(),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const before = schoolDatesOf(attune.db, who.schoolId);
  const merged = meanwhile(form, { ...typedFrom(before) });
  const { value, answer } = readForm(merged.form, fields, () => merged.errors);
  if (answer) return answer;
  const { dates, errors } = readTermDates(
    value,
    value.bankHolidays === 'yes',
    londonDate(attune.now()),
  );
  const lost = value.noTerms ? null : termsLost(before, dates);
  if (lost) errors.terms = [...(errors.terms ?? []), lost];
  if (Object.keys(errors).length > 0) return refuse(merged.form, errors);
  saveSchoolDates(attune, actorOf(who, 'manage cohorts'), dates);
  forgetForm(args, who);
  return redirect('/lead/term-dates?done=1', 303);
}

export default function TermDates() {
  const { who, kept, fromCalendar, values, years, beyond, today, done } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/settings"
      title="Term dates"
      intro="What comes back after a module, such as a few questions after four school weeks, waits for days when school is open. Type the dates, or paste them from the school’s own list."
      back={{ to: '/lead/settings', label: 'Settings' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>This is the year as it stands now.</p>
        </Notice>
      ) : null}
      <YearsAsTheyStand years={years} beyond={beyond} today={today} />
      <p>
        <Link to="/lead/term-dates/calendar" prefetch="none">
          Read them from a calendar file
        </Link>{' '}
        (.ics), as councils publish them.
      </p>
      <KeptNotice
        who={who}
        kept={kept && !answer}
        says={
          fromCalendar
            ? 'The boxes below hold what you chose from the calendar, beside what was there. Look through them, and save.'
            : undefined
        }
      />
      <TermDatesFields
        // Once saved, the boxes hold what was made of it, and not what the browser left in them.
        key={JSON.stringify(values)}
        who={who}
        values={answer?.values ?? values}
        errors={answer?.errors}
      />
    </AppPage>
  );
}
