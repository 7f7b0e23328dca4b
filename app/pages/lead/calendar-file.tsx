import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type CalendarFile, datesWith, readCalendarFile } from '~/cohorts/calendar-file.server';
import { schoolDatesOf } from '~/cohorts/school-calendar.server';
import { type Dated, missingBankHolidays, nameless, typedFrom } from '~/cohorts/term-dates-form';
import { refuse, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keepForm, keptForm } from '~/pages/kept-form.server';
import { toEdit } from '~/pages/meanwhile.server';
import { useAnswer } from '~/pages/use-answer';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { decode } from '~/people/staff-list/to-text.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { title } from '~/ui/title';
import { CalendarEntries } from './calendar-entries';
import { ChooseCalendar } from './choose-calendar';

export const meta = () => title('Term dates from a calendar');

/** What was read stays until it is chosen from or put aside, as words typed into a form do. */
function readBefore(args: LoaderFunctionArgs, who: Parameters<typeof keptForm>[1]) {
  const kept = keptForm(args, who, 'read');
  return kept?.calendar ? (JSON.parse(kept.calendar) as CalendarFile) : null;
}

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  return { who: pageWho(who), calendar: readBefore(args, who) };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const before = schoolDatesOf(attune.db, who.schoolId);
  if (form.get('formId') === 'choose') {
    const calendar = readBefore(args, who);
    if (!calendar) return redirect('/lead/term-dates/calendar', 303);
    const chosen = calendar.entries.flatMap(({ name, startsOn, endsOn }, n): Dated[] => {
      const kind = form.get(`kind.${n}`);
      if (kind !== 'term' && kind !== 'closed' && kind !== 'INSET') return [];
      return [{ kind, name: name || nameless[kind], startsOn, endsOn }];
    });
    if (chosen.length === 0) {
      return refuse(form, {
        'kind.0': ['Nothing is chosen. Say of one entry at least what it is.'],
      });
    }
    const boxes = typedFrom(datesWith(before, chosen));
    const terms = before.filter(({ kind }) => kind === 'term');
    const shut = before.filter(({ kind }) => kind === 'closed');
    const held = before.length === 0 || missingBankHolidays(terms, shut).length === 0;
    keepForm(args, who, '/lead/term-dates', {
      ...boxes,
      ...(held ? { bankHolidays: 'yes' } : {}),
      openedWith: toEdit({ ...typedFrom(before) }).openedWith ?? '',
      fromCalendar: 'yes',
    });
    forgetForm(args, who, 'read');
    return redirect('/lead/term-dates', 303);
  }
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    return refuse(form, { file: ['Choose a calendar file first.'] });
  }
  try {
    const text = decode(Buffer.from(await file.arrayBuffer()));
    const terms = before.filter(({ kind }) => kind === 'term');
    const calendar = readCalendarFile(text, londonDate(attune.now()), terms);
    keepForm(
      args,
      who,
      '/lead/term-dates/calendar',
      { calendar: JSON.stringify(calendar) },
      'read',
    );
    return redirect('/lead/term-dates/calendar', 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function CalendarFilePage() {
  const { who, calendar } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/settings"
      title="Term dates from a calendar"
      intro={
        calendar
          ? 'Say of each entry what it is to your school. Nothing is saved yet.'
          : 'Councils and schools publish calendar files (.ics) to subscribe to. Attune reads the term dates in them, and you look through them before anything is saved.'
      }
      back={{ to: '/lead/term-dates', label: 'Term dates' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {calendar ? (
        <CalendarEntries
          who={who}
          calendar={calendar}
          values={answer?.values ?? {}}
          error={answer?.errors['kind.0']}
        />
      ) : (
        <ChooseCalendar who={who} error={answer?.errors.file} />
      )}
    </AppPage>
  );
}
