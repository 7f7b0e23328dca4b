import { type SessionDetails, sessionKey } from '../details';
import type { TrainingRow } from './list-row';
import { type Listed, recogniser } from './recognise';

export type LineKind = 'ask' | 'refuse' | 'record' | 'same';

/** Why somebody may want to look at a row before it goes on the record. */
export type Doubt = 'hours unread' | 'after leaving';

/** What a row comes to. */
export interface TrainingLine {
  n: number;
  kind: LineKind;
  /** Who, as the row has it, and who that is on the staff list. */
  written: string;
  person: Listed | null;
  details: SessionDetails;
  /** Id of the session, when there is one already. */
  session: string | null;
  /** Why, and what was left out of the row. */
  notes: string[];
  doubts: Doubt[];
  /** Of a question: who it may be. */
  candidates: Listed[];
}

export interface Situation {
  rows: readonly TrainingRow[];
  /** By row number: a person's id, or `out`. */
  answers: Readonly<Record<string, string>>;
  staff: readonly Listed[];
  /** The session whose names these are; null for past training. */
  session: (SessionDetails & { id: string }) | null;
  /** Sessions there are already, by `sessionKey`. */
  known: ReadonlyMap<string, string>;
  /** `session person` → whether they were taken off it again. */
  attended: ReadonlyMap<string, boolean>;
}

/** All that bringing the list in would do, as things stand; changes nothing. */
export function planOf(situation: Situation): TrainingLine[] {
  const recognise = recogniser(situation.staff);
  const first = new Map<string, number>();
  return situation.rows.map((row) => {
    const line = lineOf(row, situation, recognise);
    if (line.kind !== 'record' || !line.person) return line;
    const key = `${line.session ?? sessionKey(line.details)} ${line.person.id}`;
    const already = first.get(key);
    if (already === undefined) {
      first.set(key, row.n);
      return line;
    }
    return { ...line, kind: 'same', notes: [`The same as row ${already}.`] };
  });
}

const nowhere: SessionDetails = {
  title: '',
  kind: 'other',
  provider: null,
  heldOn: '',
  minutes: null,
};

function lineOf(
  { n, written, who, details: own, problems, notes, hoursUnread }: TrainingRow,
  { answers, session, known, attended }: Situation,
  recognise: ReturnType<typeof recogniser>,
): TrainingLine {
  const details = own ?? session ?? nowhere;
  const line: TrainingLine = {
    ...{ n, written, person: null, details, notes, doubts: [], candidates: [] },
    kind: 'refuse',
    session: session?.id ?? known.get(sessionKey(details)) ?? null,
  };
  if (problems.length > 0) return { ...line, notes: problems };
  const match = recognise(who);
  if (match.kind === 'nobody') {
    return { ...line, notes: ['Nobody on your staff list is called this. Check the spelling.'] };
  }
  let person = match.kind === 'person' ? match.person : null;
  if (match.kind === 'ask') {
    const answer = answers[n];
    if (answer === 'out') return { ...line, kind: 'same', notes: ['Left out, as you said.'] };
    person = match.candidates.find(({ id }) => id === answer) ?? null;
    if (!person) return { ...line, kind: 'ask', notes: [match.why], candidates: match.candidates };
  }
  if (!person) return line;
  const takenOff = line.session ? attended.get(`${line.session} ${person.id}`) : undefined;
  if (takenOff === false) {
    return { ...line, kind: 'same', person, notes: ['Is on the record for it already.'] };
  }
  // Whoever pastes names for a session says so anew; an old list brought in once more does not.
  if (takenOff && session === null) {
    const why = 'Was on the record for it, and was taken off again: stays off.';
    return { ...line, kind: 'same', person, notes: [why] };
  }
  const afterLeaving = person.leaveDate !== null && details.heldOn > person.leaveDate;
  const doubts: Doubt[] = [
    ...(hoursUnread ? (['hours unread'] as const) : []),
    ...(afterLeaving ? (['after leaving'] as const) : []),
  ];
  const days = aboutDays(person, details, afterLeaving);
  return { ...line, kind: 'record', person, notes: [...notes, ...days], doubts };
}

/** No reason to refuse: people are trained before they come. */
function aboutDays(
  { startDate }: Listed,
  { heldOn }: SessionDetails,
  afterLeaving: boolean,
): string[] {
  if (heldOn < startDate) return ['This was before their first day at your school.'];
  return afterLeaving ? ['This was after their last day at your school.'] : [];
}

/** What is written, in an order of its own, to tell one plan from another. */
export const effectOf = (lines: readonly TrainingLine[]): string =>
  JSON.stringify(
    lines
      .filter(({ kind }) => kind === 'record')
      .map(({ person, session, details }) => [person?.id, session, sessionKey(details)]),
  );
