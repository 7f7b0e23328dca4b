import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { isLearningError } from '~/learning/errors';
import { modulePage } from '~/learning/module-page.server';
import { useAnswer } from '~/pages/use-answer';
import { pageWho, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Progress } from '~/ui/meter';
import { Notice } from '~/ui/notice';
import { References } from '~/ui/references';
import { title } from '~/ui/title';
import { askedOf } from './asked';
import { keptFor } from './kept.server';
import { minutes } from './minutes';
import type { OnPage } from './module-form';
import { namedErrors } from './named-errors';
import { PaperAnswers, PaperNotice } from './on-paper';
import { pageAction } from './page-action.server';
import { notFound } from './page-answer.server';
import { PageFoot } from './page-foot';
import { wordsFormOf } from './reflect-form';
import { SinceBefore } from './refresher-changes';
import { reportAbout } from './report-about.server';
import { ReportBox } from './report-box';
import { Reported } from './reported';
import { Segments } from './segments';
import { WhoToTell } from './who-to-tell';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  title(data?.shown.page.title ?? 'Page');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const { module: slug = '', page = '' } = args.params;
  const asked = askedOf(args.request.url);
  const here = `/learn/${slug}/${page}`;
  try {
    const shown = modulePage(attune, who, slug, page, asked);
    return {
      who: pageWho(who),
      here,
      shown,
      again: asked.again?.pick ? null : (asked.again?.question ?? null),
      whoToTell: readWhoToTell(attune.db, who.schoolId),
      kept: keptFor(attune, who.personId, here, shown.segments),
      answeredBefore: new URL(args.request.url).searchParams.has('before'),
      justKept: new URL(args.request.url).searchParams.has('kept'),
      reported: new URL(args.request.url).searchParams.has('reported'),
      about: reportAbout(attune, who, {
        module: slug,
        page,
        contentHash: shown.module.contentHash,
      }),
    };
  } catch (error) {
    if (!isLearningError(error)) throw error;
    // What was said of the page is said there too: “Something wrong here?” can be sent before starting.
    if (error.code === 'not started') throw redirect(`/learn/${slug}${reportedIn(args.request)}`);
    throw notFound(error.message, { to: `/learn/${slug}`, label: 'Go to the module' });
  }
}

const reportedIn = ({ url }: Request) =>
  new URL(url).searchParams.has('reported') ? '?reported=1' : '';

export { pageAction as action };

export default function ModulePage() {
  const { who, here, shown, again, whoToTell, kept, justKept, ...said } =
    useLoaderData<typeof loader>();
  const { answeredBefore, reported, about } = said;
  const answer = useAnswer<typeof pageAction>();
  const { module, page, place, paper, sources, refreshes } = shown;
  // The summary takes the focus whenever it is given new errors, so these may only be new with a new answer.
  const toMend = useMemo(
    () => (answer ? namedErrors(answer.errors, shown.segments) : undefined),
    [answer, shown],
  );
  const on: OnPage = {
    who,
    here,
    slug: module.slug,
    enrolmentId: shown.enrolmentId,
    tell: whoToTell?.safeguardingLead.name ?? null,
    answer,
    kept,
    answeredBefore,
    refreshing: refreshes !== null,
    wordsForm: wordsFormOf(shown.segments),
  };
  return (
    <AppPage
      who={who}
      section="learn"
      title={page.title}
      kicker={`About ${minutes(page.minutes)}${place ? '' : refreshes ? ' · not changed' : ' · extra, if you like'}`}
      back={{ to: `/learn/${module.slug}`, label: module.title }}
    >
      {place ? <Progress page={place.n} of={place.of} done={place.done} /> : null}
      {refreshes ? <SinceBefore slug={module.slug} page={page.id} refreshes={refreshes} /> : null}
      <ErrorSummary errors={toMend} />
      {reported ? <Reported /> : null}
      {justKept ? (
        <Notice kind="good" live focus title="Kept for later.">
          <p>What you typed is here when you come back. Nothing was sent.</p>
        </Notice>
      ) : null}
      {paper ? <PaperNotice paper={paper} on={on} /> : null}
      <Segments
        segments={shown.segments}
        again={again}
        otherExamples={shown.otherExamples}
        on={on}
      />
      {paper ? <PaperAnswers paper={paper} /> : null}
      <PageFoot shown={shown} on={on} />
      <WhoToTell school={whoToTell} />
      {sources.length > 0 ? <References sources={sources} /> : null}
      <ReportBox who={who} about={about} tell={on.tell} />
    </AppPage>
  );
}
