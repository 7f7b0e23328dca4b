import { isRouteErrorResponse, useRouteLoaderData, useSubmit } from '@remix-run/react';
import { useContext } from 'react';
import { firstScreen } from '~/people/rights';
import type { Role } from '~db/schema';
import { placesOf } from './app-page';
import { Button, ButtonLink } from './button';
import { PageMemory, type Submission } from './page-memory';
import { PublicPage } from './public-page';
import { isConnectionLost, referenceIn } from './reference';
import { RequestFacts } from './request-facts';

/** What the root's loader says on every page. */
type Root = () => { here: { roles: Role[]; quiz?: boolean } | null };

const titles: Record<number, string> = {
  400: 'Attune could not read that',
  401: 'Please sign in',
  403: 'This page is not open to you',
  404: 'There is no page here',
  405: 'This page cannot do that',
  409: 'Nothing was saved',
  410: 'This is no longer here',
  413: 'That is too long to send',
  429: 'Please wait a moment',
};

/** The title of a page that shows `error`. */
export function problemTitle(error: unknown): string {
  if (isRouteErrorResponse(error)) return titles[error.status] ?? 'Something went wrong';
  return isConnectionLost(error) ? 'No connection just now' : 'Something went wrong';
}

/** Any error, as a whole page: what happened in words, where to go, and a reference. Never a stack. */
export function ProblemPage({ error }: { error: unknown }) {
  const { reference } = useContext(RequestFacts);
  if (isRouteErrorResponse(error)) {
    if (error.status === 404) {
      return <NotFound words={wordsOf(error.data)} onward={onwardOf(error.data)} />;
    }
    if (error.status < 500) {
      return (
        <PublicPage title={problemTitle(error)}>
          <p>{wordsOf(error.data) ?? 'Go back, and try again.'}</p>
          <WayOut />
        </PublicPage>
      );
    }
  } else if (isConnectionLost(error)) return <NoConnection />;
  return <Failure reference={referenceIn(error) ?? reference} />;
}

interface Onward {
  to: string;
  label: string;
}

export function NotFound({ words, onward }: { words?: string; onward?: Onward }) {
  return (
    <PublicPage title={titles[404]}>
      <p>
        {words ??
          'The address may have a letter wrong, or the page may have moved. Nothing of yours is lost.'}
      </p>
      {onward ? (
        <p>
          <a href={onward.to}>{onward.label}</a>
        </p>
      ) : null}
      <WayOut />
    </PublicPage>
  );
}

function Failure({ reference }: { reference?: string }) {
  return (
    <PublicPage title="Something went wrong">
      <p>
        Attune could not do that. It is not something you did. What was saved before is safe; go
        back and try once more.
      </p>
      {reference ? (
        <p>
          If it happens again, tell whoever looks after Attune in your school, and give them this
          reference: <strong data-reference>{reference}</strong>
        </p>
      ) : (
        <p>
          If it happens again, tell whoever looks after Attune in your school, and say when it was.
        </p>
      )}
      <WayOut />
      <WhatYouTyped submission={useContext(PageMemory)?.submission} />
    </PublicPage>
  );
}

function NoConnection() {
  const last = useContext(PageMemory)?.submission;
  const submit = useSubmit();
  return (
    <PublicPage title="No connection just now">
      <p>
        {last
          ? 'What you sent may not have arrived. It is kept here: send it again when you are back on line. If it did arrive, it is not counted twice.'
          : 'Attune could not be reached. Try again when you are back on line.'}
      </p>
      <div className="form-actions">
        {last ? (
          <Button
            type="button"
            onClick={() => submit(last.form, { method: 'post', action: last.action })}
          >
            Send it again
          </Button>
        ) : (
          <Button type="button" onClick={() => window.location.reload()}>
            Try again
          </Button>
        )}
      </div>
      <WhatYouTyped submission={last} />
    </PublicPage>
  );
}

/** So that nothing typed is lost to an error: it can be copied from here. */
function WhatYouTyped({ submission }: { submission?: Submission | null }) {
  const typed = submission
    ? [...submission.form].filter(([name, value]) => isTyped(name, value))
    : [];
  if (typed.length === 0) return null;
  return (
    <>
      <h2>What you typed</h2>
      {typed.map(([name, value]) => (
        <blockquote key={name} className="as-typed">
          {String(value)}
        </blockquote>
      ))}
    </>
  );
}

/** Words of the person's own: a space in them tells them from a form's own codes. */
function isTyped(name: string, value: FormDataEntryValue): boolean {
  return typeof value === 'string' && /\s/.test(value.trim()) && !/password|code/i.test(name);
}

/** To the places of whoever is here. When even that could not be found out, the first page leads on to them. */
function WayOut() {
  const root = useRouteLoaderData<Root>('root');
  return <WaysOut here={root?.here} />;
}

/** `here` is null when nobody is signed in, and undefined when that is not known. */
export function WaysOut({ here }: { here: { roles: Role[]; quiz?: boolean } | null | undefined }) {
  if (here === null) {
    return (
      <div className="form-actions">
        <ButtonLink to="/sign-in" variant="primary" reloadDocument>
          Sign in
        </ButtonLink>
      </div>
    );
  }
  const first = here ? firstScreen(here) : '/';
  return (
    <div className="form-actions">
      <ButtonLink to={first} variant="primary" reloadDocument>
        Go to your first page
      </ButtonLink>
      {(here ? placesOf(here) : [])
        .filter(({ to }) => to !== first)
        .map(({ to, label }) => (
          <ButtonLink key={to} to={to} reloadDocument>
            {label}
          </ButtonLink>
        ))}
    </div>
  );
}

/** Where a thrown 404 says that one can go on: `{ onward: { to, label } }`, an address of this server. */
function onwardOf(data: unknown): Onward | undefined {
  if (typeof data !== 'object' || data === null || !('onward' in data)) return undefined;
  const { onward } = data;
  if (typeof onward !== 'object' || onward === null || !('to' in onward && 'label' in onward)) {
    return undefined;
  }
  const { to, label } = onward;
  return typeof to === 'string' && to.startsWith('/') && typeof label === 'string'
    ? { to, label }
    : undefined;
}

/** Thrown responses speak to people in their body, as text or as `{ message }`. */
function wordsOf(data: unknown): string | undefined {
  if (typeof data === 'string' && data.trim() !== '') return data;
  if (typeof data === 'object' && data !== null && 'message' in data) {
    return typeof data.message === 'string' ? data.message : undefined;
  }
  return undefined;
}
