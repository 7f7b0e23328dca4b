import { expect, test } from 'vitest';
import { addPerson, recordLeaving } from '~/people/staff.server';
import { addPeople, makeSchool, makeTestHouse, someone } from '~/people/test-house';
import { sizeNow } from '~/record/as-at.server';
import { rebuild } from '~/record/rebuild.server';
import { linesAsAt } from '~/record/rows.server';
import { attendeesOf } from '~/record/sessions-attended.server';
import { verifyLive } from '~/record/verify-live.server';
import { event, trainingList, trainingSession } from '~db/schema';
import { correctAttendance, correctSession, recordAttendance, takeOff } from './attendance.server';
import { cpdTypeOf, type SessionDetails } from './details';
import {
  answerList,
  confirmList,
  createList,
  dropList,
  isOpen,
  markOf,
  planList,
  purgeTrainingLists,
  readList,
} from './lists/lists.server';
import { planUndo, undoTrainingList } from './lists/undo.server';
import { createSession, listSessions, noteAboutSession, readSession } from './sessions.server';

const inset: SessionDetails = {
  ...{ title: 'How we talk at the door', kind: 'INSET day', provider: null },
  ...{ heldOn: '2026-09-02', minutes: 180 },
};
const noCost = { costPence: null, fund: null };

async function school() {
  const house = makeTestHouse();
  const { lead } = await makeSchool(house);
  const [jo = '', sam = '', ann = ''] = addPeople(house, lead, 3);
  const { attune } = house;
  const id = createSession(attune, lead, { ...inset, ...noCost });
  const lines = () => linesAsAt(attune.db, lead.schoolId, sizeNow(attune.db, lead.schoolId));
  const events = () => attune.db.select().from(event).all().length;
  const present = () =>
    attendeesOf(attune.db, lead.schoolId, id).filter(({ status }) => status === 'current');
  return { ...house, lead, jo, sam, ann, id, lines, events, present };
}

/** Another school's lead, in the same database. */
const stranger = (of: string) => ({ personId: of, schoolId: 'elsewhere', role: 'lead' as const });

test('a form that is sent twice notes one session; once somebody stands on it, the same again is another', async () => {
  const { attune, lead, jo, id } = await school();
  const again = () => createSession(attune, lead, { ...inset, ...noCost });
  expect(again()).toBe(id);
  expect(createSession(attune, lead, { ...inset, ...noCost, costPence: 5 })).not.toBe(id);
  recordAttendance(attune, lead, id, [jo]);
  const second = again();
  expect(second).not.toBe(id);
  expect(again()).toBe(second);
  expect(listSessions(attune.db, lead.schoolId)).toHaveLength(3);
});

