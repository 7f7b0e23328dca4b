import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { found, readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { KeptNotice } from '~/pages/lead/kept-notice';
import { dateField, lineField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { londonDate } from '~/record/london-date';
import { figureKinds } from '~/school-changes/figures';
import {
  correctMeasure,
  figureErrors,
  type Measured,
  standingMeasure,
  writeMeasure,
} from '~/school-changes/impact.server';
import { timesErrors } from '~/school-changes/measured-times';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { wordsField } from './changes-form.server';
import { MeasureFields } from './impact-fields';
import { askAboutNames } from './naming-question';

export const meta = () => title('A measure');

/** The measure that this one corrects; null for a new one. */
const insteadOf = ({ request }: LoaderFunctionArgs) =>
  new URL(request.url).searchParams.get('instead');

/** As the fields of the form hold it. */
function typedOf(measure: Measured): Record<string, string> {
  const { what, level, figure, unit, before, after, source, alsoChanged } = measure;
  const { beforePeriod, afterPeriod, beforeUntil, afterUntil, beforeOf, afterOf } = measure;
  return {
    ...{ what, level: String(level), figure, unit, before, after, source, alsoChanged },
    ...{ beforePeriod, afterPeriod },
    ...{ beforeUntil: beforeUntil ?? '', afterUntil: afterUntil ?? '' },
    ...{ beforeOf: beforeOf?.toString() ?? '', afterOf: afterOf?.toString() ?? '' },
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record school changes');
  const kept = keptForm(args, who);
  const { attune } = args.context;
  const instead = insteadOf(args);
  const values = instead
    ? found(() => typedOf(standingMeasure(attune, who.schoolId, instead)))
    : {};
  return {
    who: pageWho(who),
    instead: instead !== null,
    kept: kept !== null,
    values: { ...values, ...kept },
    tell: readWhoToTell(attune.db, who.schoolId)?.safeguardingLead.name ?? null,
    today: londonDate(attune.now()),
  };
}

const line = (missing: string) => lineField().refine((text) => text !== '', missing);
const howMany = z.preprocess(
  (typed) =>
    typed === '' || typed === undefined ? null : String(typed).replaceAll(',', '').trim(),
  z
    .string()
    .regex(/^\d{1,7}$/, 'Write a whole number.')
    .transform(Number)
    .nullable(),
);

const fields = (today: string) =>
  z.object({
    what: line('Say what was measured.'),
    level: z
      .enum(['1', '4', '5'], 'Choose what it is about.')
      .transform((level) => ({ 1: 1, 4: 4, 5: 5 })[level] as 1 | 4 | 5),
    figure: z.enum(figureKinds, 'Choose what kind of figure it is.'),
    unit: line('Say what the figure counts: suspensions, pupils, minutes.'),
    before: z.string().trim(),
    beforeOf: howMany,
    beforePeriod: line('Say when it was before.'),
    beforeUntil: dateField('Say on which day the time before ended.', today),
    after: z.string().trim(),
    afterOf: howMany,
    afterPeriod: line('Say when it was after.'),
    afterUntil: dateField('Say on which day the time after ended.', today),
    people: z
      .enum(['five or more', 'fewer or unknown'], 'Choose about how many it is.')
      .refine((people) => people === 'five or more', tooFewPeople),
    source: line('Say where the figures are from.'),
    alsoChanged: wordsField('Say what else changed over that time. Something always did.'),
  });

/** Whoever knows the school would see who is meant. */
const tooFewPeople =
  'Figures of fewer than five people are not kept here, because they may point to a child. Choose a longer time or a wider group. What you typed is still here.';

const boxes = ['what', 'source', 'alsoChanged'];

/** What the figures lack, as far as they can be read. */
function figuresAsTyped(typed: (name: string) => string): Record<string, string[]> {
  const figure = figureKinds.find((kind) => kind === typed('figure'));
  const of = (name: string) => howMany.safeParse(typed(name)).data ?? null;
  if (!figure) return {};
  return figureErrors({
    ...{ figure, before: typed('before'), after: typed('after') },
    ...{ beforeOf: of('beforeOf'), afterOf: of('afterOf') },
  });
}

function timesAsTyped(typed: (name: string) => string, today: string): Record<string, string[]> {
  return timesErrors(
    {
      ...{ beforePeriod: typed('beforePeriod'), afterPeriod: typed('afterPeriod') },
      ...{ beforeUntil: typed('beforeUntil'), afterUntil: typed('afterUntil') },
    },
    today,
  );
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'record school changes');
  forgetIfAsked(args, who, form);
  const today = londonDate(args.context.attune.now());
  const { value: read, answer } = readForm(form, fields(today), (typed) => ({
    ...figuresAsTyped(typed),
    ...timesAsTyped(typed, today),
    ...askAboutNames(typed, boxes),
  }));
  if (answer) return answer;
  const { people: _, ...value } = read;
  try {
    const actor = actorOf(who, 'record school changes');
    const instead = insteadOf(args);
    if (instead) correctMeasure(args.context.attune, actor, instead, value);
    else writeMeasure(args.context.attune, actor, value);
    forgetForm(args, who);
    return redirect(`/evidence/impact?done=${instead ? 'corrected' : 'written'}`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function NewMeasure() {
  const { who, instead, kept, values, tell, today } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="evidence"
      width="reading"
      title={instead ? 'Correct a measure' : 'Write down a measure'}
      intro="A figure of a group that the school collects anyway, before and after. No pupil’s name, and nothing of fewer than five."
      back={{ to: '/evidence/impact', label: 'Impact' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={String(kept)} who={who} noValidate>
        <MeasureFields
          values={answer?.values ?? values}
          errors={answer?.errors}
          boxes={boxes}
          tell={tell}
          today={today}
        />
        <div className="form-actions">
          <Button>{instead ? 'Correct it' : 'Write it down'}</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
