import { type Db, inTransaction } from '~db/client.server';
import { school } from '~db/schema/people';
import { append } from './append.server';
import { addDays } from './london-date';
import type { EventData, NewEvent, Verb } from './vocabulary';

/** For tests: a school whose record is written an event at a time, on a given day. */
export interface ExampleRecord {
  school: string;
  /** Appends one event at noon, Europe/London time or close to it, of a civil date. */
  add<V extends Verb>(
    day: string,
    verb: V,
    object: string,
    data: EventData<V>,
    rest?: Partial<NewEvent<V>>,
  ): string;
  joins(day: string, person: string, details?: Partial<EventData<'joined'>>): string;
  /** `again`: the completion that had answered it and was withdrawn. */
  assigns(
    day: string,
    assignment: string,
    person: string,
    dueOn?: string,
    module?: string,
    again?: string,
    opensOn?: string,
  ): string;
  /** `refresher`: of version 2, by someone who completed version 1. */
  starts(
    day: string,
    enrolment: string,
    person: string,
    module?: string,
    refresher?: boolean,
  ): string;
  completes(
    day: string,
    enrolment: string,
    person: string,
    module?: string,
    refresher?: boolean,
  ): string;
  /** With a group two days before it was entered, led by Lee. */
  together(
    day: string,
    session: string,
    enrolment: string,
    person: string,
    module?: string,
  ): string;
  /** Goes on after this completion was withdrawn. */
  resumes(
    day: string,
    enrolment: string,
    completion: string,
    person: string,
    module?: string,
  ): string;
  /** The same, as begun on the day on which it was. */
  reopens(
    day: string,
    enrolment: string,
    of: { completion: string; startedOn: string },
    person: string,
    module?: string,
  ): string;
  /** Entered on `day` as having taken place on `heldOn`. */
  attends(day: string, session: string, person: string, heldOn?: string): string;
}

export function exampleRecord(db: Db, id = 'willow'): ExampleRecord {
  db.insert(school).values({ id, name: 'Willow Primary', urn: '100001', createdAt: 0 }).run();

  const add: ExampleRecord['add'] = (day, verb, object, data, rest = {}) =>
    inTransaction(db, (tx) =>
      append(tx, new Date(`${day}T12:00:00Z`), {
        school: id,
        verb,
        object,
        actor: 'lee',
        actorRole: 'lead',
        person: object,
        happenedOn: day,
        data,
        ...rest,
      }),
    ).id;

  const titled = (module: string) => ({ moduleTitle: `About ${module}`, publishedMinutes: 30 });
  const whichVersion = (refresher: boolean) =>
    refresher
      ? { version: 2, publishedMinutes: 4, refreshes: { version: 1, contentHash: 'c0ffee' } }
      : { version: 1 };
  const learner = (person: string, module: string) => ({
    ...{ person, actor: person, actorRole: 'staff', module },
    contentHash: 'c0ffee',
  });

  return {
    school: id,
    add,
    joins: (day, person, details = {}) =>
      add(day, 'joined', person, {
        name: `Name of ${person}`,
        email: `${person}@willow.example`,
        staffNumber: null,
        roleGroup: 'teaching assistant',
        teams: ['Year 4'],
        contract: 'permanent',
        startDate: '2025-09-01',
        leaveDate: null,
        ...details,
      }),
    assigns: (day, assignment, person, dueOn = '2026-03-31', module = 'patterns', again, opensOn) =>
      add(
        day,
        'assigned',
        assignment,
        { ...titled(module), dueOn, paidMinutes: 45, again, opensOn },
        { person, module },
      ),
    starts: (day, enrolment, person, module = 'patterns', refresher = false) =>
      add(
        day,
        'started',
        enrolment,
        { ...titled(module), ...whichVersion(refresher) },
        learner(person, module),
      ),
    completes: (day, enrolment, person, module = 'patterns', refresher = false) => {
      add(day, 'scenario ended', enrolment, { how: 'ended' }, learner(person, module));
      const marked = { standardMet: true, answersDigest: `digest of ${enrolment}` };
      add(day, 'marked', enrolment, marked, learner(person, module));
      add(day, 'committed', enrolment, {}, learner(person, module));
      const code = `CODE-${enrolment.toUpperCase()}`;
      return add(
        day,
        'completed',
        enrolment,
        {
          ...titled(module),
          ...whichVersion(refresher),
          outcomes: ['Say what behaviour may be asking for'],
          cpdType: refresher ? 'refresher' : 'e-learning',
          standardMet: true,
          ruleVersion: 1,
          name: `Name of ${person}`,
          code,
        },
        learner(person, module),
      );
    },
    together: (day, session, enrolment, person, module = 'patterns') =>
      add(
        day,
        'did together',
        enrolment,
        { session, ledBy: 'lee' },
        { person, module, contentHash: 'c0ffee', happenedOn: addDays(day, -2) },
      ),
    resumes: (day, enrolment, completion, person, module = 'patterns') =>
      add(
        day,
        'started',
        enrolment,
        { ...titled(module), ...whichVersion(false), resumes: completion },
        { person, module, contentHash: 'c0ffee' },
      ),
    reopens: (day, enrolment, { completion, startedOn }, person, module = 'patterns') =>
      add(
        day,
        'reopened',
        enrolment,
        { ...titled(module), ...whichVersion(false), resumes: completion, startedOn },
        { person, module, contentHash: 'c0ffee' },
      ),
    attends: (day, session, person, heldOn = day) =>
      add(
        day,
        'session attended',
        session,
        {
          ...{ title: `About ${session}`, kind: 'INSET day', provider: 'Dr Ada Cole', minutes: 90 },
          ...{ cpdType: 'live', enteredFrom: 'register' },
        },
        { person, happenedOn: heldOn },
      ),
  };
}
