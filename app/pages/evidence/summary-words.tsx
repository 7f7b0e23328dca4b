import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readForm } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { KeptNotice } from '~/pages/lead/kept-notice';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { londonDate } from '~/record/london-date';
import { summaryWordsAsAt, writeSummaryWords } from '~/school-changes/summary-words.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextArea } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { AboutTheseWords } from './about-these-words';
import { askAboutNames, NamingQuestion } from './naming-question';

export const meta = () => title('The school’s own words');

const longest = 1500;
const box = z
  .string()
  .trim()
  .max(longest, `Use at most ${longest} characters.`)
  .transform((text) => text.replace(/\r\n?/g, '\n'));
const fields = z.object({ intent: box, hard: box, next: box });
const boxes = ['intent', 'hard', 'next'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record school changes');
  const { attune } = args.context;
  const words = summaryWordsAsAt(attune.db, who.schoolId, londonDate(attune.now()));
  const kept = keptForm(args, who);
  return {
    who: pageWho(who),
    kept: kept !== null,
    values: kept ?? {
      intent: words.intent,
      hard: words['found hard'],
      next: words['next steps'],
    },
    tell: readWhoToTell(attune.db, who.schoolId)?.safeguardingLead.name ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'record school changes');
  forgetIfAsked(args, who, form);
  const { value, answer } = readForm(form, fields, (typed) => askAboutNames(typed, boxes));
  if (answer) return answer;
  const { intent, hard, next } = value;
  writeSummaryWords(args.context.attune, actorOf(who, 'record school changes'), {
    intent,
    'found hard': hard,
    'next steps': next,
  });
  forgetForm(args, who);
  return redirect('/evidence/summary?done=written', 303);
}

export default function SummaryWordsPage() {
  const { who, kept, values, tell } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const typed: Record<string, string | undefined> = answer?.values ?? values;
  const errors = answer?.errors;
  return (
    <AppPage
      who={who}
      section="evidence"
      width="reading"
      title="The school’s own words"
      intro="Three short texts on the summary that only the school can write. What stood before stays known for the days when it stood."
      back={{ to: '/evidence/summary', label: 'Summary' }}
    >
      <ErrorSummary errors={errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={String(kept)} who={who} noValidate>
        <TextArea
          label="What we set out to do, and for whom"
          name="intent"
          hint="What should be different for pupils, and what staff need to know and do for it."
          rows={6}
          maxLength={longest}
          error={errors?.intent}
          defaultValue={typed.intent}
        />
        <TextArea
          label="What still trips us up, and what we did about it"
          name="hard"
          hint="From the discussion sheets, say. About everyone together, never about anyone."
          rows={6}
          maxLength={longest}
          error={errors?.hard}
          defaultValue={typed.hard}
        />
        <TextArea
          label="Our next three steps"
          name="next"
          hint="What the summary finds missing stands above them by itself."
          rows={6}
          maxLength={longest}
          error={errors?.next}
          defaultValue={typed.next}
        />
        <NamingQuestion
          sent={boxes.map((name) => typed[name])}
          errors={errors}
          boxes={[...boxes]}
        />
        <AboutTheseWords tell={tell} />
        <div className="form-actions">
          <Button>Save</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
