import { Link } from '@remix-run/react';
import type { InNeed, LateCohort, Reason } from '~/cohorts/needs';
import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { Button, ButtonLink } from '~/ui/button';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Status } from '~/ui/status';
import { saidOf } from './friday-words';

/** One person: why, what to do, and one button. */
export function PersonRow({ who, need }: { who: PageWho; need: InNeed }) {
  const { personId, name, reasons } = need;
  const [first, ...others] = reasons;
  const { status, why, todo } = saidOf(first);
  return (
    <li className="row">
      <div className="row-words">
        <h2 className="row-title">
          <Link to={`/lead/people/${personId}`} prefetch="none">
            {name}
          </Link>{' '}
          <Status kind={status.kind}>{status.words}</Status>
        </h2>
        <p>{[why, ...others.map((one) => saidOf(one).why)].join(' ')}</p>
        <p className="row-todo">
          {todo} {first.kind === 'overdue' ? <MoveTheDate reason={first} /> : null}
        </p>
      </div>
      <RowButton who={who} person={need} reason={first} />
    </li>
  );
}

function MoveTheDate({ reason: { given } }: { reason: Extract<Reason, { kind: 'overdue' }> }) {
  if (!given) return null;
  return (
    <Link to={`/lead/cohorts/${given.cohortId}/given/${given.assignmentId}`} prefetch="none">
      Or move the date for all of {given.cohort}
    </Link>
  );
}

function RowButton({
  who,
  person: { personId, name },
  reason,
}: {
  who: PageWho;
  person: InNeed;
  reason: Reason;
}) {
  const about = <span className="visually-hidden">: {name}</span>;
  if (reason.kind === 'no way in' || reason.kind === 'way in ended') {
    return (
      <PostForm who={who} action={`/lead/people/${personId}/way-in`}>
        <Button variant="secondary">
          {reason.kind === 'no way in' ? 'Give a way in' : 'Give a fresh way in'}
          {about}
        </Button>
      </PostForm>
    );
  }
  return (
    <Spoken who={who} people={[personId]}>
      I’ve spoken with them{about}
    </Spoken>
  );
}

function Spoken({
  who,
  people,
  children,
}: {
  who: PageWho;
  people: string[];
  children: React.ReactNode;
}) {
  return (
    <PostForm who={who}>
      <input type="hidden" name="formId" value="spoken" />
      {people.map((id) => (
        <input key={id} type="hidden" name="person" value={id} />
      ))}
      <Button variant="secondary">{children}</Button>
    </PostForm>
  );
}

/** Most of a cohort at once. */
export function LateCohortRow({ who, late }: { who: PageWho; late: LateCohort }) {
  const { given, title, people, of } = late;
  return (
    <li className="row">
      <div className="row-words">
        <h2 className="row-title">
          <Link to={`/lead/cohorts/${given.cohortId}`} prefetch="none">
            {given.cohort}
          </Link>{' '}
          <Status kind="late">Overdue</Status>
        </h2>
        <p>
          “{title}” was due on {civilDateInWords(given.dueOn)}, and {people.length} of {of} have it
          still to finish.
        </p>
        <p className="row-todo">
          When most of a cohort is late, it is the date or the time, and not the people. The paid
          time was: {given.paidTime}
        </p>
        <Details summary={`Who the ${people.length} are`}>
          <ul>
            {people.map(({ personId, name }) => (
              <li key={personId}>
                <Link to={`/lead/people/${personId}`} prefetch="none">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
          <Spoken who={who} people={people.map(({ personId }) => personId)}>
            I’ve spoken with all of them
          </Spoken>
        </Details>
      </div>
      <ButtonLink to={`/lead/cohorts/${given.cohortId}/given/${given.assignmentId}`}>
        Move the date<span className="visually-hidden">: {title}</span>
      </ButtonLink>
    </li>
  );
}

/** So many without a way in that slips are printed for all at once. */
export function ToInviteRow({ n }: { n: number }) {
  return (
    <li className="row">
      <div className="row-words">
        <h2 className="row-title">
          {n} people <Status kind="todo">Not joined</Status>
        </h2>
        <p>They have no way in, or one that ended before they used it.</p>
        <p className="row-todo">
          Print slips for all of them on a few sheets, and lay them into pigeon-holes.
        </p>
      </div>
      <ButtonLink to="/lead/joined?show=no-way-in">Print slips</ButtonLink>
    </li>
  );
}
