import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { addDays } from '~/record/london-date';
import { writeNote } from '~/school-changes/framework-notes.server';
import { writeMeasure } from '~/school-changes/impact.server';
import {
  type ChangeDetails,
  lookAgain,
  recordChange,
  reviseChange,
} from '~/school-changes/record-change.server';
import { writeAudit } from '~/school-changes/self-audit.server';
import { writeSummaryWords } from '~/school-changes/summary-words.server';
import type { DemoClock } from './clock';

type PlanOn = (date: string, hour: number, act: () => void) => void;

/** How the ten lines stood when the school began, as the lead and the head wrote it down in one sitting. */
const baselines = {
  a: 'Some of us name feelings as a matter of course. Nobody has practised it with a colleague.',
  b: 'Supervision for the safeguarding leads, every half-term. Nothing for teaching assistants.',
  c: 'At lunch, whoever is on duty. No child knows beforehand who that will be.',
  d: 'Year 6 to secondary has a plan. Moving up a class has a letter home.',
  e: 'Not on the timetable. It happens when somebody can be spared.',
  f: 'The behaviour policy is a ladder of sanctions, and says little about afterwards.',
  g: 'Parents’ evenings and the gate. We have not asked what they find hard.',
  h: 'Forms say “mother” and “father”, and there is nowhere to write anybody else.',
  i: 'Nobody counts who never comes to a club.',
  j: 'The educational psychologist comes twice a year. We hear little back from social care.',
} as const;

const intent =
  'Adults who stay steady when a pupil cannot. We began with attachment for everyone who works with pupils, because suspensions and time out of class had risen two years running, most of all for pupils who had changed schools or homes. We hope to see pupils back in class sooner after a hard moment, and fewer of them sent out at all.';
const hard =
  'Many of us still read a pupil who pushes an adult away as not wanting help. Midday staff say that there is nobody to ask on the playground.';
const next = `By February, midday and site staff have half an hour of paid time for the short start, with cover.
The behaviour policy’s new section is read out by two colleagues in each phase, one playing the pupil.
Lunch gets a named adult for each class, as the mornings have.`;

/** Three changes, of which one was put right and one looked at again; the self-audit at the beginning and this term; one measure, a word beside two lines of frameworks, and the summary’s own words. */
export function planChanges(
  attune: Attune,
  { lead, head }: { lead: Actor; head: Actor },
  clock: DemoClock,
  planOn: PlanOn,
): void {
  planOn(clock.date(225), 16, () => {
    for (const [theme, words] of Object.entries(baselines)) {
      writeAudit(attune, lead, theme as keyof typeof baselines, words);
    }
    writeSummaryWords(attune, head, { intent, 'found hard': '', 'next steps': '' });
  });

  const doorsOn = clock.date(120);
  planOn(addDays(doorsOn, 2), 16, () => {
    recordChange(attune, lead, {
      ...{ kind: 'timetable', themes: ['c', 'd'], owner: 'phase, year or department lead' },
      ...{ changedOn: doorsOn, reviewOn: clock.date(-14) },
      what: 'The same adult greets at each classroom door for the first ten minutes.',
      why: 'Staff noticed that most of what went wrong before break had begun on the way in.',
    });
  });

  let policy = '';
  const policyOn = clock.date(64);
  planOn(policyOn, 16, () => {
    policy = recordChange(attune, head, {
      ...{ kind: 'policy', themes: ['f'], owner: 'headteacher' },
      ...{ changedOn: policyOn, reviewOn: clock.date(12) },
      what: 'The behaviour policy has a section on what happens afterwards: pause, listen, repair.',
      why: 'The ladder of sanctions said nothing about repair, which staff had begun to practise.',
    });
  });
  planOn(clock.date(10), 15, () => lookAgain(attune, head, policy, clock.date(-170)));

  let time = '';
  const timeOn = clock.date(35);
  const supervision: ChangeDetails & { why: string } = {
    kind: 'supervision',
    themes: ['b'],
    owner: 'attachment lead',
    ...{ changedOn: timeOn, reviewOn: clock.date(5) },
    why: 'Teaching assistants had nowhere to take what they carry home.',
  };
  planOn(timeOn, 16, () => {
    const what = 'Forty minutes of reflective supervision for teaching assistants each half-term.';
    time = recordChange(attune, lead, { ...supervision, what });
  });
  planOn(clock.date(33), 9, () => {
    const what = 'Thirty minutes of reflective supervision for teaching assistants each half-term.';
    reviseChange(attune, lead, time, { ...supervision, what, reason: 'wrong details' });
  });

  planOn(clock.date(7), 16, () => {
    writeMeasure(attune, head, {
      ...{ level: 5, what: 'Times when a pupil was sent out of class, Years 3 to 6' },
      ...{ figure: 'count', unit: 'times', beforeOf: null, afterOf: null },
      ...{ before: '61', beforePeriod: 'Six weeks before the policy changed' },
      ...{ beforeUntil: clock.date(65), afterUntil: clock.date(8) },
      ...{ after: '38', afterPeriod: 'The last six weeks' },
      source: 'The log in the office, counted by the deputy head',
      alsoChanged: 'Year 6 moved to the quieter corridor, and two classes have a new teacher.',
    });
  });

  planOn(clock.date(6), 18, () => {
    writeSummaryWords(attune, head, { intent, 'found hard': hard, 'next steps': next });
  });

  planOn(clock.date(7), 17, () => {
    writeNote(attune, lead, {
      ...{ framework: 'nice-ng26', topic: 'maltreatment-and-trauma', hidden: false },
      words: 'The safeguarding lead covers this each September, in the statutory training.',
      namedSomebody: false,
    });
    writeNote(attune, head, {
      ...{ framework: 'evaluation-areas', topic: 'sixth-form', hidden: true, words: '' },
      namedSomebody: false,
    });
  });

  planOn(clock.date(6), 16, () => {
    writeAudit(attune, lead, 'b', 'A first round of supervision for teaching assistants is done.');
    writeAudit(attune, lead, 'c', 'The same adult at each door. Lunch is as it was.');
    writeAudit(
      attune,
      head,
      'f',
      'One section of the behaviour policy. The rest is still a ladder.',
    );
  });
}
