import type { EventData } from '~/record/vocabulary';
import { sealWords } from '~/school-changes/words-digest';
import { changeWords, impactMeasure, practiceLog, summaryWords } from '~db/schema';
import { summaryParts } from '~db/schema/school-changes';
import { type Act, type Life, letter, type Now, noon, pick } from './random-life';

const schoolId = 'willow';
const practices = ['check-in', 'said-when-back', 'small-repair'];
const barriers = [null, 'time', 'cover'];

function note({ db }: Life, { day, step, n }: Now, person: string): void {
  db.insert(practiceLog)
    .values({
      ...{ id: `note ${step} ${person}`, schoolId, personId: person, practice: pick(practices, n) },
      ...{ barrier: pick(barriers, n), setting: 'lesson', went: 'helped', next: 'again' },
      at: noon(day) + step,
    })
    .run();
}

function said({ life: { db }, day, n, step }: Now, changeId: string): EventData<'school change'> {
  const words = { what: `We changed ${letter(n)}`, why: `Because of ${letter(n + 1)}` };
  const { salt, digest } = sealWords(words);
  db.insert(changeWords)
    .values({ schoolId, changeId, digest, salt, ...words, createdAt: step })
    .run();
  return {
    ...{ kind: n % 2 ? 'policy' : 'timetable', themes: n % 3 ? ['a'] : ['b', 'f'] },
    ...{ owner: 'headteacher', changedOn: day, reviewOn: null, wordsDigest: digest },
  };
}

const ofSchool = { person: schoolId };

export const toldActs: Record<string, Act> = {
  note: (now) => note(now.life, now, now.person),
  notes: (now) => {
    for (const person of now.life.staff) note(now.life, now, person);
  },
  change: (now) => {
    const id = `change-${now.step}`;
    now.life.changes.push(id);
    now.life.record.add(now.day, 'school change', id, said(now, id), ofSchool);
  },
  'change again': (now) => {
    const { life, day, n } = now;
    const id = pick(life.changes, n);
    if (life.changes.length === 0) return;
    const data = { ...said(now, id), reason: 'wrong details' } as const;
    life.record.add(day, 'school change revised', id, data, ofSchool);
  },
  'no change': ({ life, day, n }) => {
    const id = pick(life.changes, n);
    if (life.changes.length === 0) return;
    life.changes = life.changes.filter((one) => one !== id);
    life.record.add(day, 'school change withdrawn', id, { reason: 'did not go ahead' }, ofSchool);
  },
  measure: ({ life: { db }, day, n, step }) => {
    db.insert(impactMeasure)
      .values({
        ...{
          id: `measure ${step}`,
          schoolId,
          level: 5,
          what: `Settled ${letter(n)}`,
          figure: 'count',
        },
        ...{ unit: 'pupils', before: String(n + 20), after: String(n + 40), source: 'Our count' },
        ...{ beforePeriod: 'Before', afterPeriod: 'After', alsoChanged: 'Much', byRole: 'head' },
        ...{ writtenOn: day, createdAt: noon(day) },
      })
      .run();
  },
  words: ({ life: { db }, day, n }) => {
    const words = `What ${letter(n)} wrote.`;
    db.insert(summaryWords)
      .values({ schoolId, part: pick(summaryParts, n), writtenOn: day, words, byRole: 'head' })
      .onConflictDoUpdate({
        target: [summaryWords.schoolId, summaryWords.part, summaryWords.writtenOn],
        set: { words },
      })
      .run();
  },
};
