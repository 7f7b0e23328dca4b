import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { assignmentsOf } from '~/cohorts/assignments.server';
import { cohortsLedBy } from '~/cohorts/cohort-heads.server';
import { civilDateInWords } from '~/course/said';
import { afterwards } from '~/learning/afterwards.server';
import { learnerHome } from '~/learning/home.server';
import { enteredForMe } from '~/learning/paper/own-paper.server';
import { putBacksToTell } from '~/learning/told-put-back.server';
import { pageWho, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { addDays, londonDate } from '~/record/london-date';
import { stillToTell, withdrawalsOf } from '~/record/withdrawals.server';
import { AppPage } from '~/ui/app-page';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { AfterwardsCard } from './afterwards-card';
import { DoneList, ModuleList } from './module-list';
import { NextThing } from './next-thing';
import { EnteredNotices } from './on-paper';
import { PutBackNotice } from './put-back-notice';
import { Refreshers } from './refresher-offers';
import { WhoToTell } from './who-to-tell';
import { WithdrawnNotice } from './withdrawn-notice';

export const meta = () => title('Learn');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const asked = assignmentsOf(attune.db, who.personId);
  const home = learnerHome(attune, who, asked);
  const toDo = new Set([home.next, ...home.others].map((one) => one?.module));
  const lately = addDays(londonDate(attune.now()), -28);
  return {
    who: pageWho(who),
    // Told while there is something to do about it, and for four weeks at least.
    withdrawn: stillToTell(withdrawalsOf(attune.db, who.schoolId, who.personId))
      .filter(({ module, withdrawnOn }) => toDo.has(module) || withdrawnOn >= lately)
      .map((one) => ({
        ...one,
        dueOn: asked.find(({ module }) => module === one.module)?.dueOn ?? null,
      })),
    putBack: putBacksToTell(attune, who),
    ...home,
    done: home.done.map((learned) => ({
      ...learned,
      completedOn: londonDate(learned.completedAt),
    })),
    onPaper: enteredForMe(attune, who),
    afterwards: afterwards(attune, who),
    leads: cohortsLedBy(attune.db, who),
    whoToTell: readWhoToTell(attune.db, who.schoolId),
  };
}

export default function LearnHome() {
  const { who, next, others, later, alsoOpen, refreshers, done, onPaper, afterwards, ...rest } =
    useLoaderData<typeof loader>();
  const { leads, whoToTell, withdrawn, putBack } = rest;
  const firstName = who.name.split(' ')[0];
  return (
    <AppPage who={who} section="learn" title={`Hello, ${firstName}`}>
      {whoToTell ? null : (
        <Notice kind="care" title="Modules are not open yet.">
          <p>
            They open once your school has entered who to tell when someone is worried about a
            child. Your attachment lead can do that.
          </p>
        </Notice>
      )}
      <EnteredNotices entered={onPaper} />
      {withdrawn.map((one) => (
        <WithdrawnNotice key={one.completionId} one={one} link />
      ))}
      {putBack.map((one) => (
        <PutBackNotice key={one.entry} who={who} one={one} home />
      ))}
      {next ? (
        <NextThing next={next} />
      ) : (
        <Panel tone="next" title="Nothing is waiting for you">
          <p>
            {later[0]?.asked?.opensOn
              ? `Next is ${later[0].title}, from ${civilDateInWords(later[0].asked.opensOn)}.`
              : done.length > 0
                ? 'You have done all that you were asked. Thank you.'
                : 'When your lead gives you a module, it appears here.'}
          </p>
        </Panel>
      )}
      <AfterwardsCard who={who} afterwards={afterwards} />
      {others.length > 0 ? <ModuleList heading="Also to do" modules={others} /> : null}
      {later.length > 0 ? (
        <ModuleList
          heading="Coming up"
          intro="Nothing to do yet. If you would like to begin early, you can."
          modules={later}
        />
      ) : null}
      {[next, ...others, ...later].some((one) => one?.asked) ? (
        <p>
          <a href="/account/due-dates.ics">Take these dates into your own calendar</a> (a file that
          phones and computers can open)
        </p>
      ) : null}
      {refreshers.length > 0 ? <Refreshers refreshers={refreshers} /> : null}
      {alsoOpen.length > 0 ? <ModuleList heading="Open to you" modules={alsoOpen} /> : null}
      {done.length > 0 ? (
        <DoneList
          done={done.map((learned) => ({ ...learned, on: civilDateInWords(learned.completedOn) }))}
        />
      ) : null}
      {leads.map(({ id, name }) => (
        <p key={id}>
          <Link to={`/my-cohort/${id}`} prefetch="none">
            You lead {name}: see how it is getting on
          </Link>
        </p>
      ))}
      <p>
        <Link to="/practice" prefetch="none">
          Tried something? Note it in a minute
        </Link>
      </p>
      <p>
        <Link to="/account/words" prefetch="none">
          What you have written for yourself
        </Link>
      </p>
      <WhoToTell school={whoToTell} />
    </AppPage>
  );
}
