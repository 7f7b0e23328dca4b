import { addDays } from '~/record/london-date';
import type { EventData } from '~/record/vocabulary';
import { attempt, enrolment, recallItem } from '~db/schema';
import { type Act, type Life, mistake, type Now, noon, pick } from './random-life';

const kinds = ['e-learning', 'together', 'known already'] as const;
const kindOfSession = ['INSET day', 'external course'] as const;

const hasDone = ({ done }: Life, key: string) => (done.get(key) ?? []).length > 0;

function aboutKey(key: string): { person: string; module: string } {
  const [person = '', module = ''] = key.split(' ');
  return { person, module };
}

/** One of those to whom such a thing can happen, so that rare turns are met. */
const oneOf = <T>(found: ReadonlyMap<string, T>, step: number): [string, T] | undefined =>
  [...found][step % Math.max(1, found.size)];

function start(now: Now): void {
  const { life, day, key, person, module, step } = now;
  if (life.open.has(key) || !life.staff.has(person)) return;
  const enrolled = `e${step} ${key}`;
  life.open.set(key, enrolled);
  life.started.set(key, life.record.starts(day, enrolled, person, module, hasDone(life, key)));
}

/** One go at the quiz, or two, as rows; what came of it goes on the record. */
function complete(now: Now): void {
  const { life, day, key, n, step, about, person, module } = now;
  const enrolled = life.open.get(key);
  if (!enrolled) return;
  life.open.delete(key);
  goes(life, now, enrolled);
  // Somebody may do the whole of it again.
  const refresher = hasDone(life, key) && n % 4 > 0;
  const corrected = !refresher && n > 7;
  const data: EventData<'completed'> = {
    ...{ moduleTitle: `About ${module}`, publishedMinutes: refresher ? 4 : 30 },
    ...(refresher
      ? { version: 2, refreshes: { version: 1, contentHash: 'c0ffee' } }
      : { version: 1 }),
    outcomes: corrected ? ['Say it better'] : ['Say what it is', 'Say what it is not'],
    cpdType: refresher ? 'refresher' : pick(kinds, n),
    ...{ standardMet: true, ruleVersion: 1, name: `Name ${person}`, code: `C${step}-${key}` },
  };
  const contentHash = corrected ? 'c0ffee2' : 'c0ffee';
  const completion = life.record.add(day, 'completed', enrolled, data, { ...about, contentHash });
  life.done.set(key, [...(life.done.get(key) ?? []), completion]);
  life.through.set(completion, enrolled);
  // What was completed anew since is not put back.
  life.lost.delete(key);
}

function goes({ db }: Life, { day, n, step, key, person, module }: Now, id: string): void {
  const { changes } = db
    .insert(enrolment)
    .values({
      ...{ id, schoolId: 'willow', personId: person, module, version: 1, contentHash: 'c0ffee' },
      ...{ knownAlready: false, startedAt: noon(day), completedAt: noon(day) + step },
    })
    .onConflictDoNothing()
    .run();
  // Opened again after its completion was withdrawn, it is there, and so are its goes.
  if (changes === 0) return;
  const go = (at: number, standardMet: boolean) => ({
    ...{ id: `go ${at} ${id}`, enrolmentId: id, n: at, seed: '', items: [] },
    ...{ openedAt: noon(day), markedAt: noon(day) + step * 10 + at, standardMet },
  });
  const goAgain = n % 3 === 0;
  db.insert(attempt).values(go(1, !goAgain)).run();
  if (goAgain) db.insert(attempt).values(go(2, true)).run();
  for (const weeks of [4, 12]) {
    const at = noon(addDays(day, weeks * 7)) + step;
    const answered = { answeredAt: at + 60, right: (n + weeks) % 3 > 0 };
    db.insert(recallItem)
      .values({
        id: `${weeks} ${key} ${id}`,
        enrolmentId: id,
        weeks,
        item: 'a',
        askedAt: at,
        ...answered,
      })
      .run();
  }
}

