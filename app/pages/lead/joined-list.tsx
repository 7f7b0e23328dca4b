import { Form, Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { type Joining, type JoiningList, joiningLists } from '~/people/joining';
import { Button, ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FieldError } from '~/ui/field-frame';
import { SelectField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';
import { Status, type StatusKind } from '~/ui/status';
import { Table } from '~/ui/table';

interface Row {
  id: string;
  name: string;
  /** Civil date, when their first day is still to come. */
  startsOn: string | null;
  byEmail: boolean;
  joining: Joining;
}

interface JoinedListProps {
  who: PageWho;
  cohorts: { id: string; name: string }[];
  cohort: { id: string; name: string } | null;
  show: JoiningList;
  counted: { joined: number; all: number };
  people: Row[];
  listed: number;
  page: number;
  pages: number;
  errors: Record<string, string[]> | undefined;
}

const inWords = (joining: Joining): { kind: StatusKind; words: string; more?: string } => {
  switch (joining.state) {
    case 'joined':
      return { kind: 'done', words: 'Joined', more: `On ${civilDateInWords(joining.on)}.` };
    case 'invited':
      return {
        ...{ kind: 'going', words: 'Has a way in' },
        more: `Until ${civilDateInWords(joining.until)}. A new one ends it.`,
      };
    case 'ended':
      return {
        ...{ kind: 'todo', words: 'Way in ended' },
        more: `On ${civilDateInWords(joining.on)}, not used.`,
      };
    case 'never invited':
      return { kind: 'none', words: 'Never given a way in' };
  }
};

/** Who has joined and who has not, with ticks for those who get a slip. */
export function JoinedList(list: JoinedListProps) {
  const { who, cohorts, cohort, show, counted, people, listed, page, pages, errors } = list;
  const first = people.find(({ joining }) => joining.state !== 'joined');
  const where = cohort ? ` in ${cohort.name}` : '';
  return (
    <>
      <ErrorSummary errors={errors} />
      <p>
        {counted.joined} of {counted.all} {counted.all === 1 ? 'person' : 'people'}
        {where} {counted.joined === 1 ? 'has' : 'have'} joined.
      </p>
      <Form method="get" className="form-row">
        <SelectField
          label="Show"
          name="show"
          defaultValue={show}
          options={Object.entries(joiningLists).map(([value, { label }]) => ({ value, label }))}
        />
        {cohorts.length > 0 ? (
          <SelectField
            label="Cohort"
            name="cohort"
            defaultValue={cohort?.id ?? ''}
            options={[
              { value: '', label: 'All staff' },
              ...cohorts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
        <Button variant="secondary">Show</Button>
      </Form>
      <PostForm key={`${show} ${cohort?.id} ${page}`} who={who}>
        <FieldError name="person" error={errors?.person} />
        <Table<Row>
          caption={`${joiningLists[show].label}${where}: ${listed}`}
          rows={people}
          rowKey={(row) => row.id}
          empty={<p>Nobody{where} just now.</p>}
          columns={[
            {
              key: 'name',
              head: 'Name',
              rowHead: true,
              cell: (row) => (
                <Link to={`/lead/people/${row.id}`} prefetch="none">
                  {row.name}
                </Link>
              ),
            },
            { key: 'joined', head: 'Joined', cell: (row) => <Where row={row} /> },
            {
              key: 'slip',
              head: 'Slip',
              cell: (row) => <Tick row={row} first={row.id === first?.id} />,
            },
            { key: 'one', head: 'One slip', cell: (row) => <OneSlip row={row} /> },
          ]}
        />
        {first ? (
          <div className="form-actions">
            <Button>Make slips for those ticked</Button>
          </div>
        ) : null}
      </PostForm>
      {pages > 1 ? <Pages {...list} /> : null}
    </>
  );
}

/** Whoever has a way in already keeps it unless they are ticked. The first answers to an error summary's link. */
function Tick({ row, first }: { row: Row; first: boolean }) {
  if (row.joining.state === 'joined') return null;
  return (
    <label className="tick">
      <input
        id={first ? 'person' : undefined}
        type="checkbox"
        name="person"
        value={row.id}
        defaultChecked={row.joining.state !== 'invited'}
      />
      <span className="visually-hidden">{row.name}</span>
    </label>
  );
}

function Where({ row: { joining, startsOn } }: { row: Row }) {
  const { kind, words, more } = inWords(joining);
  return (
    <>
      <Status kind={kind}>{words}</Status>
      {more ? <div className="hint">{more}</div> : null}
      {startsOn ? <div className="hint">Starts on {civilDateInWords(startsOn)}.</div> : null}
    </>
  );
}

function OneSlip({ row }: { row: Row }) {
  if (row.joining.state === 'joined') return null;
  return (
    <Button variant="quiet" name="only" value={row.id}>
      {row.joining.state === 'never invited' ? 'Make a slip' : 'Make a fresh one'}
      <span className="visually-hidden">: {row.name}</span>
    </Button>
  );
}

function Pages({ page, pages, show, cohort }: JoinedListProps) {
  const to = (n: number) =>
    `/lead/joined?${new URLSearchParams({ show, ...(cohort ? { cohort: cohort.id } : {}), page: String(n) })}`;
  return (
    <nav aria-label="Pages of this list" className="form-row">
      {page > 1 ? <ButtonLink to={to(page - 1)}>Earlier names</ButtonLink> : null}
      <p>
        Page {page} of {pages}
      </p>
      {page < pages ? <ButtonLink to={to(page + 1)}>Later names</ButtonLink> : null}
    </nav>
  );
}
