import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { Attune } from '~/context.server';
import { found, readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { OpenedWith } from '~/pages/opened-with';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { londonDate } from '~/record/london-date';
import { changeHistory } from '~/school-changes/change-log.server';
import { ChangeError } from '~/school-changes/errors';
import { reviseChange } from '~/school-changes/record-change.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Radios } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { ChangeFields } from './changes-fields';
import { changeFields, valuesOf, withThemes } from './changes-form.server';
import { revisionOptions } from './changes-in-words';
import { askAboutNames } from './naming-question';
import { themesOf } from './themes';

export const meta = () => title('Put a change right');

/** @throws ChangeError when it is not there, or off the log already. */
function standing({ db }: Pick<Attune, 'db'>, schoolId: string, id: string) {
  const [change] = changeHistory(db, schoolId, id);
  if (change.status === 'withdrawn') {
    throw new ChangeError('withdrawn', 'This change was taken off the log.', '', 404);
  }
  return change;
}

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record school changes');
  const { attune } = args.context;
  const change = found(() => standing(attune, who.schoolId, args.params.change ?? ''));
  return {
    who: pageWho(who),
    id: change.changeId,
    values: toEdit(valuesOf(change)),
    themes: themesOf(attune.course),
    tell: readWhoToTell(attune.db, who.schoolId)?.safeguardingLead.name ?? null,
  };
}

const reasons = ['wrong date', 'wrong details', 'named somebody'] as const;
const fields = (today: string) =>
  z.object({ ...changeFields(today), reason: z.enum(reasons, 'Choose what was wrong.') });

export async function action(args: ActionFunctionArgs) {
  const { who, form: sent } = await requireForm(args, 'record school changes');
  const { attune } = args.context;
  const id = args.params.change ?? '';
  try {
    const stored = valuesOf(standing(attune, who.schoolId, id));
    const { form, errors } = meanwhile(withThemes(sent), stored);
    if (Object.keys(errors).length > 0) return refuse(form, errors, 409);
    const { value, answer } = readForm(form, fields(londonDate(attune.now())), (typed) =>
      askAboutNames(typed, ['what', 'why']),
    );
    if (answer) return answer;
    reviseChange(attune, actorOf(who, 'record school changes'), id, value);
    return redirect(`/evidence/changes/${id}?done=corrected`, 303);
  } catch (error) {
    return refuseFor(withThemes(sent), error);
  }
}

export default function CorrectChange() {
  const { who, id, values, themes, tell } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const shown: Record<string, string> = answer?.values ?? values;
  return (
    <AppPage
      who={who}
      section="evidence"
      width="reading"
      title="Put a change right"
      intro="What was entered before stays readable in the record, with the reason, unless it named somebody."
      back={{ to: `/evidence/changes/${id}`, label: 'The change' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <PostForm who={who} noValidate>
        <OpenedWith values={shown} />
        <ChangeFields values={shown} errors={answer?.errors} themes={themes} tell={tell} />
        <Radios
          legend="What was wrong?"
          name="reason"
          options={revisionOptions}
          error={answer?.errors.reason}
          defaultValue={shown.reason}
        />
        <div className="form-actions">
          <Button>Put it right</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
