import clsx from 'clsx';

/** A note's number stays with the word before it: a line may end after it, and not between the two. */
const withNotes = (html: string) =>
  html.replace(/\s+<sup class="cite">/g, '\u00A0<sup class="cite">');

/** Content's own HTML, rendered on the server from Markdown that the checker let through. Never what people typed. */
export function Prose({ html, className }: { html: string; className?: string }) {
  return (
    <div
      className={clsx('prose', className)}
      dangerouslySetInnerHTML={{ __html: withNotes(html) }}
    />
  );
}

/** The same within a line, for an option or a choice: no block of its own. */
export function ProseInline({ html }: { html: string }) {
  return <span className="prose-inline" dangerouslySetInnerHTML={{ __html: withNotes(html) }} />;
}
