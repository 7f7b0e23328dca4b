import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { may } from '~/people/rights';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Table } from '~/ui/table';
import { StaffListPages } from './staff-list-pages';
import type { DoneView } from './staff-list-view.server';

interface DoneProps {
  who: PageWho;
  id: string;
  view: DoneView;
  /** What has just been done. */
  fresh: string | null;
}

type Person = DoneView['people'][number];

/** A list that was brought in: what it did, and the way to undo it. */
export function StaffListDone({ who, id, view, fresh }: DoneProps) {
  const undone = view.undoneOn !== null;
  return (
    <>
      {fresh === 'in' && !undone ? (
        <Notice kind="good" title="The list is in" focus live>
          <p>
            {may(who, 'manage people') ? (
              <>
                Next: put new people in{' '}
                <Link to="/lead/cohorts" prefetch="none">
                  a cohort
                </Link>
                , and give them{' '}
                <Link to="/lead/joined" prefetch="none">
                  a way in
                </Link>
                .
              </>
            ) : (
              'Next, your attachment lead puts new people in a cohort and gives them a way in.'
            )}
          </p>
        </Notice>
      ) : null}
      {fresh === 'undone' && undone ? (
        <Notice kind="good" title="Undone" focus live>
          <p>Whoever stayed on the list is named below, with the reason.</p>
        </Notice>
      ) : null}
      <p>
        {civilDateInWords(view.on)}: {view.counted}.
        {view.undoneOn ? ` Undone on ${civilDateInWords(view.undoneOn)}.` : ''}
      </p>
      {view.canUndo ? (
        <p>
          <ButtonLink to={`/lead/staff-list/${id}/undo`}>Undo this list</ButtonLink>
        </p>
      ) : null}
      <Table<Person>
        caption="Whom it touched"
        rows={view.people}
        rowKey={(one) => one.id}
        empty={<p>It touched nobody.</p>}
        columns={[
          {
            key: 'name',
            head: 'Name',
            rowHead: true,
            cell: (one) => (
              <Link to={`/lead/people/${one.id}`} prefetch="none">
                {one.name}
              </Link>
            ),
          },
          {
            key: 'deed',
            head: 'What was done',
            cell: ({ deed, words }) => [deed, ...words].map((line) => <div key={line}>{line}</div>),
          },
          ...(undone
            ? [{ key: 'undone', head: 'Since undone', cell: (one: Person) => one.undone ?? '–' }]
            : []),
        ]}
      />
      <StaffListPages page={view.page} pages={view.pages} />
    </>
  );
}
