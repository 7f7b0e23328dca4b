import { Link } from '@remix-run/react';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { StaffListJobs } from './staff-list-jobs';
import { StaffListMissing } from './staff-list-missing';
import { StaffListPages } from './staff-list-pages';
import { StaffListPending } from './staff-list-pending';
import { StaffListQuestions } from './staff-list-questions';
import { StaffListRows } from './staff-list-rows';
import type { OpenView } from './staff-list-view.server';
import { deedInWords, rowsInWords } from './staff-list-words';

interface PreviewProps {
  who: PageWho;
  view: OpenView;
  errors: Record<string, string[]> | undefined;
}

/** Everything about a list before it is brought in. */
export function StaffListPreview({ who, view, errors }: PreviewProps) {
  const { kinds, shown, jobs } = view;
  const label = kinds.find(({ kind }) => kind === shown)?.label ?? '';
  return (
    <>
      <Panel title="What will happen" tone="next">
        <p>
          {rowsInWords(view.rows)} in {view.from}.
        </p>
        <Confirm who={who} view={view} />
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
      <h2>{label}</h2>
      {shown === 'add' && jobs.length > 0 ? <StaffListJobs who={who} jobs={jobs} /> : null}
      {shown === 'ask' ? (
        <StaffListQuestions key={view.lines[0]?.n} who={who} lines={view.lines} />
      ) : null}
      {shown === 'missing' ? (
        <StaffListMissing key={view.page} who={who} view={view} error={errors?.leaveOn} />
      ) : null}
      {shown !== 'ask' && shown !== 'missing' ? (
        <StaffListRows caption={label} lines={view.lines} />
      ) : null}
      <StaffListPages page={view.page} pages={view.pages} query={`kind=${shown}&`} />
      <Read view={view} />
    </>
  );
}

function Confirm({ who, view }: { who: PageWho; view: OpenView }) {
  const { counts, mark, answered } = view;
  const deed = deedInWords(counts);
  return (
    <>
      {counts.ask ? (
        <Notice
          kind="care"
          title={`${rowsInWords(counts.ask)} ${counts.ask === 1 ? 'waits' : 'wait'} for your answer`}
        >
          <p>Answer below. A row without an answer is left out.</p>
        </Notice>
      ) : null}
      {counts.refuse ? (
        <p>
          {rowsInWords(counts.refuse)} cannot be used as{' '}
          {counts.refuse === 1 ? 'it stands' : 'they stand'}. You can mend{' '}
          {counts.refuse === 1 ? 'it' : 'them'} in the spreadsheet and bring the list in again: what
          is in already is left alone.
        </p>
      ) : null}
      {deed ? (
        <PostForm who={who}>
          <input type="hidden" name="formId" value="confirm" />
          <input type="hidden" name="mark" value={mark} />
          <Button>{deed}</Button>
          <StaffListPending>
            Bringing the list in. Thousands of people take some seconds.
          </StaffListPending>
        </PostForm>
      ) : (
        <p>
          <strong>This list changes nothing</strong> on your staff list.
        </p>
      )}
      <div className="form-row">
        <PostForm who={who}>
          <input type="hidden" name="formId" value="drop" />
          <Button variant="quiet">Put this list aside</Button>
        </PostForm>
        {answered > 0 ? (
          <PostForm who={who}>
            <input type="hidden" name="formId" value="afresh" />
            <Button variant="quiet">Answer the questions afresh</Button>
          </PostForm>
        ) : null}
      </div>
    </>
  );
}

function Read({ view: { read, notRead } }: { view: OpenView }) {
  return (
    <Details summary="Which columns were read">
      <p>Read: {read.join(', ')}.</p>
      {notRead.length > 0 ? <p>Passed over, and not kept: {notRead.join(', ')}.</p> : null}
    </Details>
  );
}
