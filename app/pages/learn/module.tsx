import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { assignmentsOf } from '~/cohorts/assignments.server';
import { isLearningError } from '~/learning/errors';
import { overview } from '~/learning/overview.server';
import { putBacksToTell } from '~/learning/told-put-back.server';
import { useAnswer } from '~/pages/use-answer';
import { pageWho, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { readWillNotChange } from '~/people/will-not-change.server';
import { londonDate } from '~/record/london-date';
import { stillToTell, withdrawalsOf } from '~/record/withdrawals.server';
import { signedInWords } from '~/review/sign-off-words';
import { signOffs } from '~/review/sign-offs.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Details } from '~/ui/panel';
import { References } from '~/ui/references';
import { title } from '~/ui/title';
import { AboutModule, ModuleIntro } from './about-module';
import { moduleAction } from './module-action.server';
import { notFound } from './page-answer.server';
import { PageList } from './page-list';
import { PutBackNotice } from './put-back-notice';
import { reportAbout } from './report-about.server';
import { ReportBox } from './report-box';
import { Reported } from './reported';
import { SetAsideNotice } from './set-aside-notice';
import { StartForm } from './start-form';
import { UnderWay } from './under-way';
import { WhoToTell } from './who-to-tell';
import { WillNotChange } from './will-not-change';
import { WithdrawnNotice } from './withdrawn-notice';

export const meta: MetaFunction<typeof loader> = ({ data }) => title(data?.shown.title ?? 'Module');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  try {
    const shown = overview(attune, who, args.params.module ?? '');
    const asked = assignmentsOf(attune.db, who.personId);
    const completedAt = shown.mine?.completedAt ?? null;
    return {
      who: pageWho(who),
      shown,
      completedOn: completedAt === null ? null : londonDate(completedAt),
      withdrawn: stillToTell(withdrawalsOf(attune.db, who.schoolId, who.personId))
        .filter(({ module }) => module === shown.slug)
        .map((one) => ({
          ...one,
          dueOn: asked.find(({ module }) => module === one.module)?.dueOn ?? null,
        })),
      putBack: putBacksToTell(attune, who).filter(({ module }) => module === shown.slug),
      whoToTell: readWhoToTell(attune.db, who.schoolId),
      willNotChange: readWillNotChange(attune.db, who.schoolId),
      signed: signOffs(attune.db, who.schoolId, shown.contentHash).map(signedInWords),
      about: reportAbout(attune, who, {
        module: shown.slug,
        page: '',
        contentHash: shown.contentHash,
      }),
      reported: new URL(args.request.url).searchParams.has('reported'),
      said: new URL(args.request.url).searchParams.has('said'),
      aside: new URL(args.request.url).searchParams.has('aside'),
    };
  } catch (error) {
    if (isLearningError(error)) throw notFound(error.message);
    throw error;
  }
}

export { moduleAction as action };

export default function ModuleOverview() {
  const { who, shown, completedOn, whoToTell, willNotChange, signed, about, ...rest } =
    useLoaderData<typeof loader>();
  const { reported, said, aside, withdrawn, putBack } = rest;
  const answer = useAnswer<typeof moduleAction>();
  const { mine } = shown;
  return (
    <AppPage
      who={who}
      section="learn"
      title={shown.title}
      intro={<p>{shown.summary}</p>}
      back={{ to: '/learn', label: 'Learn' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {reported ? <Reported /> : null}
      {said ? <Notice kind="good" live title="Saved. Only you can see it." /> : null}
      {aside ? <SetAsideNotice stands={completedOn !== null} /> : null}
      {withdrawn.map((one) => (
        <WithdrawnNotice key={one.completionId} one={one} />
      ))}
      {putBack.map((one) => (
        <PutBackNotice key={one.entry} who={who} one={one} />
      ))}
      {mine ? <UnderWay who={who} shown={shown} mine={mine} completedOn={completedOn} /> : null}
      <ModuleIntro shown={shown} />
      <WillNotChange words={willNotChange} />
      {mine ? null : whoToTell ? (
        <StartForm who={who} shown={shown} />
      ) : (
        <Notice kind="care" title="This module is not open yet.">
          <p>
            It opens once your school has entered who to tell when someone is worried about a child.
            Your attachment lead can do that.
          </p>
        </Notice>
      )}
      <WhoToTell school={whoToTell} />
      <AboutModule shown={shown} signed={signed} />
      <PageList
        slug={shown.slug}
        pages={shown.pages}
        introMinutes={shown.introMinutes}
        started={mine !== null}
        pagesKnown={mine?.pagesKnown ?? false}
      />
      {shown.sources.length > 0 ? (
        <Details summary="What it rests on: references, with grades and review dates">
          <References sources={shown.sources} />
        </Details>
      ) : null}
      <ReportBox who={who} about={about} tell={whoToTell?.safeguardingLead.name ?? null} />
    </AppPage>
  );
}
