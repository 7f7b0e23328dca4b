import { Link } from '@remix-run/react';
import type { ModulePage } from '~/learning/module-page.server';
import type { Changes } from '~/learning/refresher.server';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { minutes } from './minutes';

const saidOf = {
  changed: 'Changed',
  added: 'New',
  moved: 'The same, in another place',
  removed: 'No longer there',
} as const;

/** What changed, page by page. Once the refresher is started, each page can be read as it is, too. */
export function ChangesList({
  slug,
  changes,
  open,
}: {
  slug: string;
  changes: Changes;
  /** The newer version's pages can be opened. */
  open: boolean;
}) {
  const { from, pages, introduction, questions } = changes;
  const asItWas = `/learn/${slug}/as-it-was/${from.contentHash}`;
  return (
    <ul>
      {introduction ? <li>Changed: the introduction, on the module’s first page</li> : null}
      {pages.map(({ id, title, change }) => (
        <li key={`${change} ${id}`}>
          {saidOf[change]}: {title}{' '}
          {change === 'changed' || change === 'removed' ? (
            <Link to={`${asItWas}#${id}`} prefetch="none">
              As it was<span className="visually-hidden"> ({title})</span>
            </Link>
          ) : null}
          {open && change === 'changed' ? ' · ' : ''}
          {open && change !== 'removed' ? (
            <Link to={`/learn/${slug}/${id}`} prefetch="none">
              As it is<span className="visually-hidden"> ({title})</span>
            </Link>
          ) : null}
        </li>
      ))}
      {questions > 0 ? (
        <li>
          {questions === 1
            ? 'New or changed: one question in the quiz'
            : `New or changed: ${questions} questions in the quiz`}
        </li>
      ) : null}
    </ul>
  );
}

/** For whoever completed an older version: what is new, and the offer of a refresher. */
export function NewerVersion({
  who,
  slug,
  changes,
  enrolments,
}: {
  who: PageWho;
  slug: string;
  changes: Changes;
  /** So far; it makes a second press harmless. */
  enrolments: number;
}) {
  const { from, to, asked, nothingToDo } = changes;
  const nothing =
    changes.pages.length === 0 && changes.questions === 0 && changes.introduction === false;
  return (
    <Panel id="newer" title={`Version ${to} is here: what changed since version ${from.version}`}>
      {nothing ? <p>Nothing that you would read or be asked otherwise.</p> : null}
      <ChangesList slug={slug} changes={changes} open={false} />
      <p>
        Your completion and your certificate stay as they are.{' '}
        {nothingToDo
          ? 'There is nothing to take again.'
          : `If you like, a refresher shows you just this${askedInWords(asked)}. Nobody is asked to take it.`}
      </p>
      {nothingToDo ? null : (
        <PostForm who={who} action={`/learn/${slug}`}>
          <input type="hidden" name="n" value={enrolments} />
          <Button variant="secondary" name="intent" value="start refresher">
            Start the refresher, about {minutes(changes.minutes)}
          </Button>
        </PostForm>
      )}
    </Panel>
  );
}

function askedInWords(asked: number): string {
  if (asked === 0) return '';
  return asked === 1
    ? ', and asks one question about it'
    : `, and asks ${asked} questions about it`;
}

type Refreshes = NonNullable<ModulePage['refreshes']>;

/** On a refresher's page: what it is to somebody who read the version before. */
export function SinceBefore({
  slug,
  page,
  refreshes,
}: {
  slug: string;
  page: string;
  refreshes: Refreshes;
}) {
  const { version, contentHash } = refreshes;
  if (refreshes.page === 'quiz') return null;
  if (refreshes.page === 'same') return <p>This page is as you read it in version {version}.</p>;
  if (refreshes.page === 'new') return <p>This page is new since version {version}.</p>;
  return (
    <p>
      Part of your refresher: changed since version {version}. {markedInWords(refreshes)}{' '}
      <Link to={`/learn/${slug}/as-it-was/${contentHash}#${page}`} prefetch="none">
        As it was
      </Link>
    </p>
  );
}

function markedInWords({ marks, goneWords }: Refreshes): string {
  if (marks > 0) return 'What reads otherwise is marked “Changed”; what stood there before is in:';
  return goneWords
    ? 'Something was taken out, which is in:'
    : 'Its words are as they were: its title, their order, or whether it is asked for is new.';
}
