import { Link } from '@remix-run/react';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { YouChose } from '~/ui/learning';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

export interface WrittenItem {
  key: string;
  title: string;
  under: string;
  /** The choice that the words are about. */
  html?: string;
  /** As typed, never as HTML. */
  texts: string[];
  /** Where it was being typed. */
  to?: string;
  hidden: Record<string, string | number>;
}

/** What someone has written, each with its own way to delete it. */
export function WrittenList({
  who,
  heading,
  items,
}: {
  who: PageWho;
  heading?: string;
  items: WrittenItem[];
}) {
  if (items.length === 0) return null;
  return (
    <>
      {heading ? <h2>{heading}</h2> : null}
      {items.map((item) => (
        <Panel key={item.key} title={item.title} level={3}>
          <p className="hint">{item.under}</p>
          {item.html ? <YouChose html={item.html} /> : null}
          {item.texts.some(Boolean) ? (
            <p className="as-typed">{item.texts.filter(Boolean).join('\n\n')}</p>
          ) : null}
          {item.to ? (
            <p>
              <Link to={item.to} prefetch="none">
                Go on where you were
              </Link>
            </p>
          ) : null}
          <PostForm who={who} action="/account/words">
            {Object.entries(item.hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button variant="danger" aria-label={`Delete: ${item.title}, ${item.under}`}>
              Delete
            </Button>
          </PostForm>
        </Panel>
      ))}
    </>
  );
}
