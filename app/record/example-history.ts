import fc from 'fast-check';
import { type Db, inTransaction } from '~db/client.server';
import { erasePerson } from './erase.server';
import { type ExampleRecord, exampleRecord } from './example-record';
import { addDays } from './london-date';

/** For tests: what happened at a school, as numbers to choose from, so that any history can be tried. */
const acts = [
  ...['assign', 'assign', 'start', 'start', 'complete', 'complete'],
  ...['exempt', 'rename', 'leave', 'stay', 'withdraw', 'correct', 'erase'],
  ...['attend', 'take off', 'correct session'],
  ...['together', 'not together', 'not started', 'resume'],
  ...['reopen', 'ask again', 'put back'],
] as const;

export const histories = fc.array(
  fc.record({
    act: fc.constantFrom(...acts),
    person: fc.integer({ min: 0, max: 3 }),
    module: fc.integer({ min: 0, max: 1 }),
    cohort: fc.integer({ min: 0, max: 1 }),
    days: fc.integer({ min: 0, max: 40 }),
  }),
  { maxLength: 40 },
);
export type History = typeof histories extends fc.Arbitrary<infer T> ? T : never;

export const people = ['ann', 'bea', 'cas', 'dev'];

/** Lives through a history from 1 September 2025; returns the days of which there is something on record. */
export function live(db: Db, history: History): { record: ExampleRecord; days: string[] } {
  const record = exampleRecord(db);
  let day = '2025-09-01';
  for (const person of people)
    record.joins(day, person, { teams: [person < 'c' ? 'Year 1' : 'Year 2'] });
  const open = new Map<string, string>();
  const completions = new Map<string, string>();
  const attendances = new Map<string, string>();
  const together = new Map<string, string>();
  const started = new Map<string, string>();
  const withdrawn = new Map<string, string>();
  /** Of each completion, its enrolment. */
  const through = new Map<string, string>();
  const days = [day];
  for (const [n, step] of history.entries()) {
    day = addDays(day, step.days);
    days.push(day);
    const person = people[step.person] ?? 'ann';
    const module = `module-${step.module}`;
    const assignment = `cohort-${step.cohort}-${module}`;
    const key = `${person} ${module}`;
    const enrolment = open.get(key);
    const completion = completions.get(key);
    const about = { person, module };
    if (step.act === 'assign') record.assigns(day, assignment, person, addDays(day, 30), module);
    if (step.act === 'exempt') {
      record.add(day, 'exempted', assignment, { reason: 'no longer in the cohort' }, about);
    }
    if (step.act === 'start' && !enrolment) {
      open.set(key, `enrolment-${n}`);
      const entry = record.starts(day, `enrolment-${n}`, person, module, completion !== undefined);
      started.set(key, entry);
    }
    if (step.act === 'complete' && enrolment) {
      const refresher = completion !== undefined;
      const done = record.completes(day, enrolment, person, module, refresher);
      completions.set(key, done);
      through.set(done, enrolment);
      withdrawn.delete(key);
      open.delete(key);
    }
    if (step.act === 'rename')
      record.add(day, 'details changed', person, { name: `New name ${n}` });
    if (step.act === 'leave') record.add(day, 'left', person, { leaveDate: addDays(day, 5) });
    if (step.act === 'stay') {
      const leaveDate = step.days % 2 ? addDays(day, 9) : null;
      record.add(day, 'leaving corrected', person, { leaveDate, reason: 'wrong date' });
    }
    if (step.act === 'withdraw' && completion) {
      record.add(day, 'withdrawn', completion, { reason: 'recorded in error' }, about);
      withdrawn.set(key, completion);
    }
    const mistake = { reason: 'recorded for the wrong person' } as const;
    const shown = together.get(key);
    if (step.act === 'together' && enrolment) {
      together.set(key, record.together(day, `meeting-${step.cohort}`, enrolment, person, module));
    }
    if (step.act === 'not together' && shown) {
      record.add(day, 'withdrawn', shown, mistake, { ...about, happenedOn: addDays(day, -2) });
      together.delete(key);
    }
    if (step.act === 'not started' && enrolment && started.has(key)) {
      record.add(day, 'withdrawn', started.get(key) ?? '', mistake, about);
      open.delete(key);
      started.delete(key);
    }
    const lost = withdrawn.get(key);
    if (step.act === 'resume' && !enrolment && lost) {
      open.set(key, `enrolment-${n}`);
      withdrawn.delete(key);
      record.resumes(day, `enrolment-${n}`, lost, person, module);
    }
    const before = through.get(lost ?? '');
    if (step.act === 'reopen' && !enrolment && lost && before) {
      open.set(key, before);
      record.reopens(day, before, { completion: lost, startedOn: '2025-09-01' }, person, module);
    }
    if (step.act === 'ask again' && lost) {
      record.assigns(day, assignment, person, addDays(day, 28), module, lost);
    }
    if (step.act === 'put back' && lost && before) {
      const over = enrolment ?? `${assignment}:${person}`;
      const said = { reason: 'withdrawn in error', enrolment: before, over } as const;
      record.add(day, 'put back', lost, { ...said, certificate: 'valid' }, about);
      withdrawn.delete(key);
      open.delete(key);
    }
    if (step.act === 'correct' && completion) {
      const completedOn = addDays(day, -3);
      record.add(day, 'corrected', completion, { reason: 'wrong date', completedOn }, about);
    }
    const attended = attendances.get(person);
    if (step.act === 'attend') {
      const heldOn = addDays(day, -step.days);
      attendances.set(person, record.attends(day, `session-${step.cohort}`, person, heldOn));
    }
    if (step.act === 'take off' && attended) {
      const reason = 'recorded for the wrong person';
      record.add(day, 'withdrawn', attended, { reason }, { person });
    }
    if (step.act === 'correct session' && attended) {
      const details =
        step.days % 2 ? { completedOn: addDays(day, -9) } : { provider: null, minutes: 45 };
      record.add(day, 'corrected', attended, { reason: 'wrong details', ...details }, { person });
    }
    if (step.act === 'erase') {
      const erasure = { school: record.school, person, actor: 'lee', actorRole: 'lead' };
      inTransaction(db, (tx) => erasePerson(tx, new Date(`${day}T12:00:00Z`), erasure));
    }
  }
  return { record, days };
}
