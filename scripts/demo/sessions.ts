import { membersOf } from '~/cohorts/members.server';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { listStaff } from '~/people/staff-list.server';
import { addDays, londonDate } from '~/record/london-date';
import { recordAttendance, takeOff } from '~/training-sessions/attendance.server';
import {
  confirmList,
  createList,
  isOpen,
  markOf,
  planList,
  readList,
} from '~/training-sessions/lists/lists.server';
import { createSession, noteAboutSession } from '~/training-sessions/sessions.server';
import { schoolBeganDaysAgo } from '~db/demo/staff';
import { chance } from './chance';
import type { DemoClock } from './clock';
import { demoDates } from './year';

type PlanOn = (date: string, hour: number, act: () => void) => void;

/** What staff had been trained in before the school began with Attune, as somebody kept it in a spreadsheet. */
const pastTraining = [
  ['Name', 'Course', 'Date', 'Provider', 'Hours', 'Kind'],
  ...[
    ...['Margaret Osei', 'Daniel Whitlock', 'Fiona McAllister', 'Nadia Rahman', 'Sarah Linden'],
  ].map((name) => [
    name,
    'Attachment in the early years',
    '14/11/2024',
    'Millshire Virtual School',
    '6',
    'Course',
  ]),
  ...['Margaret Osei', 'Fiona McAllister'].map((name) => [
    ...[name, 'Emotion coaching', '06/03/2025', 'Millshire Educational Psychology Service'],
    ...['1.5', 'Online'],
  ]),
  [
    'Hope Underwood',
    'Attachment in the early years',
    '14/11/2024',
    'Millshire Virtual School',
    '6',
    'Course',
  ],
];

/**
 * Sessions away from the screen: what was before, the INSET day, and the educational psychologist with the teaching
 * assistants, of whom one was put down by mistake.
 */
export function planSessions(
  attune: Attune,
  clock: DemoClock,
  lead: Actor,
  classroom: string,
  planOn: PlanOn,
): void {
  planOn(clock.date(schoolBeganDaysAgo - 3), 16, () => bringPastIn(attune, lead));

  const insetOn = lastInset(clock);
  planOn(following(clock, insetOn), 9, () => {
    const id = createSession(attune, lead, {
      ...{ title: 'The first ten minutes: how we greet', kind: 'INSET day', provider: null },
      ...{ heldOn: insetOn, minutes: 180, costPence: null, fund: null },
    });
    const there = listStaff(attune.db, lead.schoolId).filter(
      ({ name, startDate, leaveDate, contract }) =>
        startDate <= insetOn &&
        (leaveDate === null || leaveDate >= insetOn) &&
        contract !== 'governor' &&
        chance('was at the INSET day', name) < 0.85,
    );
    recordAttendance(
      attune,
      lead,
      id,
      there.map((one) => one.id),
    );
  });

  const visitOn = clock.weekdayBetween(clock.date(48), 3);
  let visit = '';
  let mistaken = '';
  planOn(following(clock, visitOn), 9, () => {
    visit = createSession(attune, lead, {
      ...{ title: 'Regulation before reasoning', kind: 'educational psychologist' },
      ...{ provider: 'Millshire Educational Psychology Service', heldOn: visitOn, minutes: 90 },
      ...{ costPence: 42_000, fund: 'Pupil Premium Plus' },
    });
    const there = membersOf(attune.db, lead.schoolId, classroom).filter(
      ({ startDate, leaveDate }) =>
        startDate <= visitOn && (leaveDate === null || leaveDate >= visitOn),
    );
    mistaken = there.at(2)?.id ?? '';
    recordAttendance(
      attune,
      lead,
      visit,
      there.map((one) => one.id),
    );
  });
  planOn(clock.date(35), 15, () => {
    noteAboutSession(attune, lead, visit, {
      evaluation:
        'The examples from our own dining hall were what stayed. We would book a second visit a term later, to hear what was tried.',
    });
  });
  planOn(clock.date(30), 11, () => {
    takeOff(attune, lead, visit, [mistaken], 'recorded for the wrong person');
  });
}

/** The school's own list of past training, as the page takes it: one name on it is nobody's here. */
function bringPastIn(attune: Attune, lead: Actor): void {
  const text = pastTraining.map((cells) => cells.join(',')).join('\r\n');
  const id = createList(attune, lead, { text, file: 'cpd-log.csv', sessionId: null });
  const list = readList(attune.db, lead.schoolId, id);
  if (!isOpen(list)) throw new Error('The list of past training was brought in already');
  confirmList(attune, lead, id, markOf(planList(attune.db, list)));
}

/** The newest INSET day since the school began with Attune; in a year without one so far, a day of its own. */
function lastInset(clock: DemoClock): string {
  const today = londonDate(clock.made);
  const began = clock.date(schoolBeganDaysAgo - 5);
  const days = demoDates(today)
    .filter(({ kind, startsOn }) => kind === 'INSET' && startsOn > began && startsOn < today)
    .map(({ startsOn }) => startsOn)
    .sort();
  return days.at(-1) ?? clock.date(60);
}

/** When the lead gets to it. */
const following = (clock: DemoClock, date: string) => clock.weekdayBetween(addDays(date, 1), 5);
