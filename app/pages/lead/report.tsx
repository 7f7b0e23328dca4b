import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { found, readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { OpenedWith } from '~/pages/opened-with';
import { useAnswer } from '~/pages/use-answer';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { closeReport, reopenReport, reportOf } from '~/review/reports.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextArea } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { DefinitionList, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { KeptNotice } from './kept-notice';
import { listedReport } from './listed-report.server';

export const meta: MetaFunction<typeof loader> = () => title('Report');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see module drafts');
  const { attune } = args.context;
  const report = found(() => reportOf(attune, who.schoolId, args.params.report ?? ''));
  const kept = keptForm(args, who);
  return {
    who: pageWho(who),
    report: listedReport(attune.course, report),
    kept: kept !== null,
    values: kept ?? toEdit({ answer: report.answer ?? '' }),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const fields = z.object({
  answer: z
    .string()
    .max(4000, 'This is longer than 4,000 characters. Please shorten it a little.')
    .default(''),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'see module drafts');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const id = args.params.report ?? '';
  try {
    if (form.has('reopen')) {
      reopenReport(attune, who, id);
      return redirect(`/lead/reports/${id}?done=reopened`, 303);
    }
    const stored = { answer: reportOf(attune, who.schoolId, id).answer ?? '' };
    const merged = meanwhile(form, stored);
    const { value, answer } = readForm(merged.form, fields, () => merged.errors);
    if (answer) return answer;
    closeReport(attune, who, { id, answer: value.answer });
  } catch (error) {
    return refuseFor(form, error);
  }
  forgetForm(args, who);
  return redirect(`/lead/reports/${id}?done=closed`, 303);
}

const saidOf: Record<string, string> = {
  closed: 'The report is closed. What you wrote stands on the page it is about.',
  reopened: 'The report is open again, and its answer is off the page.',
};

export default function ReportPage() {
  const { who, report, kept, values, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const said = saidOf[done ?? ''];
  return (
    <AppPage
      who={who}
      section="lead"
      kicker={report.moduleTitle}
      title={report.pageTitle}
      back={{ to: '/lead/reports', label: 'Reports' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {said && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>{said}</p>
        </Notice>
      ) : null}
      <DefinitionList items={about(report)} />
      <p>
        <Link
          to={`/read/${report.module}/${report.contentHash}#page-${report.page}`}
          prefetch="none"
        >
          Read that page, in the version it is about
        </Link>
      </p>
      {report.closed && !answer ? (
        <Panel title={`Closed on ${report.closed}`}>
          <p className="as-typed">{report.answer ?? 'Closed without an answer on the page.'}</p>
          <PostForm who={who}>
            <Button variant="secondary" name="reopen" value="yes">
              Open it again
            </Button>
          </PostForm>
        </Panel>
      ) : (
        <>
          <KeptNotice who={who} kept={kept && !answer} />
          <PostForm key={`${kept} ${values.openedWith}`} who={who} noValidate>
            <OpenedWith values={answer?.values ?? values} />
            <TextArea
              label="Your answer to staff"
              name="answer"
              hint="Optional. It stands on that page under “Something wrong here?”, where everyone can read it. Whoever sent this may be unnamed and reads it there. Please do not say, or guess, who it was."
              error={answer?.errors.answer}
              defaultValue={(answer?.values ?? values).answer}
            />
            <Button>Close the report</Button>
          </PostForm>
        </>
      )}
    </AppPage>
  );
}

function about(report: ReturnType<typeof useLoaderData<typeof loader>>['report']) {
  const { kind, words, name, sent, version, contentHash, changedSince } = report;
  return [
    { term: 'What is wrong', children: kind },
    ...(words ? [{ term: 'In their words', children: <p className="as-typed">{words}</p> }] : []),
    { term: 'From', children: name ?? 'Somebody who stays unnamed' },
    { term: 'Sent on', children: sent },
    {
      term: 'Version',
      children: `${version}, fingerprint ${contentHash.slice(0, 8)}${changedSince ? '. The module has changed since.' : ', which learners read now.'}`,
    },
  ];
}
