import { civilDateInWords } from '~/course/said';
import type { LaterEntries, LaterEntry } from '~/record/later-entries.server';
import { Details, Panel } from '~/ui/panel';

const what: Record<string, (entry: LaterEntry) => string> = {
  joined: () => 'put on the staff list, with this as the first day',
  'details changed': () => 'details on the staff list changed',
  left: () => 'last day recorded',
  'leaving corrected': () => 'last day corrected',
  assigned: (entry) => `asked for ${entry.moduleTitle}`,
  exempted: (entry) => `no longer asked for ${entry.moduleTitle}`,
  started: (entry) => `started ${entry.moduleTitle}`,
  reopened: (entry) => `${entry.moduleTitle} open again, with what was read of it`,
  'did together': (entry) => `did pages of ${entry.moduleTitle} together`,
  completed: (entry) => `completed ${entry.moduleTitle}`,
  'session attended': (entry) => `attended ${entry.moduleTitle}`,
  withdrawn: (entry) =>
    `${recordOf(entry)} ${entry.moduleTitle} withdrawn${stood(entry, 'which stood as')}`,
  'put back': (entry) =>
    `${recordOf(entry)} ${entry.moduleTitle} put back${stood(entry, 'which counts again as')}`,
  corrected: (entry) => `${recordOf(entry)} ${entry.moduleTitle} corrected`,
};

function recordOf({ session, completion }: LaterEntry): string {
  if (session) return 'attendance at';
  return completion ? 'completion of' : 'an entry about';
}

/** “, which stood as completed on 10 September 2026”: it is told on the day on which something was done about it. */
function stood({ completion, session, completedOn }: LaterEntry, which: string): string {
  if (!completion || session || completedOn === null) return '';
  return `, ${which} completed on ${civilDateInWords(completedOn)}`;
}

/** For the top of a page: that there are some, with the way to them. */
export function LaterInShort({ later }: { later: LaterEntries }) {
  if (later.total === 0) return null;
  return (
    <a href="#later">
      {later.total === 1 ? 'One later entry' : `${later.total} later entries`} about that day or
      before
    </a>
  );
}

/** Beside what was known on the day, and never mixed into it: what was entered since about that day or before. */
export function LaterEntriesPart({ later, date }: { later: LaterEntries; date: string }) {
  const on = civilDateInWords(date);
  return (
    <Panel title="Later entries" id="later">
      {later.total === 0 ? (
        <p>Nothing about {on} or any day before it has been entered since.</p>
      ) : (
        <>
          <p>
            {later.total === 1 ? 'One entry was' : `${later.total} entries were`} made after {on}{' '}
            about that day or before. {later.total === 1 ? 'It is' : 'They are'} not counted in
            anything above.
          </p>
          <Details summary={later.total === 1 ? 'Show it' : 'Show them'}>
            <ul>
              {later.entries.map((entry) => (
                <li
                  key={`${entry.personId} ${entry.verb} ${entry.moduleTitle} ${entry.recordedOn} ${entry.happenedOn}`}
                >
                  <Entry entry={entry} />
                </li>
              ))}
            </ul>
            {later.total > later.entries.length ? (
              <p>
                These are the first {later.entries.length} of {later.total}.
              </p>
            ) : null}
          </Details>
        </>
      )}
    </Panel>
  );
}

function Entry({ entry }: { entry: LaterEntry }) {
  const said = what[entry.verb]?.(entry) ?? entry.verb;
  const day = entry.happenedOn ? `${civilDateInWords(entry.happenedOn)}: ` : '';
  return (
    <>
      {day}
      {entry.name ?? 'Name erased'}, {said}.{' '}
      <span className="muted">
        Entered on {civilDateInWords(entry.recordedOn)} by {enteredBy(entry)}.
      </span>
    </>
  );
}

const roles: Record<string, string> = {
  lead: 'attachment lead',
  deputy: 'deputy of the attachment lead',
  head: 'headteacher',
  office: 'school office',
  system: 'set-up',
};

/** "Lee Lead (attachment lead)"; without a name the role alone. */
function enteredBy({ byName, recordedByRole }: LaterEntry): string {
  const role = roles[recordedByRole] ?? recordedByRole;
  return byName ? `${byName} (${role})` : role;
}
