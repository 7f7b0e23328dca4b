import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { assignmentsOf } from '~/cohorts/assignments.server';
import { choiceOf, saveChoice } from '~/messages/choice.server';
import { readForm } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readStaffMember } from '~/people/staff-list.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Checkboxes, Radios } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { weekdays } from '~db/schema';

export const meta = () => title('Reminders');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { db } = args.context.attune;
  return {
    who: pageWho(who),
    choice: choiceOf(db, who.personId),
    days: weekdays.map((label, n) => ({ value: String(n + 1), label })),
    email: readStaffMember(db, who.schoolId, who.personId).email,
    due: assignmentsOf(db, who.personId).length,
    done: new URL(args.request.url).searchParams.has('done'),
  };
}

const fields = z.object({
  tone: z.enum(['gentle', 'brief', 'required'], 'Choose how you would like to be reminded.'),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'learn');
  const { value, answer } = readForm(form, fields);
  if (answer) return answer;
  const days = form
    .getAll('day')
    .map(Number)
    .filter((day) => day >= 1 && day <= 5);
  saveChoice(args.context.attune, who.personId, { tone: value.tone, days });
  return redirect('/account/reminders?done=1', 303);
}

export default function Reminders() {
  const { who, choice, days, email, due, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="account"
      here="/account/reminders"
      title="Reminders"
      intro="At most one a week, on your working days between 8 and 5, never on leave or in the holidays. It says what is open for you, how long it takes and the time you are paid for it."
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>That is how you will be reminded from now on.</p>
        </Notice>
      ) : null}
      <p>
        {email
          ? `They come to ${email}.`
          : 'The staff list has no e-mail address for you, so yours are printed.'}{' '}
        Your attachment lead reads them before they go, and so can tell how you chose; nobody else
        is told.
      </p>
      <PostForm who={who}>
        <Radios
          legend="How would you like them?"
          name="tone"
          error={answer?.errors.tone}
          defaultValue={choice.tone}
          options={[
            {
              value: 'gentle',
              label: 'Gently',
              hint: 'What is due within three weeks, with a few words about where to find time and help.',
            },
            { value: 'brief', label: 'Briefly', hint: 'The same, in as few words as can be.' },
            {
              value: 'required',
              label: 'Only when I have to know',
              hint: 'Only in a week in which something is due, or when a date has gone by.',
            },
          ]}
        />
        <Checkboxes
          legend="On which days?"
          name="day"
          hint="One of these, not each of them. None ticked means any working day."
          inline
          defaultValue={choice.days.map(String)}
          options={days}
        />
        <Button>Save</Button>
      </PostForm>
      <Panel title="In your own calendar">
        {due > 0 ? (
          <>
            <p>
              A file with your due dates, which calendars on phones and computers can open. Each is
              an entry for the whole day that takes up no time and rings no bell. It is a copy: if a
              date changes here, download it again.
            </p>
            <p>
              <a href="/account/due-dates.ics" className="button button-secondary">
                Download your due dates (.ics)
              </a>
            </p>
          </>
        ) : (
          <p>When you have due dates, you can take them into your own calendar from here.</p>
        )}
      </Panel>
    </AppPage>
  );
}
