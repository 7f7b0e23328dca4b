import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  drawToken,
  fixedDayProblem,
  lastDayProblem,
  linksOf,
  makeLink,
  usualDays,
  withdrawLink,
} from '~/governors/links.server';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { drawQr } from '~/pages/lead/qr.server';
import { lineField, unless } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { chooseAsAt } from '~/record/as-at-choice.server';
import { addDays, londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { MakeLink } from './governors-form';
import { LinkOnce } from './governors-link';
import { LinkList } from './governors-list';

export const meta = () => title('Governors');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const { attune } = args.context;
  const { today, began } = chooseAsAt(attune, who.schoolId, null);
  return {
    who: pageWho(who),
    links: linksOf(attune, who.schoolId).map(({ createdAt, ...link }) => ({
      ...link,
      madeOn: londonDate(createdAt),
    })),
    ...{ today, began, usual: addDays(today, usualDays), token: drawToken() },
    withdrawn: new URL(args.request.url).searchParams.get('done') === 'withdrawn',
  };
}

const fields = (today: string) =>
  z.object({
    label: lineField(60).min(1, 'Say what the link is for, so that you know it again.'),
    lastDay: z.string().superRefine(unless((day) => lastDayProblem(day, today))),
    figures: z.enum(['day', 'today'], 'Choose which figures it shows.'),
    asAt: z.string(),
    token: z.string().optional(),
  });

const noErrors: Record<string, string[]> = {};

/** A new link is answered with the page and not with a redirect: it is shown this once and kept nowhere. */
export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'export the training record');
  const { attune } = args.context;
  const actor = actorOf(who, 'export the training record');
  try {
    if (form.get('formId') === 'withdraw') {
      withdrawLink(attune, actor, String(form.get('link')));
      return redirect('/evidence/governors?done=withdrawn', 303);
    }
    const { value, answer } = readForm(form, fields(londonDate(attune.now())), (typed) => {
      if (typed('figures') !== 'day') return noErrors;
      const { error } = chooseAsAt(attune, who.schoolId, typed('asAt'));
      const problem = fixedDayProblem(typed('asAt'), londonDate(attune.now())) ?? error;
      return problem ? { asAt: [problem] } : noErrors;
    });
    if (answer) return answer;
    const { label, lastDay, figures, token: brought } = value;
    const asAt = figures === 'day' ? chooseAsAt(attune, who.schoolId, value.asAt).date : null;
    const { token } = makeLink(attune, actor, { label, lastDay, asAt, token: brought });
    const address = `${attune.config.origin}/governors/${token}`;
    return data({
      made: { label, lastDay, asAt, address, qr: drawQr(address) },
      errors: undefined,
    });
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function Governors() {
  const { who, links, today, began, usual, token, withdrawn } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const made = answer && 'made' in answer ? answer.made : null;
  const refused = answer && 'values' in answer ? answer : undefined;
  return (
    <AppPage
      who={who}
      section="evidence"
      here="/evidence/governors"
      width="reading"
      title="For governors"
      intro="The summary’s totals for people who have no account here: a link that opens one page, names nobody, ends on a day you choose, and can be withdrawn."
    >
      <ErrorSummary errors={refused?.errors} />
      {withdrawn && !answer ? (
        <Notice kind="good" title="Withdrawn" focus live>
          <p>That link opens nothing any more.</p>
        </Notice>
      ) : null}
      {made ? <LinkOnce made={made} /> : null}
      <Panel title={made ? 'Make another link' : 'Make a link'}>
        <MakeLink
          key={made?.address}
          {...{ who, today, began, usual, token }}
          values={refused?.values}
          errors={refused?.errors}
        />
      </Panel>
      <LinkList who={who} links={links} />
    </AppPage>
  );
}
