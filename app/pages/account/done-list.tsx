import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { kindInWords, lengthInWords } from '~/pages/sessions/in-words';
import { togetherInWords } from '~/pages/together-in-words';
import { putBackBecause, withdrawnBecause } from '~/pages/withdrawn-in-words';
import type { LedOn } from '~/record/together.server';
import { Status } from '~/ui/status';
import type { EnteredFrom, TrainingStatus } from '~db/schema/record';

interface MyLine {
  rowId: string;
  module: string;
  moduleTitle: string;
  version: number | null;
  status: TrainingStatus;
  cpdType: string | null;
  together: LedOn[];
  /** Why it was withdrawn. */
  because: string | null;
  /** Why it stands again. */
  putBackBecause: string | null;
  session: string | null;
  sessionKind: string | null;
  provider: string | null;
  enteredFrom: EnteredFrom | null;
  recordedOn: string;
  assignedOn: string | null;
  dueOn: string | null;
  /** The day from which it can be begun, while that is to come. */
  opensOn: string | null;
  startedOn: string | null;
  completedOn: string | null;
  completionId: string | null;
  minutes: number | null;
  certificate: 'valid' | 'corrected' | 'withdrawn' | null;
}

/** Completed and attended first, the newest on top; then what is under way; then what was asked for. */
export function DoneList({ lines }: { lines: MyLine[] }) {
  const done = lines
    .filter((line) => line.completedOn !== null)
    .sort((a, b) => (b.completedOn ?? '').localeCompare(a.completedOn ?? ''));
  const open = lines.filter((line) => line.completedOn === null);
  return (
    <>
      <h2>Completed and attended</h2>
      {done.length === 0 ? <p>Nothing yet.</p> : null}
      <ul className="plain-list">
        {done.map((line) => (
          <li key={line.rowId} className="panel">
            <h3>
              {line.moduleTitle}
              {line.cpdType === 'refresher' ? ': refresher' : ''}
            </h3>
            {line.session === null ? <Completed line={line} /> : <Attended line={line} />}
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

function Completed({ line }: { line: MyLine }) {
  return (
    <p>
      {line.status === 'withdrawn' ? (
        <>
          <Status kind="none">Withdrawn</Status> on {civilDateInWords(line.recordedOn)}
          {because(line)}. It had been completed{' '}
        </>
      ) : (
        <>
          <Status kind="done">Completed</Status>{' '}
        </>
      )}
      on {civilDateInWords(line.completedOn ?? '')}, version {line.version}
      {line.minutes === null ? '' : `, ${line.minutes} minutes as published`}
      {line.certificate === 'corrected' ? ', corrected since' : ''}
      <Together line={line} />
      {line.putBackBecause === null
        ? null
        : `${line.together.length > 0 ? '' : '.'} It had been withdrawn, and was put back on ${civilDateInWords(line.recordedOn)}, because ${putBackBecause(line.putBackBecause, 'your')}.`}
    </p>
  );
}

/** “, because it had been put down by mistake”. */
const because = (line: MyLine) =>
  line.because === null ? '' : `, because ${withdrawnBecause(line.because)}`;

function Together({ line: { together } }: { line: MyLine }) {
  return together.length > 0 ? <>. {togetherInWords(together)}.</> : null;
}

/** A session or a course, with the day it was entered beside the day it took place. */
function Attended({ line }: { line: MyLine }) {
  const took = `${civilDateInWords(line.completedOn ?? '')}, ${lengthInWords(line.minutes)}`;
  const what = [kindInWords(line.sessionKind ?? ''), line.provider].filter(Boolean).join(', ');
  const entered = civilDateInWords(line.recordedOn);
  const from = line.enteredFrom === 'own list' ? ', from the school’s own list' : '';
  if (line.status === 'withdrawn') {
    return (
      <p>
        <Status kind="none">Taken off</Status> on {entered}
        {because(line)}. You had been put down for {took}. {what}.
      </p>
    );
  }
  return (
    <p>
      <Status kind="done">Attended</Status> on {took}. {what}. Entered on {entered}
      {from}.
    </p>
  );
}

function Open({ line }: { line: MyLine }) {
  const due = line.dueOn ? `, due ${civilDateInWords(line.dueOn)}` : '';
  const asked = line.assignedOn ? ` Asked for on ${civilDateInWords(line.assignedOn)}${due}.` : '';
  if (line.status === 'exempt') return <Status kind="none">No longer asked for</Status>;
  if (line.status === 'withdrawn') {
    return (
      <>
        <Status kind="none">Withdrawn</Status> on {civilDateInWords(line.recordedOn)}: you had been
        put down for it, and had not started.
      </>
    );
  }
  if (line.startedOn) {
    return (
      <>
        <Status kind="going">In progress</Status> since {civilDateInWords(line.startedOn)}
        <Together line={line} />
        {line.together.length > 0 ? '' : '.'}
        {asked}
      </>
    );
  }
  if (line.opensOn) {
    return (
      <>
        <Status kind="none">Not open yet</Status> It opens on {civilDateInWords(line.opensOn)}.
        {asked}
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
