import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { pageWho, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { AppPage } from '~/ui/app-page';
import { PrintButton } from '~/ui/print-button';
import { References } from '~/ui/references';
import { title } from '~/ui/title';
import { openModule, whatWasHard } from './hard.server';
import { WhatToTalkAbout } from './what-to-talk-about';
import { WholeSegments } from './whole-segments';

export const meta: MetaFunction<typeof loader> = () => title('Staff-meeting pack');

/** On paper it has to fit beside the pack. */
const mostItems = 5;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see what was hard');
  const { attune } = args.context;
  const module = openModule(attune, args.params.module);
  const { items } = whatWasHard(attune, who.schoolId, module, null);
  return {
    who: pageWho(who),
    slug: module.slug,
    moduleTitle: module.title,
    outcomes: module.outcomes,
    pack: module.staffMeeting,
    tell: readWhoToTell(attune.db, who.schoolId)?.safeguardingLead ?? null,
    hard: items
      .filter(({ otherwise }) => otherwise !== 'few or none')
      .slice(0, mostItems)
      .map(({ question, otherwise, sure }) => ({
        id: question.id,
        stem: question.stem,
        otherwise,
        sure,
      })),
  };
}

export default function StaffMeeting() {
  const { who, slug, moduleTitle, outcomes, pack, tell, hard } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="lead"
      kicker={moduleTitle}
      title={pack?.title ?? 'Staff-meeting pack'}
      back={{ to: `/lead/modules#${slug}`, label: 'Modules' }}
      actions={<PrintButton />}
    >
      {tell ? (
        <p>
          <strong>
            Worried about a child? Tell {tell.name} now: {tell.phone}.
          </strong>{' '}
          Not in the meeting, and not after it.
        </p>
      ) : null}
      {pack ? (
        <WholeSegments segments={pack.segments} level={2} />
      ) : (
        <p>
          This module has no pack of its own. The sheet below makes a meeting of fifteen minutes:
          two for reading it, ten for talking in pairs, three to agree one thing.
        </p>
      )}
      <WhatToTalkAbout hard={hard} outcomes={outcomes} />
      {hard.length > 0 ? (
        <p className="no-print">
          <Link to={`/lead/modules/${slug}/hard`} prefetch="none">
            All that people found hard, with the explanations
          </Link>
        </p>
      ) : null}
      {pack ? <References sources={pack.references} /> : null}
    </AppPage>
  );
}
