import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { PageHead, type PageHeadProps } from './page-head';
import { SkipLink } from './skip-link';
import { Wordmark } from './wordmark';

interface PublicPageProps extends PageHeadProps {
  width?: 'form' | 'reading' | 'wide';
  children: ReactNode;
}

/** A whole page that anyone may open, signed in or not. */
export function PublicPage({ width = 'reading', children, ...head }: PublicPageProps) {
  return (
    <div className={`page page-${width}`}>
      <SkipLink />
      <header className="site-header">
        <div className="site-header-row">
          <Link to="/" prefetch="none" className="home-link">
            <Wordmark />
          </Link>
        </div>
      </header>
      <main id="main" className="main">
        <PageHead {...head} />
        {children}
      </main>
      <footer className="site-footer">
        <div className="site-footer-row">
          <ul className="footer-links">
            <li>
              <Link to="/privacy" prefetch="none">
                Who sees what
              </Link>
            </li>
            <li>
              <Link to="/accessibility" prefetch="none">
                Accessibility
              </Link>
            </li>
          </ul>
        </div>
      </footer>
    </div>
  );
}
