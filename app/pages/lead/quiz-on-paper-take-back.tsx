import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { civilDateInWords } from '~/course/said';
import { isLearningError } from '~/learning/errors';
import { numberInWords } from '~/learning/paper/number.server';
import { type EnteredSheet, enteredSheet, takeBack } from '~/learning/paper/take-back.server';
import { found, readForm, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { paperList, toSheetNow } from './paper-letters.server';

export const meta = () => title('Take back a sheet');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const number = args.params.number ?? '';
  const { sheet, not } = found(() => standing(() => enteredSheet(attune, who.schoolId, number)));
  return {
    ...{ who: pageWho(who), not },
    list: paperList(args.request, sheet?.module),
    sheet: sheet && {
      ...sheet,
      shown: numberInWords(sheet.number),
      enteredOn: londonDate(sheet.enteredAt),
    },
  };
}

/** The sheet, or why there is nothing to take back. */
function standing(read: () => EnteredSheet) {
  try {
    return { sheet: read(), not: null };
  } catch (error) {
    if (isLearningError(error) && error.status === 409) return { sheet: null, not: error.message };
    throw error;
  }
}

const fields = z.object({
  reason: z.enum(
    ['recorded for the wrong person', 'recorded in error'],
    'Choose why it is taken back.',
  ),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const number = args.params.number ?? '';
  try {
    const { module } = enteredSheet(attune, who.schoolId, number);
    const { value, answer } = readForm(form, fields);
    if (answer) return answer;
    takeBack(attune, actorOf(who, 'manage cohorts'), { number, reason: value.reason });
    return redirect(paperList(args.request, module, { back: number }), 303);
  } catch (error) {
    if (isLearningError(error) && error.status === 409) return toSheetNow(args.request);
    return refuseFor(form, error);
  }
}

export default function TakeBackSheet() {
  const { who, sheet, not, list } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const back = { to: list, label: 'The quiz on paper' };
  if (!sheet) {
    return (
      <AppPage who={who} section="lead" title="Take back a sheet" back={back} width="reading">
        <Notice kind="care" title="There is nothing to take back">
          <p>{not}</p>
        </Notice>
      </AppPage>
    );
  }
  return (
    <AppPage
      who={who}
      section="lead"
      title={`Take back ${sheet.name}’s sheet`}
      intro={`${sheet.moduleTitle}: sheet ${sheet.shown}, entered on ${civilDateInWords(sheet.enteredOn)}.`}
      back={back}
      width="reading"
    >
      <ErrorSummary errors={answer?.errors} />
      <p>
        The answers typed in from the paper are deleted, and the sheet can be typed in again unless{' '}
        {sheet.name} has gone on with the quiz since. The record keeps that it was entered, and why
        it was taken back.
        {sheet.completed
          ? ` ${sheet.name} has completed this module. If that rests on this sheet, the completion and its certificate are withdrawn for the same reason, until the quiz is done again.`
          : ''}
      </p>
      <PostForm who={who} noValidate>
        <Radios
          legend="Why is it taken back?"
          name="reason"
          error={answer?.errors.reason}
          defaultValue={answer?.values.reason}
          options={[
            { value: 'recorded for the wrong person', label: 'It is somebody else’s paper' },
            { value: 'recorded in error', label: 'It was typed wrongly' },
          ]}
        />
        <div className="form-actions">
          <Button>Take it back</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
