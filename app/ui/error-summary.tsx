import { useEffect, useRef } from 'react';

export type FieldErrors = Record<string, string[] | undefined>;

/** What needs mending, first on the page after a form comes back; each line leads to its field. */
export function ErrorSummary({ errors, title }: { errors?: FieldErrors | null; title?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const lines = Object.entries(errors ?? {}).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ name, message })),
  );
  const some = lines.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer from the server brings a new `errors`, and each wants the focus.
  useEffect(() => {
    if (some) box.current?.focus();
  }, [errors, some]);
  if (!some) return null;
  return (
    <div
      className="notice notice-problem error-summary"
      ref={box}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: with JavaScript off this is what brings the reader to what needs mending.
      autoFocus
      data-focus-first
      role="alert"
      aria-labelledby="error-summary-title"
    >
      <h2 className="notice-title" id="error-summary-title">
        {title ?? (lines.length === 1 ? 'One thing needs mending' : 'A few things need mending')}
      </h2>
      <ul>
        {lines.map(({ name, message }) => (
          <li key={`${name} ${message}`}>{name ? <a href={`#${name}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
