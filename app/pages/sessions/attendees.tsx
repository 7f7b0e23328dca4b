import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { shortDate } from '~/pages/evidence/said';
import type { PageWho } from '~/people/guard.server';
import type { Attendee } from '~/record/sessions-attended.server';
import type { TrainingSession } from '~/training-sessions/sessions.server';
import { Button } from '~/ui/button';
import { Checkboxes, Radios } from '~/ui/choices';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Status } from '~/ui/status';
import { Table } from '~/ui/table';
import { lengthInWords, people } from './in-words';

const named = ({ name }: Pick<Attendee, 'name'>) => name ?? 'Name erased';

interface TableProps {
  session: TrainingSession;
  attendees: Attendee[];
}

/** Everyone on the record for a session, and whoever was taken off it again. */
export function AttendeeTable({ session, attendees }: TableProps) {
  const n = attendees.filter(({ status }) => status === 'current').length;
  return (
    <Table<Attendee>
      caption={`${people(n)} on the record for it`}
      rows={attendees}
      rowKey={({ attendance }) => attendance}
      empty={<p>Nobody is on the record for it yet.</p>}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: named },
        {
          key: 'was',
          head: 'Was there',
          cell: (one) =>
            one.status === 'withdrawn' ? (
              <Status kind="none">Taken off</Status>
            ) : (
              <Status kind="done">{theirs(one, session)}</Status>
            ),
        },
        {
          key: 'entered',
          head: 'Entered',
          cell: ({ recordedOn, enteredFrom }) => (
            <div>
              {shortDate(recordedOn)}
              {enteredFrom === 'own list' ? (
                <span className="hint">from the school’s own list</span>
              ) : null}
            </div>
          ),
        },
        {
          key: 'correct',
          head: 'Put right',
          cell: (one) =>
            one.status === 'withdrawn' ? (
              '–'
            ) : (
              <Link
                to={`/lead/sessions/${session.id}/correct?person=${one.personId}`}
                prefetch="none"
              >
                Day or hours<span className="visually-hidden"> of {named(one)}</span>
              </Link>
            ),
        },
      ]}
    />
  );
}

/** Only what differs from the session's own. */
function theirs({ heldOn, minutes }: Attendee, session: TrainingSession): string {
  const own = [
    heldOn === session.heldOn ? '' : shortDate(heldOn),
    minutes === session.minutes ? '' : lengthInWords(minutes),
  ].filter(Boolean);
  return own.length > 0 ? `Yes: ${own.join(', ')}` : 'Yes';
}

interface TakeOffProps {
  who: PageWho;
  present: (Pick<Attendee, 'personId' | 'name'> & { hint?: string })[];
  /** What taking them off does, where that is more than it says. */
  children?: ReactNode;
  errors: Record<string, string[]> | undefined;
}

/** Somebody was put down who was not there. */
export function TakeOff({ who, present, children, errors }: TakeOffProps) {
  const wrong = errors?.mistaken ?? errors?.reason;
  return (
    <Details summary="Someone is on it by mistake" open={wrong !== undefined}>
      <PostForm who={who} noValidate>
        <input type="hidden" name="formId" value="off" />
        {children}
        <Checkboxes
          legend="Who was not there?"
          name="mistaken"
          error={errors?.mistaken}
          options={present.map((one) => ({
            value: one.personId,
            label: named(one),
            hint: one.hint,
          }))}
        />
        <Radios
          legend="Why do they come off?"
          name="reason"
          error={errors?.reason}
          options={[
            { value: 'recorded for the wrong person', label: 'It was somebody else' },
            { value: 'recorded in error', label: 'They were not there after all' },
          ]}
        />
        <Button variant="secondary">Take them off</Button>
      </PostForm>
    </Details>
  );
}
