import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import { currentEnrolment, versionOf, type Whose } from '~/learning/enrolments.server';
import { offeredTo } from '~/learning/offered.server';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { clearDraft, saveDraft } from '~/people/drafts.server';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { pathOf } from '~/people/local-path';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { reportKinds } from '~/review/report-kinds';
import { sendReport } from '~/review/reports.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { notFound } from './page-answer.server';
import { reportAbout } from './report-about.server';
import { ReportForm } from './report-form';

export const meta: MetaFunction<typeof loader> = () => title('Something wrong here?');

/** The form on a page of its own: where it comes back to be mended, and where a kept one is found again. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const { module = '', page = '' } = args.params;
  const version = versionFor(attune, who, module);
  const found = version?.pages.find(({ id }) => id === page);
  if (!version || (page && !found)) throw notFound('There is no such page in this module.');
  return {
    who: pageWho(who),
    about: reportAbout(attune, who, { module, page, contentHash: version.contentHash }),
    title: found?.title ?? version.title,
    back: backTo(module, page),
    tell: readWhoToTell(attune.db, who.schoolId)?.safeguardingLead.name ?? null,
    justKept: new URL(args.request.url).searchParams.has('kept'),
  };
}

/** The version that this person is reading; else the one that they could start. */
function versionFor(attune: Attune, whose: Whose, module: string): Module | null {
  const enrolled = currentEnrolment(attune.db, whose, module);
  return enrolled ? versionOf(attune, enrolled) : offeredTo(attune, whose, module);
}

const backTo = (module: string, page: string) => `/learn/${module}${page ? `/${page}` : ''}`;

const kinds = reportKinds.map(({ value }) => value);
const fields = z.object({
  'report-id': z.uuid('Open the page again, and send it from there.'),
  'report-version': z.string().max(100),
  'report-kind': z.enum(kinds, 'Choose what is wrong.'),
  'report-words': z
    .string()
    .max(4000, 'This is longer than 4,000 characters. Please shorten it a little.')
    .default(''),
  'report-named': z.literal('yes').optional(),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'learn');
  const { attune } = args.context;
  const { module = '', page = '' } = args.params;
  const here = pathOf(args.request);
  if (form.has('later')) {
    saveDraft(attune, who.personId, `${here}#report`, draftOf(form));
    throw redirect(`${here}?kept=1`, 303);
  }
  const { value, answer } = readForm(form, fields);
  if (answer) return answer;
  try {
    sendReport(attune, who, {
      id: value['report-id'],
      module,
      page,
      contentHash: value['report-version'],
      kind: value['report-kind'],
      words: value['report-words'],
      named: value['report-named'] === 'yes',
    });
  } catch (error) {
    return refuseFor(form, error);
  }
  clearDraft(attune, who.personId, `${here}#report`);
  throw redirect(`${backTo(module, page)}?reported=1`, 303);
}

function draftOf(form: FormData): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['report-kind', 'report-words', 'report-named']) {
    const value = form.get(name);
    if (typeof value === 'string' && value) kept[name] = value;
  }
  return kept;
}

export default function SomethingWrong() {
  const { who, about, title: pageTitle, back, tell, justKept } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="learn"
      title="Something wrong here?"
      kicker={pageTitle}
      back={{ to: back, label: pageTitle }}
    >
      <ErrorSummary errors={answer?.errors} />
      {justKept && !answer ? (
        <Notice kind="good" live focus title="Kept for later.">
          <p>What you typed is here when you come back. Nothing was sent.</p>
        </Notice>
      ) : null}
      <ReportForm who={who} about={about} tell={tell} answer={answer} />
    </AppPage>
  );
}
