import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import { referencesOf } from '~/course/cited';
import type { Module } from '~/course/module';
import { civilDateInWords, reviewedInWords } from '~/course/said';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { useAnswer } from '~/pages/use-answer';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { pathOf } from '~/people/local-path';
import { may } from '~/people/rights';
import { londonDate } from '~/record/london-date';
import { signOffs, signVersion, withdrawSignOff } from '~/review/sign-offs.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { DefinitionList } from '~/ui/panel';
import { PrintButton } from '~/ui/print-button';
import { References } from '~/ui/references';
import { title } from '~/ui/title';
import { type Covered, coveredInWords } from './covered';
import { KeptNotice } from './kept-notice';
import { SignOffForm } from './sign-off-form';
import { lackingRemarks, signOffFields, signOffOf } from './sign-off-form.server';
import { SignOffList, SignOnPaper } from './sign-off-list';
import { WholeSegments } from './whole-segments';

export const meta = () => title('Read it all');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'read modules whole');
  const { module: slug = '', hash } = args.params;
  const { course } = args.context.attune;
  const newest = course.module(slug);
  const module = hash === undefined ? newest : course.version(hash);
  if (!module || module.slug !== slug) {
    throw new Response(
      hash === undefined
        ? 'There is no module of this name that has passed its checks.'
        : 'There is no version of this module with this fingerprint: nobody started one.',
      { status: 404 },
    );
  }
  return {
    who: pageWho(who),
    module: { ...module, facts: undefined, sources: undefined },
    covers: coveredInWords(module.covers, course.frameworks()),
    references: referencesOf(module),
    reviewed: reviewedInWords(module.reviewed),
    signed: signOffs(args.context.attune.db, who.schoolId, module.contentHash),
    today: londonDate(args.context.attune.now()),
    kept: keptForm(args, who, 'sign-off'),
    done: new URL(args.request.url).searchParams.get('done'),
    newer: newest !== null && newest.contentHash !== module.contentHash,
    back: may(who, 'see module drafts')
      ? { to: '/lead/modules', label: 'Modules' }
      : { to: '/evidence', label: 'Evidence' },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'read modules whole');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const saved = (done: string) => redirect(`${pathOf(args.request)}?done=${done}`, 303);
  try {
    if (form.get('formId') === 'take back') {
      withdrawSignOff(attune, who, String(form.get('signOff')));
      return saved('taken-back');
    }
    const { value, answer } = readForm(
      form,
      signOffFields(londonDate(attune.now())),
      lackingRemarks,
    );
    if (answer) return answer;
    signVersion(attune, who, signOffOf(args.params.module ?? '', value));
  } catch (error) {
    return refuseFor(form, error);
  }
  forgetForm(args, who, 'sign-off');
  return saved('signed');
}

const saidOf: Record<string, string> = {
  signed: 'This version is signed. Learners on it can read who read it, and when.',
  'taken-back': 'It is taken back, and learners see it no more.',
};

export default function ReadItAll() {
  const { who, module, covers, references, reviewed, newer, back, ...signing } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const said = saidOf[signing.done ?? ''];
  const section = back.to === '/evidence' ? 'evidence' : 'lead';
  return (
    <AppPage
      who={who}
      section={section}
      width="reading"
      quiet={section !== 'lead'}
      kicker="Read it all"
      title={module.title}
      intro={module.summary}
      back={back}
      actions={<PrintButton>Print it all</PrintButton>}
    >
      <ErrorSummary errors={answer?.errors} />
      {said && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>{said}</p>
        </Notice>
      ) : null}
      {newer ? (
        <Notice kind="info" title="An earlier version">
          <p>This is as it was for those who started it. Learners who start now see a newer one.</p>
        </Notice>
      ) : null}
      <DefinitionList items={aboutModule(module, covers, reviewed)} />
      <h2>What it is for</h2>
      <p>By the end you can:</p>
      <ol>
        {module.outcomes.map((outcome) => (
          <li key={outcome}>{outcome}</li>
        ))}
      </ol>
      <h2>Introduction</h2>
      <WholeSegments segments={module.intro} level={3} />
      {module.pages.map((page) => (
        <section key={page.id} id={`page-${page.id}`} aria-label={page.title}>
          <h2>{page.title}</h2>
          <p className="hint">
            Page “{page.id}”, about {page.minutes} min{page.required ? '' : ', extra'}.
          </p>
          <WholeSegments segments={page.segments} level={3} />
        </section>
      ))}
      <References sources={references} />
      <h2 id="sign-off">Sign-off of this version</h2>
      <p>
        For someone who has read all of it, up to here. A sign-off holds for this very version; when
        a word of it changes, it has to be read again.
      </p>
      <SignOffList who={who} signed={signing.signed} />
      <KeptNotice who={who} kept={signing.kept !== null && !answer} formId="sign-off" />
      <SignOffForm
        who={who}
        contentHash={module.contentHash}
        today={signing.today}
        kept={signing.kept}
        answer={answer}
      />
      <SignOnPaper version={module.version} contentHash={module.contentHash} />
    </AppPage>
  );
}

function CoveredList({ covers }: { covers: Covered[] }) {
  return (
    <ul>
      {covers.map(({ framework, topics }) => (
        <li key={framework}>
          {framework}
          <ul>
            {topics.map((topic) => (
              <li key={topic}>{topic}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** In groups, between which a narrow screen may break the line. */
function Fingerprint({ hash }: { hash: string }) {
  const groups = hash.match(/.{1,8}/g) ?? [];
  return (
    <code>
      {groups.map((group, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of one fingerprint, which may repeat.
        <Fragment key={n}>
          {group}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}

function aboutModule(
  module: Omit<Module, 'facts' | 'sources'>,
  covers: Covered[],
  reviewed: string,
) {
  return [
    { term: 'Version', children: `${module.version}` },
    { term: 'Fingerprint of this version', children: <Fingerprint hash={module.contentHash} /> },
    { term: 'For', children: module.audience },
    { term: 'Where', children: 'For England: law and guidance differ elsewhere.' },
    { term: 'Required route', children: `about ${module.minutes} minutes` },
    ...(covers.length > 0 ? [{ term: 'Covers', children: <CoveredList covers={covers} /> }] : []),
    { term: 'Review', children: reviewed },
    { term: 'To be reviewed by', children: civilDateInWords(module.reviewBy) },
  ];
}
