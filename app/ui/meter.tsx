import type { ReactNode } from 'react';

interface MeterProps {
  label: ReactNode;
  value: number;
  max: number;
  /** Said in words, first; "18 of 32 staff". */
  text: ReactNode;
}

/** A share of a whole: the words say it all, and the bar repeats them for the eye. */
export function Meter({ label, value, max, text }: MeterProps) {
  return (
    <div className="meter">
      <div className="meter-words">
        <span className="meter-label">{label}</span> <span className="meter-text">{text}</span>
      </div>
      <Bar value={value} max={max} />
    </div>
  );
}

/** Decoration only: whoever uses it says the same in words beside it. */
export function Bar({ value, max }: { value: number; max: number }) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <svg
      className="bar"
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="bar-rest" width="100" height="1" />
      <rect className="bar-done" width={Math.round(share * 1000) / 10} height="1" />
    </svg>
  );
}

/** "Page 3 of 9, 2 done" with a thin bar that counts pages continued past, never pages opened. */
export function Progress({ page, of, done }: { page: number; of: number; done: number }) {
  return (
    <div className="progress">
      <p>
        Page {page} of {of}, {done} done
      </p>
      <Bar value={done} max={of} />
    </div>
  );
}