test('who was there goes on the record, an entry each, and once', async () => {
  const { attune, lead, jo, sam, id, lines, events, present } = await school();
  expect(listSessions(attune.db, lead.schoolId)).toMatchObject([{ id, people: 0 }]);
  const before = events();
  expect(recordAttendance(attune, lead, id, [jo, sam])).toBe(2);
  expect(recordAttendance(attune, lead, id, [sam, jo, jo])).toBe(0);
  expect(events()).toBe(before + 2);
  expect(
    present()
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual([jo, sam].sort());
  expect(lines()).toMatchObject([
    { moduleTitle: inset.title, completedOn: '2026-09-02', recordedOn: '2026-09-07' },
    { session: id, cpdType: 'live', publishedMinutes: 180, enteredFrom: 'register' },
  ]);
  expect(listSessions(attune.db, lead.schoolId)).toMatchObject([{ id, people: 2 }]);
  expect(rebuild(attune.db)).toBeNull();
  expect(verifyLive(attune.db, null, {}).join()).toMatch(/Everything fits/);
});

test('nobody of another school, and nothing of another school’s, is touched', async () => {
  const { attune, lead, jo, id, events } = await school();
  const before = events();
  expect(() => recordAttendance(attune, lead, id, [jo, 'somebody'])).toThrow(/not on your staff/);
  const other = stranger(jo);
  expect(() => readSession(attune.db, 'elsewhere', id)).toThrow(/no such session/);
  expect(() => recordAttendance(attune, other, id, [jo])).toThrow(/no such session/);
  expect(() => takeOff(attune, other, id, [jo], 'recorded in error')).toThrow(/no such session/);
  expect(() => correctSession(attune, other, id, { details: inset, reason: 'wrong date' })).toThrow(
    /no such session/,
  );
  expect(() => noteAboutSession(attune, other, id, noCost)).toThrow(/no such session/);
  expect(() => createList(attune, other, { text: 'Jo', file: null, sessionId: id })).toThrow(
    /no such session/,
  );
  const list = createList(attune, lead, { text: 'Person 1', file: null, sessionId: id });
  for (const act of [
    readList.bind(null, attune.db),
    (school: string, one: string) => dropList(attune, { ...other, schoolId: school }, one),
  ])
    expect(() => act('elsewhere', list)).toThrow(/no such list/);
  expect(events()).toBe(before);
});

test('what is still to come is not on the record', async () => {
  const { attune, lead, id } = await school();
  const tomorrow = { ...inset, heldOn: '2026-09-08' };
  expect(() => createSession(attune, lead, { ...tomorrow, ...noCost })).toThrow(/still to come/);
  expect(() =>
    correctSession(attune, lead, id, { details: tomorrow, reason: 'wrong date' }),
  ).toThrow(/still to come/);
});

test('a session is put right for everyone on it, and whoever left early keeps their own hours', async () => {
  const { attune, lead, jo, sam, id, events, present } = await school();
  recordAttendance(attune, lead, id, [jo, sam]);
  const reason = 'wrong hours' as const;
  correctAttendance(attune, lead, id, jo, { heldOn: '2026-09-02', minutes: 90, reason });
  const details = { ...inset, title: 'How we talk', heldOn: '2026-09-01', provider: 'Dr Cole' };
  expect(correctSession(attune, lead, id, { details, reason: 'wrong details' })).toBe(2);
  expect(readSession(attune.db, lead.schoolId, id)).toMatchObject(details);
  expect(new Map(present().map((one) => [one.personId, one.minutes]))).toEqual(
    new Map([
      [jo, 90],
      [sam, 180],
    ]),
  );
  expect(present().map(({ heldOn }) => heldOn)).toEqual(['2026-09-01', '2026-09-01']);
  const before = events();
  expect(() => correctSession(attune, lead, id, { details, reason: 'wrong details' })).toThrow(
    /Nothing here is different/,
  );
  expect(() =>
    correctAttendance(attune, lead, id, jo, { heldOn: '2026-09-01', minutes: 90, reason }),
  ).toThrow(/Nothing here is different/);
  expect(events()).toBe(before);
  expect(rebuild(attune.db)).toBeNull();
});

test('somebody put down by mistake comes off, and may be put down again', async () => {
  const { attune, lead, jo, sam, id, lines, present } = await school();
  recordAttendance(attune, lead, id, [jo, sam]);
  expect(takeOff(attune, lead, id, [jo], 'recorded for the wrong person')).toBe(1);
  expect(() => takeOff(attune, lead, id, [jo], 'recorded in error')).toThrow(/was not there/);
  expect(
    lines()
      .map(({ status }) => status)
      .sort(),
  ).toEqual(['current', 'withdrawn']);
  expect(recordAttendance(attune, lead, id, [jo])).toBe(1);
  expect(present()).toHaveLength(2);
  expect(lines()).toHaveLength(3);
  expect(listSessions(attune.db, lead.schoolId)).toMatchObject([{ people: 2 }]);
});

test('the cost is the session’s and on nobody’s record', async () => {
  const { attune, lead, jo, id, events, lines } = await school();
  recordAttendance(attune, lead, id, [jo]);
  const before = events();
  noteAboutSession(attune, lead, id, { costPence: 45_000, fund: 'Pupil Premium Plus' });
  expect(readSession(attune.db, lead.schoolId, id)).toMatchObject({ costPence: 45_000 });
  expect(events()).toBe(before);
  expect(JSON.stringify(lines())).not.toMatch(/\b45000\b/);
});

test('pasted names are looked at first: who is plain, who is asked about, who is nobody', async () => {
  const { attune, lead, id, present } = await school();
  addPerson(attune, lead, someone({ name: 'Person 1', email: 'twin@elm.example' }));
  const text = 'Person 0\nPerson 1\nP2@elm.example\nPerson 0\nNobody Here';
  const list = createList(attune, lead, { text, file: null, sessionId: id });
  const plan = () => {
    const row = readList(attune.db, lead.schoolId, list);
    if (!isOpen(row)) throw new Error('not open');
    return planList(attune.db, row);
  };
  expect(plan().map(({ kind }) => kind)).toEqual(['record', 'ask', 'record', 'same', 'refuse']);
  expect(present()).toEqual([]);
  const twin = plan()[1]?.candidates[1]?.id ?? '';
  const mark = markOf(plan());
  answerList(attune, lead, list, { '2': twin });
  expect(() => confirmList(attune, lead, list, mark)).toThrow(/changed since you looked/);
  expect(present()).toEqual([]);
  expect(confirmList(attune, lead, list, markOf(plan()))).toBe(3);
  expect(present().map(({ personId }) => personId)).toContain(twin);
  expect(() => confirmList(attune, lead, list, mark)).toThrow(/brought in already/);
  expect(present()).toHaveLength(3);
});

const past = [
  'Name,E-mail,Course,Date,Provider,Hours,Kind',
  'Person 0,,Attachment in the early years,04/03/2024,Virtual School,6,course',
  'Person 1,,Attachment in the early years,04/03/2024,Virtual School,6,course',
  ',p2@elm.example,Staff meeting on regulation,2025-01-15,,1.5,staff meeting',
  'Nobody Here,,Staff meeting on regulation,2025-01-15,,1.5,staff meeting',
].join('\n');

test('past training comes in at once, says that it is from the school’s own list, and a second time changes nothing', async () => {
  const { attune, lead, id, jo, sam, lines, events } = await school();
  const bringIn = () => {
    const list = createList(attune, lead, { text: past, file: 'past.csv', sessionId: null });
    const row = readList(attune.db, lead.schoolId, list);
    if (!isOpen(row)) throw new Error('not open');
    const plan = planList(attune.db, row);
    return { n: confirmList(attune, lead, list, markOf(plan)), plan };
  };
  expect(bringIn().n).toBe(3);
  const sessions = listSessions(attune.db, lead.schoolId);
  expect(sessions.map(({ title, people }) => [title, people])).toEqual([
    [inset.title, 0],
    ['Staff meeting on regulation', 1],
    ['Attachment in the early years', 2],
  ]);
  expect(lines()).toMatchObject([
    { completedOn: '2024-03-04', recordedOn: '2026-09-07', cpdType: 'external' },
    { provider: 'Virtual School', enteredFrom: 'own list', publishedMinutes: 360 },
    { completedOn: '2025-01-15', cpdType: 'live', sessionKind: 'staff meeting' },
  ]);

  // Whatever is put right in between.
  const [, , course] = sessions;
  takeOff(attune, lead, course?.id ?? '', [jo], 'recorded in error');
  correctSession(attune, lead, course?.id ?? '', {
    details: { ...inset, title: 'Early attachment', kind: 'external course' },
    reason: 'wrong details',
  });
  const before = events();
  const again = bringIn();
  expect(again.n).toBe(0);
  expect(again.plan.map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'refuse']);
  expect(again.plan[0]?.notes.join()).toMatch(/was taken off again: stays off/);
  expect(events()).toBe(before);
  expect(attune.db.select().from(trainingSession).all()).toHaveLength(3);
  expect(readSession(attune.db, lead.schoolId, id)).toMatchObject(inset);
  expect(sam).not.toBe('');
  expect(rebuild(attune.db)).toBeNull();
});

