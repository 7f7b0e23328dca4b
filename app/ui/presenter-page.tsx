import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { SignedIn } from '~/people/rights';
import { SkipLink } from './skip-link';
import { StillThere } from './still-there';

interface PresenterPageProps {
  who: Pick<SignedIn, 'sharedDevice' | 'formTag'>;
  title: ReactNode;
  /** What is shown, and how far it has come. */
  kicker: ReactNode;
  /** For whoever leads, in small type; null: nothing. */
  note?: string | null;
  /** Off the screen again. */
  leave: { to: string; label: string };
  /** The ways back and on. */
  foot: ReactNode;
  children: ReactNode;
}

/** A page for a big screen in front of a group: large type, and nobody's name on it. */
export function PresenterPage({
  who,
  title,
  kicker,
  note,
  leave,
  foot,
  children,
}: PresenterPageProps) {
  return (
    <div className="presenter">
      <SkipLink />
      <header className="presenter-head">
        <p className="kicker">{kicker}</p>
        <Link to={leave.to} prefetch="none">
          {leave.label}
        </Link>
        {note ? <p className="presenter-note">{note}</p> : null}
      </header>
      <main id="main" className="presenter-main">
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </main>
      <nav aria-label="Pages" className="presenter-foot">
        {foot}
      </nav>
      {who.sharedDevice ? <StillThere formTag={who.formTag} /> : null}
    </div>
  );
}
