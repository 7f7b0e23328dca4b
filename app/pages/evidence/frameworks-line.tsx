import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { Attune } from '~/context.server';
import { readForm } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { KeptNotice } from '~/pages/lead/kept-notice';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { OpenedWith } from '~/pages/opened-with';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { londonDate } from '~/record/london-date';
import { notesAsAt, writeNote } from '~/school-changes/framework-notes.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Checkbox, Radios, TextArea } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { AboutTheseWords } from './about-these-words';
import { frameworkOf, topicOf } from './frameworks.server';
import { askAboutNames, NamingQuestion } from './naming-question';

export const meta = () => title('A line of a framework');

const longest = 1000;

function stored({ db, now }: Attune, schoolId: string, framework: string, topic: string) {
  const note = notesAsAt(db, schoolId, londonDate(now())).find(
    (one) => one.framework === framework && one.topic === topic,
  );
  return { words: note?.words ?? '', hidden: note?.hidden ? 'yes' : 'no' };
}

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record school changes');
  const { attune } = args.context;
  const framework = frameworkOf(attune.course, args.params.framework);
  const topic = topicOf(framework, args.params.topic);
  const kept = keptForm(args, who);
  const values: Record<string, string> =
    kept ?? toEdit(stored(attune, who.schoolId, framework.id, topic.id));
  return {
    who: pageWho(who),
    framework: { id: framework.id, title: framework.title },
    topic: topic.title,
    kept: kept !== null,
    values,
    tell: readWhoToTell(attune.db, who.schoolId)?.safeguardingLead.name ?? null,
  };
}

const fields = z.object({
  words: z.string().trim().max(longest, `Use at most ${longest} characters.`),
  hidden: z.enum(['yes', 'no'], 'Choose whether the line is shown.'),
  named: z.literal('yes').optional(),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form: sent } = await requireForm(args, 'record school changes');
  forgetIfAsked(args, who, sent);
  const { attune } = args.context;
  const framework = frameworkOf(attune.course, args.params.framework);
  const topic = topicOf(framework, args.params.topic);
  const now = stored(attune, who.schoolId, framework.id, topic.id);
  const { form, errors } = meanwhile(sent, now);
  const { value, answer } = readForm(form, fields, (typed) => ({
    ...errors,
    ...askAboutNames(typed, ['words']),
  }));
  if (answer) return answer;
  writeNote(attune, actorOf(who, 'record school changes'), {
    ...{ framework: framework.id, topic: topic.id },
    ...{ words: value.words, hidden: value.hidden === 'yes' },
    namedSomebody: value.named === 'yes',
  });
  forgetForm(args, who);
  return redirect(`/evidence/frameworks/${framework.id}?done=saved`, 303);
}

export default function FrameworkLine() {
  const { who, framework, topic, kept, values, tell } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const shown: Record<string, string> = answer?.values ?? values;
  return (
    <AppPage
      who={who}
      section="evidence"
      width="reading"
      title={topic}
      intro="What the school would put beside this line itself: where it is written, who does it, since when."
      back={{ to: `/evidence/frameworks/${framework.id}`, label: framework.title }}
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={String(kept)} who={who} noValidate>
        <OpenedWith values={shown} />
        <TextArea
          label="The school’s own evidence, or a remark"
          name="words"
          hint="It may stay empty. A figure of the school’s own, from Impact, stands here only if you name it, with what else changed. What you save stands from today on; past days stay as they were."
          rows={5}
          maxLength={longest}
          error={answer?.errors.words}
          defaultValue={shown.words}
        />
        <NamingQuestion sent={[shown.words]} errors={answer?.errors} boxes={['words']} />
        <AboutTheseWords tell={tell} />
        <Radios
          legend="Is this line shown?"
          name="hidden"
          error={answer?.errors.hidden}
          defaultValue={shown.hidden}
          options={[
            { value: 'no', label: 'Shown' },
            {
              value: 'yes',
              label: 'Left out',
              hint: 'Because it is not about your school. The page says how many lines are left out.',
            },
          ]}
        />
        <Checkbox
          label="What was written here before named somebody: take it out, for past days too"
          name="named"
          error={answer?.errors.named}
        />
        <div className="form-actions">
          <Button>Save</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
