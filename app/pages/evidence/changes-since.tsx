import { civilDateInWords } from '~/course/said';
import type { LoggedChange } from '~/school-changes/change-log.server';
import { Details, Panel } from '~/ui/panel';
import { reasonInWords, roleInWords } from './changes-in-words';

/** Beside what was known on the day, and never mixed into it: what was recorded since about that day or before. */
export function ChangesSince({ since, date }: { since: LoggedChange[]; date: string }) {
  const n = since.length;
  if (n === 0) return null;
  return (
    <Panel title="Later entries" id="later">
      <p>
        {n === 1 ? 'One entry was' : `${n} entries were`} made after {civilDateInWords(date)} about
        that day or before. {n === 1 ? 'It is' : 'They are'} not in the log above.
      </p>
      <Details summary={n === 1 ? 'Show it' : 'Show them'}>
        <ul>
          {since.map((change) => (
            <li key={`${change.changeId} ${change.recordedOn} ${change.reason}`}>
              {civilDateInWords(change.changedOn)}: {change.words?.what ?? 'a change'} (
              {said(change)}
              ).{' '}
              <span className="muted">
                Entered on {civilDateInWords(change.recordedOn)} by{' '}
                {roleInWords(change.recordedByRole)}.
              </span>
            </li>
          ))}
        </ul>
      </Details>
    </Panel>
  );
}

function said({ status, reason }: LoggedChange): string {
  if (status === 'withdrawn') return `taken off the log: ${reasonInWords(reason ?? '')}`;
  return reason === null ? 'told for the first time' : reasonInWords(reason).toLowerCase();
}
