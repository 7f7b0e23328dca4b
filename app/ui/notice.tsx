import clsx from 'clsx';
import type { ReactNode } from 'react';

export type NoticeKind = 'info' | 'good' | 'care' | 'problem';

/** What each kind is called for those who do not see its colour and shape. */
const said: Record<NoticeKind, string | null> = {
  info: null,
  good: 'Done: ',
  care: 'Please note: ',
  problem: 'A problem: ',
};

interface NoticeProps {
  kind?: NoticeKind;
  title?: ReactNode;
  /** Announced when it appears. Off for words that stand on the page from the start. */
  live?: boolean;
  /** Takes the focus after the navigation that brings it. */
  focus?: boolean;
  id?: string;
  className?: string;
  children?: ReactNode;
}

export function Notice({
  kind = 'info',
  title,
  live,
  focus,
  id,
  className,
  children,
}: NoticeProps) {
  return (
    <div
      id={id}
      className={clsx('notice', `notice-${kind}`, className)}
      role={live ? (kind === 'problem' ? 'alert' : 'status') : undefined}
      tabIndex={focus || id ? -1 : undefined}
      data-focus-first={focus || undefined}
    >
      {title ? (
        <p className="notice-title">
          {said[kind] ? <span className="visually-hidden">{said[kind]}</span> : null}
          {title}
        </p>
      ) : null}
      {children}
    </div>
  );
}
