import { useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';

/** Says that a form is on its way, for what takes seconds. With JavaScript off the browser says so itself. */
export function StaffListPending({ children }: { children: ReactNode }) {
  const { state, formMethod } = useNavigation();
  const sent = state !== 'idle' && formMethod === 'POST';
  return (
    <p role="status" className={sent ? 'draft-state' : undefined}>
      {sent ? children : null}
    </p>
  );
}