test('what could not be read, and what was after somebody’s last day, is told of each row that goes on the record', async () => {
  const { attune, lead, jo } = await school();
  recordLeaving(attune, lead, jo, '2026-09-05');
  const text = [
    'Name,Course,Date,Hours',
    'Person 0,Too late,2026-09-06,half a day',
    'Person 1,Fine,2026-09-06,2',
    'Nobody Here,Unread too,2026-09-06,half a day',
  ].join('\n');
  const list = createList(attune, lead, { text, file: null, sessionId: null });
  const row = readList(attune.db, lead.schoolId, list);
  if (!isOpen(row)) throw new Error('not open');
  expect(planList(attune.db, row).map(({ kind, doubts }) => [kind, doubts])).toEqual([
    ['record', ['hours unread', 'after leaving']],
    ['record', []],
    ['refuse', []],
  ]);
});

test('a second list, read in another tab, leaves the first to be checked', async () => {
  const { attune, lead } = await school();
  const read = (course: string) =>
    createList(attune, lead, {
      text: `Name,Course,Date\nPerson 0,${course},2026-09-01`,
      ...{ file: null, sessionId: null },
    });
  const [first, second] = [read('One'), read('Two')];
  for (const id of [first, second]) {
    const row = readList(attune.db, lead.schoolId, id);
    if (!isOpen(row)) throw new Error('not open');
    expect(confirmList(attune, lead, id, markOf(planList(attune.db, row)))).toBe(1);
  }
});

