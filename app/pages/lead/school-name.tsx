import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { civilDateInWords } from '~/course/said';
import { readForm } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { OpenedWith } from '~/pages/opened-with';
import { lineField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { renameSchool } from '~/people/school.server';
import { formerNames } from '~/record/school-names.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Checkbox, TextField } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { KeptNotice } from './kept-notice';

export const meta = () => title('The school’s name');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'prepare the school');
  const kept = keptForm(args, who);
  return {
    who: pageWho(who),
    section: may(who, 'manage people') ? ('lead' as const) : ('evidence' as const),
    former: formerNames(args.context.attune.db, who.schoolId),
    values: kept ?? toEdit({ schoolName: who.schoolName }),
    kept: kept !== null,
  };
}

const fields = z.object({
  schoolName: lineField().min(1, 'Type the name of your school.'),
  sure: z.literal('yes', 'Tick this box if the school is called that from now on.'),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'prepare the school');
  forgetIfAsked(args, who, form);
  const merged = meanwhile(form, { schoolName: who.schoolName });
  const { value, answer } = readForm(merged.form, fields, () => merged.errors);
  if (answer) return answer;
  const actor = actorOf(who, 'prepare the school');
  renameSchool(args.context.attune, actor, value.schoolName);
  forgetForm(args, who);
  return redirect('/lead/settings?done=name', 303);
}

export default function SchoolName() {
  const { who, section, former, values, kept } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section={section}
      title="The school’s name"
      intro="When the school is called something else from now on. If the name was only spelled wrongly, that is mended here too."
      width="reading"
      back={{ to: '/lead/settings', label: 'Settings' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={`${kept} ${values.openedWith}`} who={who} noValidate>
        <OpenedWith values={answer?.values ?? values} />
        <TextField
          label="Name of the school"
          name="schoolName"
          autoComplete="organization"
          hint="On pages, messages and slips from now on, and on certificates that are earned from now on."
          error={answer?.errors.schoolName}
          defaultValue={answer?.values.schoolName ?? values.schoolName}
        />
        <Checkbox
          label="The school is called this from now on"
          name="sure"
          hint="Certificates that people have earned keep the name that stands on them, and so does the training record as at any day before today. The record says who changed it, and when."
          error={answer?.errors.sure}
          defaultChecked={answer?.values.sure === 'yes'}
        />
        <div className="form-actions">
          <Button>Change the name</Button>
        </div>
      </PostForm>
      {former.length > 0 ? (
        <Panel title="What it was called before">
          <ul>
            {former.map(({ name, until }) => (
              <li key={`${until} ${name}`}>
                {name}, until {civilDateInWords(until)}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </AppPage>
  );
}
