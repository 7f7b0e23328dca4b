import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { civilDateInWords } from '~/course/said';
import { deleteCommitmentWords } from '~/learning/commitment.server';
import { isLearningError } from '~/learning/errors';
import { deleteHappened } from '~/learning/follow-up.server';
import { deleteReflection } from '~/learning/reflections.server';
import { deleteWhy, typedDrafts, wordsOf } from '~/learning/words.server';
import { actorOf } from '~/people/actor';
import { clearDraft } from '~/people/drafts.server';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { WhoReads } from '~/ui/learning';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { commitmentItem, happenedItem, whyItem } from './words-as-items';
import { WrittenList } from './written-list';

export const meta = () => title('Your words');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const { reflections, commitments, whys, happened, drafts } = wordsOf(attune, who);
  const on = (at: number) => civilDateInWords(londonDate(at));
  return {
    who: pageWho(who),
    reflections: reflections.map((r) => ({ ...r, on: on(r.at) })),
    commitments: commitments.map((c) => ({ ...c, on: on(c.at) })),
    whys: whys.map((w) => ({ ...w, on: on(w.at) })),
    happened: happened.map((h) => ({ ...h, on: on(h.at) })),
    drafts: typedDrafts(attune, who.personId, drafts).map((d) => ({
      key: d.key,
      on: on(d.savedAt),
      texts: d.texts,
    })),
    tell: readWhoToTell(attune.db, who.schoolId)?.safeguardingLead.name ?? null,
    deleted: new URL(args.request.url).searchParams.has('deleted'),
  };
}

const act = z.discriminatedUnion('what', [
  z.object({ what: z.literal('reflection'), id: z.string() }),
  z.object({ what: z.literal('commitment'), enrolmentId: z.string() }),
  z.object({ what: z.literal('happened'), enrolmentId: z.string() }),
  z.object({ what: z.literal('why'), runId: z.string(), n: z.coerce.number().int() }),
  z.object({ what: z.literal('draft'), key: z.string() }),
]);

/** Deletes one's own words, one at a time. */
export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'learn');
  const { attune } = args.context;
  const actor = actorOf(who, 'learn');
  const asked = act.safeParse(Object.fromEntries(form)).data;
  try {
    if (asked?.what === 'reflection') deleteReflection(attune, actor, asked);
    if (asked?.what === 'commitment') deleteCommitmentWords(attune, actor, asked);
    if (asked?.what === 'happened') deleteHappened(attune, actor, asked);
    if (asked?.what === 'why') deleteWhy(attune, actor, asked);
  } catch (error) {
    if (isLearningError(error)) throw new Response(error.message, { status: error.status });
    throw error;
  }
  if (asked?.what === 'draft') clearDraft(attune, who.personId, asked.key);
  return redirect(asked ? '/account/words?deleted=1' : '/account/words', 303);
}

const theirs = <T extends { notTheirs: boolean }>(all: T[]) => all.filter((one) => !one.notTheirs);
const notTheirs = <T extends { notTheirs: boolean }>(all: T[]) =>
  all.filter((one) => one.notTheirs);

/** What was typed under their name and found not to be theirs, apart; each with its own way to delete it. */
function FoundNotTheirs({ who, items }: Pick<Parameters<typeof WrittenList>[0], 'who' | 'items'>) {
  if (items.length === 0) return null;
  return (
    <>
      <h2>Typed under your name, and set aside</h2>
      <p>
        Your lead found that none of what was done there was yours, so these words count for
        nothing, and nobody asks you about them. If they are not yours, you can delete them; if they
        are, tell your lead.
      </p>
      <WrittenList who={who} items={items} />
    </>
  );
}

export default function YourWords() {
  const { who, reflections, commitments, whys, happened, drafts, tell, deleted } =
    useLoaderData<typeof loader>();
  const none = [reflections, commitments, whys, happened, drafts].every(
    ({ length }) => length === 0,
  );
  return (
    <AppPage
      who={who}
      section="account"
      here="/account/words"
      title="Your words"
      intro={<p>All that you have written for yourself. Nobody at your school is shown it.</p>}
    >
      {deleted ? <Notice kind="good" live focus title="Deleted, for good." /> : null}
      <WhoReads>
        <p>
          It is encrypted, and private to you; whoever runs the server could read it. It stays until
          you delete it, or until 30 days after your last day at the school. Deleting takes nothing
          from your record.
        </p>
        <p>
          This does not report anything. Worried about a child? Tell{' '}
          {tell ?? 'your safeguarding lead'} now.
        </p>
      </WhoReads>
      {none ? (
        <p>You have not written anything yet.</p>
      ) : (
        <p>
          <a href="/account/my-words.txt">Download all of it as a text file</a>
        </p>
      )}
      <WrittenList
        who={who}
        heading="Reflections"
        items={reflections.map((r) => ({
          key: r.id,
          title: r.prompt,
          under: `${r.moduleTitle}, ${r.on}`,
          texts: [r.text],
          hidden: { what: 'reflection', id: r.id },
        }))}
      />
      <WrittenList
        who={who}
        heading="Things I said I would do"
        items={theirs(commitments).map(commitmentItem)}
      />
      <WrittenList
        who={who}
        heading="What became of it"
        items={theirs(happened).map(happenedItem)}
      />
      <WrittenList who={who} heading="Why I chose it" items={theirs(whys).map(whyItem)} />
      <FoundNotTheirs
        who={who}
        items={[
          ...notTheirs(commitments).map(commitmentItem),
          ...notTheirs(happened).map(happenedItem),
          ...notTheirs(whys).map(whyItem),
        ]}
      />
      {drafts.length > 0 ? (
        <Panel title="Kept while you were typing">
          <WrittenList
            who={who}
            items={drafts.map((d) => ({
              key: d.key,
              title: 'Not sent yet',
              under: d.on,
              texts: d.texts,
              to: d.key.split('#')[0],
              hidden: { what: 'draft', key: d.key },
            }))}
          />
        </Panel>
      ) : null}
      <p>
        What you tried and noted is in your{' '}
        <Link to="/practice" prefetch="none">
          practice log
        </Link>
        .
      </p>
    </AppPage>
  );
}
