import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { countsInWords } from './in-words';
import type { DoneView } from './list-view.server';

interface DoneProps {
  view: DoneView;
  /** What has just been done. */
  fresh: string | null;
}

/** A list that is in, or was. */
export function ListDone({ view: { id, on, undoneOn, counts, canUndo }, fresh }: DoneProps) {
  return (
    <>
      {fresh === 'undone' && undoneOn ? (
        <Notice kind="good" title="Undone" focus live>
          <p>The record keeps both: that the list was brought in, and that it was taken back.</p>
        </Notice>
      ) : null}
      {fresh === 'in' && !undoneOn ? (
        <Notice kind="good" title="The list is in" focus live>
          <p>Each person it names sees it in their own record.</p>
        </Notice>
      ) : null}
      <p>
        {civilDateInWords(on)}: {countsInWords(counts)}. The record says “entered on{' '}
        {civilDateInWords(on)}, from the school’s own list”.
        {undoneOn ? ` Undone on ${civilDateInWords(undoneOn)}.` : ''}
      </p>
      {canUndo ? (
        <p>
          <ButtonLink to={`/lead/sessions/lists/${id}/undo`}>Undo this list</ButtonLink>
        </p>
      ) : null}
      <p>
        <Link to="/lead/sessions" prefetch="none">
          See the sessions, and put single people right
        </Link>
      </p>
    </>
  );
}
