import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { Notice } from '~/ui/notice';
import type { DoneView } from './list-view.server';

interface DoneProps {
  view: DoneView;
  fresh: boolean;
}

/** A list that is in. */
export function ListDone({ view: { on, counts }, fresh }: DoneProps) {
  const { record = 0, same = 0, ask = 0, refuse = 0 } = counts;
  const rest = [
    same > 0 ? `${same} left alone` : '',
    ask > 0 ? `${ask} left out for want of an answer` : '',
    refuse > 0 ? `${refuse} could not be used` : '',
  ].filter(Boolean);
  return (
    <>
      {fresh ? (
        <Notice kind="good" title="The list is in" focus live>
          <p>Each person it names sees it in their own record.</p>
        </Notice>
      ) : null}
      <p>
        {civilDateInWords(on)}: {record === 1 ? 'one row' : `${record} rows`} put on the record
        {rest.length > 0 ? `, ${rest.join(', ')}` : ''}. The record says “entered on{' '}
        {civilDateInWords(on)}, from the school’s own list”.
      </p>
      <p>
        <Link to="/lead/sessions" prefetch="none">
          See the sessions, and put single people right
        </Link>
      </p>
    </>
  );
}
