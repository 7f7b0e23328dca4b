/** Two arcs that lean towards one point: the same shape as the favicon. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
        <path
          d="M6 25C6 13 11 7 16 7s10 6 10 18"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <path
          d="M11.5 25c0-6 2-9.5 4.5-9.5s4.5 3.5 4.5 9.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <circle cx="16" cy="24.5" r="1.9" fill="currentColor" />
      </svg>
      <span>Attune</span>
    </span>
  );
}
