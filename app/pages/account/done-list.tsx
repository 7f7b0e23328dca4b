import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { Status } from '~/ui/status';
import type { TrainingStatus } from '~db/schema/record';

interface MyLine {
  rowId: string;
  module: string;
  moduleTitle: string;
  version: number | null;
  status: TrainingStatus;
  cpdType: string | null;
  assignedOn: string | null;
  dueOn: string | null;
  startedOn: string | null;
  completedOn: string | null;
  completionId: string | null;
  minutes: number | null;
  certificate: 'valid' | 'corrected' | 'withdrawn' | null;
}

/** Completed first, the newest on top; then what is under way; then what was asked for. */
export function DoneList({ lines }: { lines: MyLine[] }) {
  const done = lines
    .filter((line) => line.completedOn !== null)
    .sort((a, b) => (b.completedOn ?? '').localeCompare(a.completedOn ?? ''));
  const open = lines.filter((line) => line.completedOn === null);
  return (
    <>
      <h2>Completed</h2>
      {done.length === 0 ? <p>Nothing yet.</p> : null}
      <ul className="plain-list">
        {done.map((line) => (
          <li key={line.rowId} className="panel">
            <h3>
              {line.moduleTitle}
              {line.cpdType === 'refresher' ? ': refresher' : ''}
            </h3>
            <p>
              <Status kind={line.status === 'withdrawn' ? 'none' : 'done'}>
                {line.status === 'withdrawn' ? 'Withdrawn' : 'Completed'}
              </Status>{' '}
              on {civilDateInWords(line.completedOn ?? '')}, version {line.version}
              {line.minutes === null ? '' : `, ${line.minutes} minutes as published`}
              {line.certificate === 'corrected' ? ', corrected since' : ''}
            </p>
            {line.completionId && line.certificate ? (
              <p>
                <Link to={`/learn/${line.module}/certificate/${line.completionId}`} prefetch="none">
                  Certificate<span className="visually-hidden"> for {line.moduleTitle}</span>
                </Link>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {open.length > 0 ? (
        <>
          <h2>Under way, and asked for</h2>
          <ul className="plain-list">
            {open.map((line) => (
              <li key={line.rowId} className="panel">
                <h3>
                  {line.moduleTitle}
                  {line.cpdType === 'refresher' ? ': refresher' : ''}
                </h3>
                <p>
                  <Open line={line} />
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Open({ line }: { line: MyLine }) {
  const due = line.dueOn ? `, due ${civilDateInWords(line.dueOn)}` : '';
  const asked = line.assignedOn ? ` Asked for on ${civilDateInWords(line.assignedOn)}${due}.` : '';
  if (line.status === 'exempt') return <Status kind="none">No longer asked for</Status>;
  if (line.startedOn) {
    return (
      <>
        <Status kind="going">In progress</Status> since {civilDateInWords(line.startedOn)}.{asked}
      </>
    );
  }
  return (
    <>
      <Status kind="todo">Not started</Status>
      {asked}
    </>
  );
}
