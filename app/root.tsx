import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useNavigation,
  useRouteError,
} from '@remix-run/react';
import { type ReactNode, useContext, useEffect } from 'react';
import { readSession } from './people/session.server';
import { refusedAnswer } from './server/refused.server';
import { PageMemory } from './ui/page-memory';
import { ProblemPage, problemTitle } from './ui/problem-page';
import { RequestFacts } from './ui/request-facts';
import { useRouteFocus } from './ui/route-focus';
import styles from './ui/styles.css?url';
import { title } from './ui/title';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const meta: MetaFunction = ({ error }) => title(error ? problemTitle(error) : 'Attune');

/** For every page, error pages too: the roles of whoever is here, and what a form of theirs was refused with. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { attune } = context;
  const found = await readSession(attune, request.headers.get('Cookie'), false);
  if (found.state !== 'signed in') return { here: null, refused: null };
  const id = new URL(request.url).searchParams.get('refused');
  return {
    here: { roles: found.who.roles, quiz: found.who.quiz !== null },
    refused: id === null ? null : refusedAnswer(attune, found.sessionId, id),
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce } = useContext(RequestFacts);
  const shared = useMatches().some((match) => isOnSharedDevice(match.data));
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {shared ? (
          // The idle clear for browsers that run no script; the others ask first (ui/still-there).
          <noscript>
            <meta httpEquiv="refresh" content="900;url=/sign-in?idle=1" />
          </noscript>
        ) : null}
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  useRouteFocus();
  useForgetSubmission();
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  useRouteFocus();
  return <ProblemPage error={error} />;
}

/** Every signed-in page's loader answers with `who`. */
function isOnSharedDevice(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('who' in data)) return false;
  const { who } = data;
  return (
    typeof who === 'object' && who !== null && 'sharedDevice' in who && who.sharedDevice === true
  );
}

/** What a form sent is kept only until it has arrived. */
function useForgetSubmission() {
  const memory = useContext(PageMemory);
  const location = useLocation();
  const idle = useNavigation().state === 'idle';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each arrival, at the same address too, forgets.
  useEffect(() => {
    if (idle && memory) memory.submission = null;
  }, [idle, memory, location]);
}
