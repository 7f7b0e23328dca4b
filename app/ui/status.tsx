import type { ReactNode } from 'react';

export type StatusKind = 'done' | 'going' | 'todo' | 'late' | 'going-late' | 'needs-hand' | 'none';

/** Each kind has a shape of its own, so that colour is never alone. */
const shapes: Record<StatusKind, ReactNode> = {
  done: <path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  going: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  todo: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />,
  late: (
    <>
      <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 5v3.5M8 10v1.3" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  'going-late': (
    <>
      <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 1.5 14.5 8 8 14.5z" fill="currentColor" />
    </>
  ),
  'needs-hand': <path d="M8 1.5 15 14H1z" fill="currentColor" />,
  none: <path d="M4 8h8" fill="none" stroke="currentColor" strokeWidth="2" />,
};

/** Where something stands: a shape, the words, and a colour. */
export function Status({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className={`status status-${kind}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {shapes[kind]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
