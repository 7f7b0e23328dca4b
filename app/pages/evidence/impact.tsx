import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readPractices } from '~/course/practices.server';
import { civilDateInWords } from '~/course/said';
import { practiceThemes } from '~/learning/practice-themes.server';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { type PageWho, pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { schoolChangesAsAt } from '~/record/school-changes.server';
import { type Measure, measuresAsAt, takeOffMeasure } from '~/school-changes/impact.server';
import { AppPage } from '~/ui/app-page';
import { Button, ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Radios, SelectField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { LadderTable } from './impact-ladder';
import { MeasurePanel } from './impact-measure';
import { readQuestion } from './question.server';

export const meta = () => title('Impact');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { db, config } = args.context.attune;
  const { asAt } = readQuestion(args, who);
  const { error, date, size, typed, began, today } = asAt;
  const measures = error ? [] : measuresAsAt(db, who.schoolId, date);
  const { lists } = await readPractices(config.contentDir);
  const onStep = (level: number) => measures.filter((one) => one.level === level).length;
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      shown: error
        ? null
        : {
            date,
            measures,
            changes: schoolChangesAsAt(db, who.schoolId, size).length,
            onSteps: { 1: onStep(1), 4: onStep(4), 5: onStep(5) },
            tried: [...practiceThemes(db, who.schoolId, lists, { date, today }).rows].some(
              ([, , people]) => people !== null,
            ),
          },
      mayRecord: may(who, 'record school changes'),
      done: new URL(args.request.url).searchParams.get('done'),
    },
    { status: error ? 400 : 200 },
  );
}

const off = z.object({
  measure: z.string(),
  reason: z.enum(['wrong', 'named somebody'], 'Choose why it comes off.'),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'record school changes');
  const { value, answer } = readForm(form, off);
  if (answer) return answer;
  try {
    const actor = actorOf(who, 'record school changes');
    takeOffMeasure(args.context.attune, actor, value.measure, value.reason === 'named somebody');
    return redirect('/evidence/impact?done=off', 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

const doneTitles: Record<string, string> = { off: 'Taken off', corrected: 'Corrected' };

export default function Impact() {
  const { who, asAt, shown, mayRecord, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="evidence"
      here="/evidence/impact"
      title="Impact"
      intro="What the school measured itself, and how far any of it may be taken. Completion is not impact, and a change at the same time is not a cause."
      actions={
        mayRecord ? (
          <ButtonLink to="/evidence/impact/new" variant="primary">
            Write down a measure
          </ButtonLink>
        ) : null
      }
    >
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title={doneTitles[done] ?? 'Written down'} focus live>
          <p>
            {done === 'off'
              ? 'It is not among the school’s measures from today on.'
              : done === 'corrected'
                ? 'It stands below as it is now, with what it said before. Past days keep what stood on them.'
                : 'It stands below, with what else changed beside it.'}
          </p>
        </Notice>
      ) : null}
      <AsAtForm asAt={asAt} />
      {shown ? (
        <>
          <LadderTable
            date={shown.date}
            changes={shown.changes}
            measures={shown.onSteps}
            tried={shown.tried}
          />
          <h2>What the school measured, by the end of {civilDateInWords(shown.date)}</h2>
          {shown.measures.length === 0 ? (
            <p>
              Nothing yet. One figure that the school collects anyway is enough to begin with: time
              to settle after lunch, attendance of a whole year, what pupils say.
            </p>
          ) : null}
          {shown.measures.map((measure) => (
            <MeasurePanel key={measure.id} measure={measure}>
              {mayRecord && shown.date === asAt.today ? (
                <p>
                  <Link to={`/evidence/impact/new?instead=${measure.id}`} prefetch="none">
                    Correct it<span className="visually-hidden">: {measure.what}</span>
                  </Link>
                </p>
              ) : null}
            </MeasurePanel>
          ))}
          {mayRecord && shown.measures.length > 0 ? (
            <TakeOff who={who} measures={shown.measures} answer={answer} />
          ) : null}
        </>
      ) : null}
    </AppPage>
  );
}

interface TakeOffProps {
  who: PageWho;
  measures: Measure[];
  answer: { errors: Record<string, string[]>; values: Record<string, string> } | undefined;
}

function TakeOff({ who, measures, answer }: TakeOffProps) {
  return (
    <Details summary="One of these should not stand here" open={answer !== undefined}>
      <PostForm who={who} noValidate>
        <SelectField
          label="Which one?"
          name="measure"
          error={answer?.errors.measure}
          defaultValue={answer?.values.measure}
          options={measures.map(({ id, what, beforePeriod, afterPeriod }) => ({
            value: id,
            label: `${what}: ${beforePeriod}, ${afterPeriod}`,
          }))}
        />
        <Radios
          legend="Why does it come off?"
          name="reason"
          error={answer?.errors.reason}
          defaultValue={answer?.values.reason}
          options={[
            { value: 'wrong', label: 'It was wrong', hint: 'Past days still show it.' },
            {
              value: 'named somebody',
              label: 'It named somebody',
              hint: 'It is then deleted, for past days too, with what it said before it was put right.',
            },
          ]}
        />
        <Button variant="danger">Take it off</Button>
      </PostForm>
    </Details>
  );
}
