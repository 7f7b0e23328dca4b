export interface Reference {
  /** The anchor is `source-<id>`. */
  id: string;
  /** As cited in the text. */
  number: number;
  citation: string;
  url?: string;
  /** In words. */
  grade: string;
  /** In words: "31 May 2026". */
  checked: string;
  reviewBy: string;
}

/** What a page or a module rests on, each with its grade of evidence and the day it is to be looked at again. */
export function References({
  sources,
  title = 'References',
  level = 2,
}: {
  sources: readonly Reference[];
  title?: string;
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  if (sources.length === 0) return null;
  return (
    <section className="references" aria-labelledby="references">
      <Heading id="references">{title}</Heading>
      <ol>
        {sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`} value={source.number} tabIndex={-1}>
            {source.citation}
            {source.url ? (
              <>
                {' '}
                <a href={source.url} rel="noreferrer">
                  {source.url}
                </a>
              </>
            ) : null}
            <span className="reference-grade">
              {' '}
              Evidence grade: {source.grade}. Checked {source.checked}; to be reviewed by{' '}
              {source.reviewBy}.
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
