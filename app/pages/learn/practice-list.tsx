import type { Logged } from '~/learning/practice-log.server';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface PracticeListProps {
  who: PageWho;
  notes: (Logged & { on: string })[];
  /** Older ones that are not shown. */
  more: number;
}

/** One's own notes, each with its way to delete it. */
export function PracticeList({ who, notes, more }: PracticeListProps) {
  if (notes.length === 0) return null;
  return (
    <>
      <h2>What you have noted</h2>
      {notes.map(({ id, on, practice, setting, went, barrier, next, note }) => (
        <Panel key={id} title={practice} level={3}>
          <p className="hint">
            {on}. {setting}.
          </p>
          <p>
            {went}.{barrier ? ` In the way: ${barrier}.` : ''} Next: {next}.
          </p>
          {note ? <p className="as-typed">{note}</p> : null}
          <PostForm who={who} action="/practice">
            <Button
              variant="danger"
              name="remove"
              value={id}
              aria-label={`Delete: ${practice}, ${on}`}
            >
              Delete
            </Button>
          </PostForm>
        </Panel>
      ))}
      {more > 0 ? (
        <p>
          {more} older {more === 1 ? 'note is' : 'notes are'} in{' '}
          <a href="/account/my-data.json">the download of everything about you</a>.
        </p>
      ) : null}
    </>
  );
}