test('a list that goes wrong half-way leaves nothing behind', async () => {
  const { attune, lead, events } = await school();
  const list = createList(attune, lead, { text: past, file: null, sessionId: null });
  const row = readList(attune.db, lead.schoolId, list);
  if (!isOpen(row)) throw new Error('not open');
  const mark = markOf(planList(attune.db, row));
  const before = events();
  attune.db.$client.exec(
    `create trigger fail before insert on training_session when new.title like 'Staff meeting%' begin select raise(abort, 'no disk'); end`,
  );
  expect(() => confirmList(attune, lead, list, mark)).toThrow(/no disk/);
  expect(events()).toBe(before);
  expect(attune.db.select().from(trainingSession).all()).toHaveLength(1);
  expect(readList(attune.db, lead.schoolId, list).state).toBe('to check');
});

test('a list is undone as a whole; what was put right since then stays, and the same list can come in again', async () => {
  const { attune, clock, lead, jo, id, lines, events } = await school();
  const bringIn = () => {
    const list = createList(attune, lead, { text: past, file: 'past.csv', sessionId: null });
    const row = readList(attune.db, lead.schoolId, list);
    if (!isOpen(row)) throw new Error('not open');
    return { list, n: confirmList(attune, lead, list, markOf(planList(attune.db, row))) };
  };
  const { list } = bringIn();
  const titled = (title: string) =>
    listSessions(attune.db, lead.schoolId).find((one) => one.title === title)?.id ?? '';
  const course = titled('Attachment in the early years');
  correctAttendance(attune, lead, course, jo, {
    ...{ heldOn: '2024-03-04', minutes: 90, reason: 'wrong hours' },
  });
  expect(() => undoTrainingList(attune, stranger(jo), list)).toThrow(/no such list/);
  expect(planUndo(attune.db, lead.schoolId, list, attune.now()).map(({ fate }) => fate)).toEqual([
    'corrected since',
    'back',
    'back',
  ]);
  expect(undoTrainingList(attune, lead, list)).toBe(2);
  expect(() => undoTrainingList(attune, lead, list)).toThrow(/cannot be undone any more/);
  const standing = () =>
    lines()
      .map(({ status }) => status)
      .sort();
  expect(standing()).toEqual(['current', 'withdrawn', 'withdrawn']);
  expect(titled('Staff meeting on regulation'), 'nobody is on it').toBe('');
  expect(titled(inset.title), 'made by hand').toBe(id);

  expect(bringIn().n).toBe(2);
  expect(standing()).toEqual(['current', 'current', 'current', 'withdrawn', 'withdrawn']);
  const before = events();
  expect(bringIn().n).toBe(0);
  expect(events()).toBe(before);
  expect(rebuild(attune.db)).toBeNull();
  expect(verifyLive(attune.db, null, {}).join()).toMatch(/Everything fits/);

  clock.advance(61 * 24 * 60);
  purgeTrainingLists(attune);
  expect(() => planUndo(attune.db, lead.schoolId, list, attune.now())).toThrow(/any more/);
});

test('a list that nobody confirms is gone after a day, and one that is in keeps no names', async () => {
  const { attune, clock, lead } = await school();
  const first = createList(attune, lead, { text: past, file: null, sessionId: null });
  const row = readList(attune.db, lead.schoolId, first);
  if (!isOpen(row)) throw new Error('not open');
  confirmList(attune, lead, first, markOf(planList(attune.db, row)));
  createList(attune, lead, { text: past, file: null, sessionId: null });
  clock.advance(25 * 60);
  purgeTrainingLists(attune);
  const kept = attune.db.select().from(trainingList).all();
  expect(kept).toMatchObject([
    { id: first, list: null, answers: {}, counts: { record: 3, refuse: 1 } },
  ]);
});

test('what is the school’s own is live, and what was somebody else’s is external', () => {
  expect(cpdTypeOf({ kind: 'educational psychologist', provider: 'Dr Cole' })).toBe('live');
  expect(cpdTypeOf({ kind: 'online course', provider: null })).toBe('external');
  expect(cpdTypeOf({ kind: 'other', provider: null })).toBe('live');
  expect(cpdTypeOf({ kind: 'other', provider: 'Virtual School' })).toBe('external');
});
