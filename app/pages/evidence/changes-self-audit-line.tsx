import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { KeptNotice } from '~/pages/lead/kept-notice';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { sizeNow } from '~/record/as-at.server';
import type { ChangeTheme } from '~/record/change-kinds';
import { londonDate } from '~/record/london-date';
import { termInWords } from '~/record/term';
import { baseline, momentToday } from '~/school-changes/audit-moment';
import { changesAsAt } from '~/school-changes/change-log.server';
import { selfAuditAsAt, takeOutAudit, writeAudit } from '~/school-changes/self-audit.server';
import { AppPage } from '~/ui/app-page';
import { Button, ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { SelectField, TextArea } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { AboutTheseWords } from './about-these-words';
import { AuditSaid, ChangesBeside } from './changes-audit-parts';
import { wordsField } from './changes-form.server';
import { askAboutNames, NamingQuestion } from './naming-question';
import { asTheme, themesOf } from './themes';

export const meta = () => title('A line of the self-audit');

function themeOf(letter: string | undefined): ChangeTheme {
  const theme = asTheme(letter);
  if (!theme) throw new Response('The self-audit has the lines a to j.', { status: 404 });
  return theme;
}

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record school changes');
  const { attune } = args.context;
  const { db } = attune;
  const theme = themeOf(args.params.theme);
  const themes = themesOf(attune.course);
  const today = londonDate(attune.now());
  const all = selfAuditAsAt(db, who.schoolId, today);
  const entries = all.filter((one) => one.theme === theme);
  const moment = momentToday(all, theme, today);
  const kept = keptForm(args, who);
  const changes = changesAsAt(db, who.schoolId, sizeNow(db, who.schoolId));
  const query = new URL(args.request.url).searchParams;
  return {
    who: pageWho(who),
    line: themes.find(({ id }) => id === theme) ?? { id: theme, title: '' },
    next: themes[themes.findIndex(({ id }) => id === theme) + 1]?.id ?? null,
    entries,
    moment,
    changes: changes.filter((one) => one.themes.includes(theme)),
    kept: kept !== null,
    words: kept?.words ?? entries.find((one) => one.moment === moment)?.words ?? '',
    tell: readWhoToTell(db, who.schoolId)?.safeguardingLead.name ?? null,
    done: query.get('done'),
  };
}

const longest = 2000;
const write = z.object({
  words: wordsField('Write a few words, or leave this line for now.', longest),
});
const out = z.object({ moment: z.string() });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'record school changes');
  forgetIfAsked(args, who, form);
  const theme = themeOf(args.params.theme);
  const { attune } = args.context;
  const actor = actorOf(who, 'record school changes');
  const here = (done: string) =>
    redirect(`/evidence/changes/self-audit/${theme}?done=${done}`, 303);
  try {
    if (form.get('formId') === 'out') {
      const { value, answer } = readForm(form, out);
      if (answer) return answer;
      takeOutAudit(attune, actor, { theme, moment: value.moment });
      return here('out');
    }
    if (form.get('formId') !== 'form') {
      return refuse(form, { '': ['Press one of the buttons on this page.'] });
    }
    const { value, answer } = readForm(form, write, (typed) => askAboutNames(typed, ['words']));
    if (answer) return answer;
    writeAudit(attune, actor, theme, value.words);
    forgetForm(args, who);
    return here('written');
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function SelfAuditLine() {
  const { who, line, next, entries, moment, changes, kept, words, tell, done } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const errors = answer?.errors;
  const typed = answer?.values.words ?? words;
  const there = entries.filter((one) => one.words !== null);
  return (
    <AppPage
      who={who}
      section="evidence"
      width="reading"
      title={`${line.id}. ${line.title}`}
      intro={line.ask}
      back={{ to: '/evidence/changes/self-audit', label: 'Self-audit, a to j' }}
      actions={
        next ? (
          <ButtonLink to={`/evidence/changes/self-audit/${next}`}>Go to {next}</ButtonLink>
        ) : null
      }
    >
      <ErrorSummary errors={errors} />
      {done && !answer ? (
        <Notice kind="good" title={done === 'out' ? 'Taken out' : 'Saved'} focus live>
          <p>
            {done === 'out'
              ? 'Those words are gone, for past days too.'
              : `It stands under ${inWords(moment)}.`}
          </p>
        </Notice>
      ) : null}
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={`${kept} ${moment}`} who={who} noValidate>
        <input type="hidden" name="formId" value="form" />
        <TextArea
          label={`How it stands: ${inWords(moment)}`}
          name="words"
          hint={
            moment === baseline
              ? 'The baseline is written once. You can still reword it today.'
              : 'Saved again in the same term, the newer words count.'
          }
          rows={6}
          maxLength={longest}
          error={errors?.words}
          defaultValue={typed}
        />
        <NamingQuestion sent={[typed]} errors={errors} boxes={['words']} />
        <AboutTheseWords tell={tell} />
        <Button>Save {inWords(moment)}</Button>
      </PostForm>
      <Panel title="Until now">
        <AuditSaid entries={entries} />
        <ChangesBeside changes={changes} />
        <p>
          <ButtonLink to={`/evidence/changes/new?theme=${line.id}`}>Record a change</ButtonLink>
        </p>
      </Panel>
      {there.length > 0 ? (
        <Details summary="Some of these words name somebody">
          <PostForm who={who} noValidate>
            <input type="hidden" name="formId" value="out" />
            <SelectField
              label="Which words"
              name="moment"
              hint="They are taken out altogether, for past days too."
              options={there.map((one) => ({ value: one.moment, label: inWords(one.moment) }))}
              error={errors?.moment}
            />
            <Button variant="danger">Take them out</Button>
          </PostForm>
        </Details>
      ) : null}
    </AppPage>
  );
}

const inWords = (moment: string) =>
  moment === baseline ? 'the baseline' : `the ${termInWords(moment).toLowerCase()}`;
