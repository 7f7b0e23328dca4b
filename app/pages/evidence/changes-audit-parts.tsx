import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { termInWords } from '~/record/term';
import { type AuditEntry, baseline } from '~/school-changes/audit-moment';
import type { LoggedChange } from '~/school-changes/change-log.server';
import { takenOut } from './changes-in-words';
import { shortDate } from './said';

/** How a line stood at the baseline and in each term since. */
export function AuditSaid({ entries }: { entries: AuditEntry[] }) {
  if (entries.length === 0) return <p>Nothing written yet.</p>;
  return (
    <dl className="definitions">
      {entries.map(({ moment, words, writtenOn }) => (
        <div key={moment}>
          <dt>
            {moment === baseline ? 'Baseline' : termInWords(moment)}
            <span className="hint">{shortDate(writtenOn)}</span>
          </dt>
          <dd>{words ?? takenOut}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What changed in one line, each with its day; an honest word where nothing has. */
export function ChangesBeside({ changes }: { changes: LoggedChange[] }) {
  if (changes.length === 0) return <p>What changed: nothing yet.</p>;
  return (
    <>
      <p>What changed:</p>
      <ul>
        {changes.map(({ changeId, changedOn, words }) => (
          <li key={changeId}>
            {civilDateInWords(changedOn)}:{' '}
            <Link to={`/evidence/changes/${changeId}`} prefetch="none">
              {words?.what ?? 'a change whose words were taken out'}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
