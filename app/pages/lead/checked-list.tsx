import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Notice } from '~/ui/notice';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { StaffListPages } from './staff-list-pages';
import { StaffListPending } from './staff-list-pending';
import { rowsInWords } from './staff-list-words';

interface CheckedListProps {
  who: PageWho;
  /** What was read, and from where. */
  about: string;
  view: {
    kinds: { kind: string; label: string; n: number }[];
    shown: string;
    page: number;
    pages: number;
    /** Of the plan that is shown. */
    mark: string;
    /** Headings; both empty of names that were pasted. */
    read: string[];
    notRead: string[];
  };
  /** How many rows wait for an answer, and how many cannot be used. */
  ask: number;
  refuse: number;
  /** Where to mend a row, after “You can mend it”. */
  mend?: string;
  /** What else to say before the button. */
  care?: ReactNode;
  /** On the button that brings it in; null when there is nothing to bring in. */
  deed: string | null;
  doing: string;
  /** What it changes nothing of. */
  of: string;
  /** Further forms, beside the one that puts the list aside. */
  more?: ReactNode;
  /** The rows of the kind that is shown. */
  children: ReactNode;
}

/** A list that was read, before anything of it is written: what it comes to, and its rows by what happens to them. */
export function CheckedList({ who, about, view, children, ...rest }: CheckedListProps) {
  const { kinds, shown, read, notRead } = view;
  return (
    <>
      <Panel title="What will happen" tone="next">
        <p>{about}</p>
        <Confirm who={who} mark={view.mark} {...rest} />
      </Panel>
      <nav aria-label="Rows by what happens to them">
        <ul className="nav">
          {kinds.map(({ kind, label, n }) => (
            <li key={kind}>
              <Link
                to={`?kind=${kind}`}
                prefetch="none"
                preventScrollReset
                aria-current={kind === shown ? 'page' : undefined}
              >
                {label}: {n.toLocaleString('en-GB')}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{kinds.find(({ kind }) => kind === shown)?.label}</h2>
      {children}
      <StaffListPages page={view.page} pages={view.pages} query={`kind=${shown}&`} />
      {read.length > 0 ? (
        <Details summary="Which columns were read">
          <p>Read: {read.join(', ')}.</p>
          {notRead.length > 0 ? <p>Passed over, and not kept: {notRead.join(', ')}.</p> : null}
        </Details>
      ) : null}
    </>
  );
}

type ConfirmProps = Omit<CheckedListProps, 'about' | 'view' | 'children'> & { mark: string };

function Confirm(props: ConfirmProps) {
  const { who, ask, refuse, mend = '', care, deed, doing, of, more, mark } = props;
  const one = refuse === 1;
  return (
    <>
      {ask > 0 ? (
        <Notice
          kind="care"
          title={`${rowsInWords(ask)} ${ask === 1 ? 'waits' : 'wait'} for your answer`}
        >
          <p>Answer below. A row without an answer is left out.</p>
        </Notice>
      ) : null}
      {refuse > 0 ? (
        <p>
          {rowsInWords(refuse)} cannot be used as {one ? 'it stands' : 'they stand'}. You can mend{' '}
          {one ? 'it' : 'them'}
          {mend} and bring the list in again: what is in already is left alone.
        </p>
      ) : null}
      {care}
      {deed ? (
        <PostForm who={who}>
          <input type="hidden" name="formId" value="confirm" />
          <input type="hidden" name="mark" value={mark} />
          <Button>{deed}</Button>
          <StaffListPending>{doing}</StaffListPending>
        </PostForm>
      ) : (
        <p>
          <strong>This list changes nothing</strong> {of}.
        </p>
      )}
      <div className="form-row">
        <PostForm who={who}>
          <input type="hidden" name="formId" value="drop" />
          <Button variant="quiet">Put this list aside</Button>
        </PostForm>
        {more}
      </div>
    </>
  );
}

interface RowQuestion {
  n: number | null;
  /** Who or what the row has. */
  name: string;
  /** Why it has to be asked. */
  words: string[];
  choices: { value: string; label: string; hint?: string | undefined }[];
}

/** Rows that can be read in more ways than one, each with its question. */
export function RowQuestions({ who, lines }: { who: PageWho; lines: RowQuestion[] }) {
  return (
    <PostForm key={lines[0]?.n} who={who} noValidate>
      <input type="hidden" name="formId" value="rows" />
      {lines.map(({ n, name, words, choices }) => (
        <Radios
          key={n}
          legend={`Row ${n}: ${name}`}
          name={`row-${n}`}
          hint={words.join(' ')}
          options={choices}
        />
      ))}
      <div className="form-actions">
        <Button variant="secondary">Keep these answers</Button>
      </div>
    </PostForm>
  );
}
