/** A share drawn as a hundred people; `label` says the same in words. */
export function HundredSquares({ filled, label }: { filled: number; label: string }) {
  return (
    <figure className="hundred-squares">
      <svg viewBox="0 0 100 100" role="img" aria-label={label}>
        {Array.from({ length: 100 }, (_, n) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a square is its place.
            key={n}
            className={n < filled ? 'square-filled' : 'square-rest'}
            x={(n % 10) * 10 + 1}
            y={Math.floor(n / 10) * 10 + 1}
            width="8"
            height="8"
            rx="1.5"
          />
        ))}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
