import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { leaveOut, writeDigests } from '~/messages/digests.server';
import { previewDigests } from '~/messages/preview.server';
import { instantInWords } from '~/messages/said';
import { nextRun, saveSchedule, scheduleOf } from '~/messages/schedule.server';
import { weekOf } from '~/messages/working-time';
import { readForm, refuse } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { RemindersNot } from './reminders-not';
import { RemindersPreview } from './reminders-preview';
import { RemindersSchedule } from './reminders-schedule';

export const meta = () => title('Reminders');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const { monday, wouldGet, not } = previewDigests(attune, who.schoolId, who.schoolName);
  const now = attune.now().getTime();
  const run = nextRun(attune.db, who.schoolId, now);
  return {
    who: pageWho(who),
    monday,
    wouldGet: wouldGet.map(({ at, due, ...one }) => ({
      ...one,
      when: at <= now ? 'within a minute' : instantInWords(at),
      due: due.map(({ title: module, dueOn }) => ({ module, dueOn })),
    })),
    not,
    schedule: scheduleOf(attune.db, who.schoolId),
    nextRun: run === null ? null : instantInWords(run),
    hasServer: attune.config.mail !== null,
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const timetable = z.object({
  weekday: z.enum(['0', '1', '2', '3', '4', '5'], 'Choose a day.'),
  hour: z.coerce
    .number('Choose an hour.')
    .int('Choose an hour.')
    .min(8, 'Choose an hour.')
    .max(16, 'Choose an hour.'),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const actor = actorOf(who, 'manage cohorts');
  if (form.get('formId') === 'schedule') {
    const { value, answer } = readForm(form, timetable);
    if (answer) return answer;
    const weekday = Number(value.weekday) || null;
    saveSchedule(attune, actor, { weekday, hour: value.hour, fridays: form.has('fridays') });
    return redirect('/lead/reminders?done=schedule', 303);
  }
  const monday = form.get('monday');
  if (typeof monday !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(monday)) {
    return refuse(form, { '': ['Press one of the buttons on this page.'] });
  }
  const shown = form.getAll('shown').map(String);
  const out = new Set(form.getAll('out').map(String));
  const wasOut = new Set(form.getAll('wasOut').map(String));
  leaveOut(attune, actor, {
    monday,
    out: [...out].filter((id) => !wasOut.has(id)),
    back: shown.filter((id) => wasOut.has(id) && !out.has(id)),
  });
  if (form.get('intent') === 'leave out') return redirect('/lead/reminders?done=out', 303);
  if (monday !== weekOf(londonDate(attune.now()))) {
    return refuse(form, {
      '': [
        'What stood on the page was for another week, so nothing was written. This is what would go now.',
      ],
    });
  }
  const meant = shown.filter((id) => !out.has(id));
  const n = writeDigests(attune, who.schoolId, who.personId, new Set(meant));
  if (n === 0) {
    return refuse(form, {
      '': ['There is nobody to remind: everyone listed is left out, or has one.'],
    });
  }
  return redirect(`/lead/outbox?done=reminders&n=${n}&not=${meant.length - n}`, 303);
}

/** Who is to be reminded may be why a form comes back, so the page shows it as it is now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 400 || defaultShouldRevalidate;

const saidOf: Record<string, string> = {
  schedule: 'That is when reminders go from now on.',
  out: 'Those you ticked are left out this week.',
};

export default function Reminders() {
  const { who, monday, wouldGet, not, schedule, nextRun, hasServer, done } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const said = done ? saidOf[done] : undefined;
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/reminders"
      title="Reminders"
      intro="One kind message a week at most: what is open, how long it takes, the time that is paid for it, and where to get help. Read them here first."
      actions={<ButtonLink to="/lead/outbox">Outbox</ButtonLink>}
    >
      <ErrorSummary errors={answer?.errors} />
      {said && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>{said}</p>
        </Notice>
      ) : null}
      {hasServer ? null : (
        <Notice kind="info" title="No mail server is set">
          <p>
            Reminders wait in the <Link to="/lead/outbox">outbox</Link> for you to print or copy.
          </p>
        </Notice>
      )}
      <RemindersPreview
        key={wouldGet.map(({ personId, leftOut }) => `${personId}${leftOut}`).join()}
        who={who}
        monday={monday}
        wouldGet={wouldGet}
        nextRun={nextRun}
        hasServer={hasServer}
      />
      <RemindersNot not={not} />
      <RemindersSchedule
        key={JSON.stringify(schedule)}
        who={who}
        schedule={schedule}
        nextRun={nextRun}
        errors={answer?.errors}
      />
    </AppPage>
  );
}
