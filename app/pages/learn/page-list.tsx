import { Link } from '@remix-run/react';
import type { PageLine } from '~/learning/overview.server';
import { Panel } from '~/ui/panel';
import { Status } from '~/ui/status';
import { minutes } from './minutes';

interface PageListProps {
  slug: string;
  pages: PageLine[];
  /** For reading the module's first page, where this stands. */
  introMinutes: number;
  /** Links and ticks are for those who have started. */
  started: boolean;
  /** The quiz showed that the pages are known. */
  pagesKnown: boolean;
}

/** What is in the module: its pages, the examples to choose one from, and what is extra. */
export function PageList({ slug, pages, introMinutes, started, pagesKnown }: PageListProps) {
  const examples = pages.filter((page) => page.kind === 'scenario');
  const extra = pages.filter((page) => page.kind === 'extra');
  const oneDone = examples.some((page) => page.done);
  const line = (page: PageLine, todo: string) => (
    <li key={page.id}>
      {started ? (
        <Link to={`/learn/${slug}/${page.id}`} prefetch="none">
          {page.title}
        </Link>
      ) : (
        page.title
      )}
      , {minutes(page.minutes)}{' '}
      {started ? <PageStatus page={page} todo={todo} known={pagesKnown} /> : null}
    </li>
  );
  const firstExample = pages.findIndex((page) => page.kind === 'scenario');
  const unchanged = pages.filter((page) => page.kind === 'unchanged');
  const main = pages.filter((page) => !['scenario', 'extra', 'unchanged'].includes(page.kind));
  const place = (page: PageLine) => pages.indexOf(page);
  return (
    <Panel title="What is in it" id="pages">
      {introMinutes > 0 ? <p>First this page, {minutes(introMinutes)}. Then:</p> : null}
      <ol>
        {main.filter((page) => place(page) < firstExample).map((page) => line(page, 'To do'))}
        {examples.length > 0 ? (
          <li>
            One of these examples, whichever you choose:
            <ul>
              {examples.map((page) =>
                line(page, oneDone ? 'Extra, if you like' : 'To choose from'),
              )}
            </ul>
          </li>
        ) : null}
        {main.filter((page) => place(page) > firstExample).map((page) => line(page, 'To do'))}
      </ol>
      {extra.length > 0 ? (
        <>
          <h3>Extra, if you like</h3>
          <ul>{extra.map((page) => line(page, 'Extra'))}</ul>
        </>
      ) : null}
      {unchanged.length > 0 ? (
        <>
          <h3>Not changed: here to read, if you like</h3>
          <ul>{unchanged.map((page) => line(page, 'Not changed'))}</ul>
        </>
      ) : null}
    </Panel>
  );
}

function PageStatus({ page, todo, known }: { page: PageLine; todo: string; known: boolean }) {
  if (page.done)
    return <Status kind="done">{known && page.kind === 'page' ? 'Known' : 'Done'}</Status>;
  return <Status kind={todo === 'To do' ? 'todo' : 'none'}>{todo}</Status>;
}