/** What was read stays, of what was lost. */
function reopen({ life, day, n }: Now, key: string): void {
  const completion = life.lost.get(key);
  const enrolled = life.through.get(completion ?? '');
  if (!completion || !enrolled || life.open.has(key)) return;
  const { person, module } = aboutKey(key);
  life.open.set(key, enrolled);
  life.instead.set(key, enrolled);
  const of = { completion, startedOn: addDays(day, -n) };
  life.started.set(key, life.record.reopens(day, enrolled, of, person, module));
}

function askAgain({ life, day, n }: Now, key: string): void {
  const again = life.lost.get(key);
  if (!again) return;
  const { person, module } = aboutKey(key);
  const assignment = `given ${n > 6 ? 1 : 0} ${module}`;
  life.record.assigns(day, assignment, person, addDays(day, n * 3), module, again);
  if (!life.instead.has(key)) life.instead.set(key, `${assignment}:${person}`);
}

const everyone: Act = (now) => {
  for (const person of now.life.staff) {
    const own = {
      ...now,
      person,
      key: `${person} ${now.module}`,
      about: { person, module: now.module },
    };
    start(own);
    if (Number(person.slice(1)) % 4 !== now.n % 4) complete(own);
  }
};

export const learningActs: Record<string, Act> = {
  start,
  complete,
  everybody: everyone,
  assign: ({ life, day, step, n, person, module }) => {
    if (!life.staff.has(person)) return;
    const assignment = `given ${n > 6 ? 1 : 0} ${module}`;
    const opensOn = step % 2 === 0 ? addDays(day, n * 5) : undefined;
    life.record.assigns(day, assignment, person, addDays(day, n * 7), module, undefined, opensOn);
    life.given.push({ assignment, person, module });
  },
  /** Asked of somebody who has done it, for instance by another cohort; now and then it is begun at once. */
  refresh: (now) => {
    const { life, day, n, step } = now;
    const all = new Map([...life.done].filter(([, of]) => of.length > 0));
    const [key = ''] = oneOf(all, step) ?? [];
    const about = aboutKey(key);
    if (key === '') return;
    life.record.assigns(day, `again ${step}`, about.person, addDays(day, n * 7), about.module);
    life.given.push({ assignment: `again ${step}`, ...about });
    if (n % 2) start({ ...now, ...about, about, key });
  },
  exempt: ({ life, day, step }) => {
    const [one] = life.given.splice(step % Math.max(1, life.given.length), 1);
    const because = { reason: 'no longer in the cohort' } as const;
    if (one) life.record.add(day, 'exempted', one.assignment, because, one);
  },
  withdraw: (now) => {
    const { life, day, step, n } = now;
    const found = [...life.done].filter(([, all]) => all.length > 0);
    const [key = '', all = []] = found[step % Math.max(1, found.length)] ?? [];
    const [completion] = all.splice(step % Math.max(1, all.length), 1);
    if (!completion) return;
    life.record.add(day, 'withdrawn', completion, mistake, aboutKey(key));
    life.lost.set(key, completion);
    life.instead.delete(key);
    if (n % 3 === 1) reopen(now, key);
    if (n % 2) askAgain(now, key);
  },
  reopen: (now) => reopen(now, oneOf(now.life.lost, now.step)?.[0] ?? ''),
  'ask again': (now) => askAgain(now, oneOf(now.life.lost, now.step)?.[0] ?? ''),
  'put back': ({ life, day, step, n }) => {
    const asked = new Map([...life.lost].filter(([one]) => life.instead.has(one)));
    const [key = '', completion] =
      oneOf(step % 3 && asked.size > 0 ? asked : life.lost, step) ?? [];
    const about = aboutKey(key);
    const enrolled = life.through.get(completion ?? '');
    if (!completion || !enrolled) return;
    const under = life.open.get(key);
    // What was begun before the withdrawal goes on, and is asked for as it was then; now and then what is open is over.
    const goesOn = n % 2 === 0;
    const over = goesOn ? null : (under ?? life.instead.get(key) ?? null);
    if (!goesOn) life.open.delete(key);
    const lifted = [0, 1].map((one) => ({
      assignment: `given ${one} ${about.module}`,
      dueOn: (step + one) % 3 === 0 ? addDays(day, n * 2) : null,
      ...(step % 2 === 0 ? {} : { opensOn: addDays(day, n) }),
    }));
    life.record.add(
      day,
      'put back',
      completion,
      {
        ...{ reason: 'withdrawn in error', enrolment: enrolled, over },
        ...(goesOn ? { lifted } : {}),
        certificate: n % 2 ? 'valid' : 'corrected',
      },
      about,
    );
    life.lost.delete(key);
    life.done.set(key, [...(life.done.get(key) ?? []), completion]);
  },
  correct: ({ life, day, n, step }) => {
    const all = [...life.done].flatMap(([key, of]) => of.map((one) => [key, one] as const));
    const [key = '', completion] = all[step % Math.max(1, all.length)] ?? [];
    const completedOn = addDays(day, -n * 8);
    if (!completion) return;
    const said = { reason: 'wrong date', completedOn } as const;
    life.record.add(day, 'corrected', completion, said, aboutKey(key));
  },
  together: ({ life, day, key, person, module }) => {
    const enrolled = life.open.get(key);
    if (enrolled)
      life.shown.set(key, life.record.together(day, 'meeting', enrolled, person, module));
  },
  'not together': ({ life, day, key, about }) => {
    const entry = life.shown.get(key);
    if (entry) life.record.add(day, 'withdrawn', entry, mistake, about);
    life.shown.delete(key);
  },
  'not started': ({ life, day, step }) => {
    const under = new Map([...life.started].filter(([key]) => life.open.has(key)));
    const [key = '', entry] = oneOf(under, step) ?? [];
    const about = aboutKey(key);
    if (!entry) return;
    life.record.add(day, 'withdrawn', entry, mistake, about);
    life.open.delete(key);
    life.started.delete(key);
  },
  resume: ({ life, day, key, person, module, step }) => {
    const completion = life.lost.get(key);
    if (!completion || life.open.has(key)) return;
    life.open.set(key, `e${step} ${key}`);
    life.started.set(key, life.record.resumes(day, `e${step} ${key}`, completion, person, module));
    life.lost.delete(key);
  },
  attend: ({ life, day, n, person }) => {
    const session = `session-${n}`;
    const at = `${person} ${session}`;
    if (life.present.has(at) || !life.staff.has(person)) return;
    const data: EventData<'session attended'> = {
      ...{
        title: `Session ${'abcdefghij'.charAt(n)}`,
        kind: pick(kindOfSession, n),
        minutes: 60 + n,
      },
      ...{ provider: n % 2 ? 'Dr Ada Cole' : null, cpdType: 'live' },
      enteredFrom: life.present.size % 3 === 1 ? 'own list' : 'register',
    };
    const rest = { person, happenedOn: addDays(day, -n) };
    life.present.set(at, life.record.add(day, 'session attended', session, data, rest));
  },
  'take off': ({ life, day, person }) => {
    const at = [...life.present.keys()].find((one) => one.startsWith(`${person} `));
    if (!at) return;
    life.record.add(day, 'withdrawn', life.present.get(at) ?? '', mistake, { person });
    life.present.delete(at);
  },
  'correct session': ({ life, day, person, n }) => {
    const at = [...life.present.keys()].find((one) => one.startsWith(`${person} `));
    const said = n % 2 ? { completedOn: addDays(day, -n) } : { provider: null, minutes: 45 };
    const about = { reason: 'wrong details', ...said } as const;
    if (at) life.record.add(day, 'corrected', life.present.get(at) ?? '', about, { person });
  },
};
