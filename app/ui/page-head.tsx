import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export interface PageHeadProps {
  /** The h1: it takes the focus after every navigation to another page. */
  title: ReactNode;
  /** A line above the h1: where this page belongs. */
  kicker?: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; label: string };
}

export function PageHead({ title, kicker, intro, actions, back }: PageHeadProps) {
  return (
    <div className="page-head">
      {back ? (
        <p className="back">
          <Link to={back.to} prefetch="none">
            <span aria-hidden="true">← </span>
            {back.label}
          </Link>
        </p>
      ) : null}
      {kicker ? <p className="kicker">{kicker}</p> : null}
      <h1 tabIndex={-1}>{title}</h1>
      {intro ? <div className="intro">{intro}</div> : null}
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}
