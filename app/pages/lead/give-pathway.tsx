import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { cohortRow } from '~/cohorts/cohorts.server';
import { givePathway, modulesGiven, stepProblems } from '~/cohorts/given-pathways.server';
import { monthsOfPathway } from '~/cohorts/months-of-pathway';
import { pathwaysOnOffer } from '~/cohorts/pathways.server';
import { schoolDatesOf } from '~/cohorts/school-calendar.server';
import { shelfOf } from '~/cohorts/school-pathways.server';
import { beyondInWords } from '~/cohorts/year-in-words';
import {
  byField,
  type FormAnswer,
  found,
  readForm,
  refuse,
  refuseFor,
} from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { isCivilDate, londonDate } from '~/record/london-date';
import { dayProblem } from '~/record/plausible-day';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { DateField, Radios, TextField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { KeptNotice } from './kept-notice';
import { PathwayCalendar } from './pathway-calendar';
import { chosenFrom, pathwayFields, proposedFields, stepsTyped } from './pathway-form.server';
import { PathwaySteps } from './pathway-steps';

export const meta = () => title('Give a pathway');

/** What the page shows of a choice: its modules, and the calendar that these fields make. */
function previewOf(
  { attune }: LoaderFunctionArgs['context'],
  schoolId: string,
  cohortId: string,
  asked: Record<string, string>,
) {
  const chosen = chosenFrom(shelfOf(attune, schoolId), asked);
  if (!chosen) return null;
  const dates = schoolDatesOf(attune.db, schoolId);
  const values = { ...proposedFields(chosen, dates), ...asked };
  const had = modulesGiven(attune.db, schoolId, cohortId);
  const { pathway, startsOn } = chosen;
  const steps = pathway.steps.map((step) => ({
    ...step,
    givenAlready: had.get(step.module)?.dueOn ?? null,
  }));
  const open = steps.filter(({ givenAlready }) => givenAlready === null);
  const typed = stepsTyped(
    open.map(({ module }) => module),
    (name) => values[name] ?? '',
  );
  const readable = typed.flatMap((step, n) => {
    const { title: name = '', minutes = 0 } = open[n] ?? {};
    return step.opensOn && step.dueOn ? [{ ...step, title: name, minutes }] : [];
  });
  return {
    pathway: { id: pathway.id, title: pathway.title, missing: pathway.missing },
    startsOn,
    steps,
    values,
    toGive: open.length,
    months: monthsOfPathway(readable, dates, startsOn),
    beyond: beyondInWords(dates),
  };
}

type Preview = ReturnType<typeof previewOf>;

/** A calendar from a year that cannot be meant is not made. */
const oddStart = (startsOn: string | undefined, today: string) =>
  startsOn && isCivilDate(startsOn) ? dayProblem(startsOn, today) : null;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const cohort = found(() => cohortRow(attune.db, who.schoolId, args.params.cohort ?? ''));
  const kept = keptForm(args, who, 'give');
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const today = londonDate(attune.now());
  const startsOnProblem = oddStart(query.startsOn, today);
  return {
    who: pageWho(who),
    cohort,
    kept: kept !== null,
    today,
    startsOnProblem,
    offers: pathwaysOnOffer(shelfOf(attune, who.schoolId)).map(
      ({ id, title: name, for: forWhom, steps }) => ({
        id,
        name,
        forWhom,
        modules: steps.map((step) => step.title),
      }),
    ),
    chosen: { pathway: query.pathway ?? '', startsOn: query.startsOn ?? '' },
    preview: startsOnProblem
      ? null
      : previewOf(args.context, who.schoolId, cohort.id, kept ?? query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const cohortId = args.params.cohort ?? '';
  found(() => cohortRow(attune.db, who.schoolId, cohortId));
  const typed = (name: string) => String(form.get(name) ?? '').trim();
  const asked: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') asked[name] = value;
  const odd = oddStart(asked.startsOn, londonDate(attune.now()));
  const preview = odd ? null : previewOf(args.context, who.schoolId, cohortId, asked);
  const again = (errors: FormAnswer['errors'], status = 400) =>
    data({ ...refuse(form, errors).data, preview }, { status });
  if (odd) return again({ startsOn: [odd] });
  if (!preview) return again({ pathway: ['Choose a pathway and its first day.'] });
  const modules = preview.steps.filter((s) => s.givenAlready === null).map((s) => s.module);
  const steps = stepsTyped(modules, typed);
  const { value, answer } = readForm(form, pathwayFields(modules, londonDate(attune.now())), () =>
    byField(stepProblems(attune, steps)),
  );
  if (form.get('look') === 'again') {
    const { paidTime: _, ...ofDates } = answer?.data.errors ?? {};
    return again(ofDates, Object.keys(ofDates).length > 0 ? 400 : 200);
  }
  if (answer) return again(answer.data.errors);
  try {
    givePathway(attune, actorOf(who, 'manage cohorts'), {
      cohortId,
      pathway: preview.pathway.id,
      startsOn: preview.startsOn,
      steps,
      paidTime: String(value.paidTime),
    });
  } catch (error) {
    return again(refuseFor(form, error).data.errors);
  }
  forgetForm(args, who, 'give');
  return redirect(`/lead/cohorts/${cohortId}?done=pathway`, 303);
}

export default function GivePathway() {
  const {
    who,
    cohort,
    kept,
    today,
    startsOnProblem,
    offers,
    chosen,
    preview: asLoaded,
  } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const preview: Preview = answer ? answer.preview : asLoaded;
  const values: Record<string, string> = answer?.values ?? preview?.values ?? {};
  return (
    <AppPage
      who={who}
      section="lead"
      title="Give a pathway"
      intro={`Modules in an order, for ${cohort.name}. You see the calendar first and can move any date; nothing is given until you press the last button.`}
      back={{ to: `/lead/cohorts/${cohort.id}`, label: cohort.name }}
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept && !answer} formId="give" />
      <Panel title="Which one, and from when">
        <Form method="get">
          <Radios
            legend="Pathway"
            name="pathway"
            required
            error={answer?.errors.pathway}
            defaultValue={preview?.pathway.id ?? chosen.pathway}
            options={offers.map(({ id, name, forWhom, modules }) => ({
              value: id,
              label: name,
              hint: `${forWhom}. ${modules.join(', ')}.`,
            }))}
          />
          <DateField
            label="Starts on"
            name="startsOn"
            hint="School weeks are counted from here. Whoever joins the cohort later begins on the day they come in."
            required
            error={answer?.errors.startsOn ?? startsOnProblem ?? undefined}
            defaultValue={preview?.startsOn ?? (chosen.startsOn || today)}
          />
          <Button variant={preview ? 'secondary' : 'primary'}>Show the calendar</Button>
        </Form>
        <p>
          <Link to="/lead/pathways" prefetch="none">
            Make a pathway of your own
          </Link>
        </p>
      </Panel>
      {preview ? (
        <PostForm
          key={`${preview.pathway.id} ${preview.startsOn} ${kept}`}
          who={who}
          noValidate
          action={`/lead/cohorts/${cohort.id}/pathway`}
        >
          <input type="hidden" name="formId" value="give" />
          <input type="hidden" name="pathway" value={preview.pathway.id} />
          <input type="hidden" name="startsOn" value={preview.startsOn} />
          {preview.pathway.missing.length > 0 ? (
            <Notice kind="care" title="Not open to learners now, and left out">
              <p>{preview.pathway.missing.join(', ')}</p>
            </Notice>
          ) : null}
          <Panel title={`${preview.pathway.title}: the calendar it makes`} id="calendar">
            <PathwayCalendar months={preview.months} beyond={preview.beyond} />
            <p>
              <Link to="/lead/term-dates">Change the school’s dates</Link>
            </p>
          </Panel>
          <Panel title="Dates and paid time">
            <PathwaySteps steps={preview.steps} values={values} errors={answer?.errors} />
            <TextField
              label="When that paid time is"
              name="paidTime"
              hint="Needed, because training is paid time. Such as: Tuesday twilight, 3.30 to 4.15. It can be changed for each module later."
              autoComplete="off"
              width="full"
              required
              error={answer?.errors.paidTime}
              defaultValue={values.paidTime}
            />
          </Panel>
          {preview.toGive === 0 ? (
            <p>This cohort has every module of this pathway already.</p>
          ) : (
            <div className="form-actions">
              {/* First, so that Enter in a field gives nothing. */}
              <Button variant="secondary" name="look" value="again">
                Show the calendar with these dates
              </Button>
              <Button>Give this pathway</Button>
            </div>
          )}
        </PostForm>
      ) : null}
    </AppPage>
  );
}
