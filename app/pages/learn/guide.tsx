import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GuideWords } from '~/pages/guide-words';
import { pageWho, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { AppPage } from '~/ui/app-page';
import { PrintButton } from '~/ui/print-button';
import { References } from '~/ui/references';
import { title } from '~/ui/title';
import { notFound } from './page-answer.server';
import { WhoToTell } from './who-to-tell';

export const meta: MetaFunction<typeof loader> = ({ data }) => title(data?.guide.title ?? 'Guide');

/** A page of prose outside the modules, for everyone on the staff list, or for leads and heads. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const guide = attune.course.guide(args.params.guide ?? '');
  if (!guide) throw notFound('There is no guide of this name.');
  const forLeads = guide.audience === 'leads';
  if (forLeads && !may(who, 'prepare the school')) {
    throw new Response(
      'This guide is for attachment leads and headteachers, and your account does not have that role. If it should, ask your attachment lead.',
      { status: 403, statusText: 'Not for this account' },
    );
  }
  return {
    who: pageWho(who),
    guide,
    back: forLeads
      ? { to: '/lead/before-you-start', label: 'Before you start' }
      : { to: '/learn', label: 'Learn' },
    whoToTell: readWhoToTell(attune.db, who.schoolId),
  };
}

export default function GuidePage() {
  const { who, guide, back, whoToTell } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section={guide.audience === 'leads' ? 'lead' : 'learn'}
      quiet
      title={guide.title}
      intro={<p>{guide.summary}</p>}
      back={back}
      actions={<PrintButton />}
    >
      <WhoToTell school={whoToTell} />
      <GuideWords segments={guide.segments} />
      {guide.numbersAsOf ? <p className="hint">{guide.numbersAsOf}</p> : null}
      <References sources={guide.references} />
    </AppPage>
  );
}
