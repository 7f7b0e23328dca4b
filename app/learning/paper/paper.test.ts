import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { answer } from '~db/schema';
import { answersOf, attemptById, attemptsOf } from '../attempts.server';
import { commitTo } from '../commitment.server';
import { currentEnrolment } from '../enrolments.server';
import { standingOf } from '../facts.server';
import { modulePage } from '../module-page.server';
import { continuePage } from '../pages.server';
import { answerItem, openAttempt } from '../quiz.server';
import { readSummary } from '../scenarios.server';
import { startModule } from '../start.server';
import { complete, rightPick, wrongPick } from '../test-completed';
import { makeTestSchool, type TestSchool } from '../test-school';
import { enterSheet, openSheet, sheetToEnter } from './enter.server';
import { enteredForMe, ownPaperOn, putNoticeAway } from './own-paper.server';
import { printedSheets, printSheets } from './print.server';
import { onPaper, sheetOf } from './sheet-rows.server';
import { takeBack } from './take-back.server';

let school: TestSchool;
let lead: Actor;
let ta: Actor;
beforeEach(() => {
  school = makeTestSchool();
  lead = { ...school.other, role: 'lead' };
  ta = school.ta;
});

const module = 'patterns';
const print = (...people: Actor[]) =>
  printSheets(school.attune, lead, { module, personIds: people.map((one) => one.personId) });

function enrolment(who = ta) {
  const found = currentEnrolment(school.attune.db, who, module);
  if (!found) throw new Error('not started');
  return found;
}

function numberOf(who = ta): string {
  const sheet = sheetOf(school.attune.db, enrolment(who).id);
  if (!sheet) throw new Error('no sheet');
  return sheet.number;
}

/** Types in a sheet: `wrong` items wrongly, those at the places in `blank` not at all. */
function enter({ who = ta, wrong = 0, blank = [] as number[] } = {}): void {
  const number = numberOf(who);
  const { items } = openSheet(school.attune, 'school', number);
  const given = items.map(({ question }, n) => ({
    item: question.id,
    pick: blank.includes(n) ? null : n < wrong ? wrongPick(question) : rightPick(question),
    confidence: null,
  }));
  enterSheet(school.attune, lead, { number, given });
}

const facts = (who = ta) => standingOf(school.attune.db, enrolment(who)).facts;
const answers = (who = ta) =>
  attemptsOf(school.attune.db, enrolment(who).id).flatMap((go) =>
    answersOf(school.attune.db, go.id),
  );

/** A go on a phone, all of it or the first `only` items. */
function onPhone(right: boolean, only = 99): void {
  const { attune } = school;
  const attemptId = openAttempt(attune, ta, { enrolmentId: enrolment().id });
  for (const item of (attemptById(attune.db, attemptId)?.items ?? []).slice(0, only)) {
    const shown = modulePage(attune, ta, module, 'quiz', {
      ...{ again: null, answered: null, reading: null },
    });
    expect(shown.segments).toHaveLength(1);
    const question = questionOf(item);
    const pick = right ? rightPick(question) : wrongPick(question);
    answerItem(attune, ta, { attemptId, item, pick, confidence: 'sure' });
  }
}

function questionOf(id: string) {
  for (const page of school.attune.course.module(module)?.pages ?? []) {
    for (const segment of page.segments) {
      const found = segment.type === 'quiz' && segment.bank.find((one) => one.id === id);
      if (found) return found;
    }
  }
  throw new Error(id);
}

test('printing starts the module for whoever has not, by the lead, and opens one go; printing again changes neither', () => {
  const { batch, printed, without } = print(ta);
  expect({ printed, without }).toEqual({ printed: 1, without: [] });
  expect(school.verbs(ta)).toEqual(['started']);
  const [sheet] = printedSheets(school.attune, 'school', batch);
  expect(sheet).toMatchObject({ name: 'Priya Nair', number: numberOf() });
  expect(sheet?.questions).toHaveLength(8);
  const again = print(ta);
  expect(printedSheets(school.attune, 'school', batch)).toEqual([]);
  expect(printedSheets(school.attune, 'school', again.batch)).toEqual([sheet]);
  expect(attemptsOf(school.attune.db, enrolment().id)).toHaveLength(1);
});

test('nothing that is printed or shown to whoever types tells a right answer or an explanation', () => {
  const { batch } = print(ta);
  const told = JSON.stringify([
    printedSheets(school.attune, 'school', batch),
    sheetToEnter(school.attune, 'school', numberOf()),
  ]);
  expect(told).not.toMatch(/"right"|Explained|"category"|"critical"/);
});

test('for whoever has done it or whose sheet was entered there is nothing to print, and it is never said which', () => {
  const [done, met, entered] = [school.join(), school.join(), school.join()];
  complete(school.attune, done);
  print(met, entered);
  enter({ who: met });
  enter({ who: entered, wrong: 8 });
  expect(print(done, met, entered, ta)).toMatchObject({
    printed: 1,
    without: [done.personId, met.personId, entered.personId],
  });
  const stand = onPaper(school.attune.db, 'school', module);
  const { number: _, printedAt: __, enteredAt: ___, ...one } = stand.get(met.personId)?.sheet ?? {};
  const {
    number: ____,
    printedAt: _____,
    enteredAt: ______,
    ...other
  } = stand.get(entered.personId)?.sheet ?? {};
  expect(one).toEqual(other);
  expect(stand.get(done.personId)).toEqual({ done: true, sheet: null });
});

test('who is not on the staff list is refused, and nobody gets a sheet', () => {
  const stranger: Actor = { ...ta, personId: 'stranger' };
  expect(() => print(ta, stranger)).toThrow(/not on your staff list/);
  expect(school.verbs(ta)).toEqual([]);
});

test('a sheet is entered once: a second time, and one done on a phone meanwhile, are told so and count nothing', () => {
  print(ta);
  enter();
  expect(() => enter()).toThrow(/entered already/);
  expect(school.verbs(ta)).toEqual(['started', 'marked']);

  const other = school.join();
  ta = other;
  print(ta);
  onPhone(false);
  const before = school.verbs(ta);
  expect(() => enter()).toThrow(/done this quiz in another way/);
  expect(school.verbs(ta)).toEqual(before);
});

test('what was answered on a phone before stands, and what is blank on paper is asked on the screen', () => {
  startModule(school.attune, ta, { module });
  onPhone(false, 2);
  print(ta);
  enter({ blank: [7] });
  expect(answers().map(({ right }) => right)).toEqual([
    ...[false, false],
    ...[true, true, true, true, true],
  ]);
  expect(facts().attempts).toEqual([null]);
  expect(school.verbs(ta)).toEqual(['started']);
  expect(ownPaperOn(school.attune, ta, enrolment().id)).toMatchObject({ blank: 1, seen: false });
  onPhone(true);
  // Two were wrong, so it was not yet: nothing on the record says so.
  expect(facts().attempts).toEqual([false]);
  expect(school.verbs(ta)).toEqual(['started']);
});

test('an empty sheet, an item without an answer and an answer that is none are refused', () => {
  print(ta);
  expect(() => enter({ blank: [0, 1, 2, 3, 4, 5, 6, 7] })).toThrow(/nothing to enter/);
  const number = numberOf();
  const [first] = openSheet(school.attune, 'school', number).items;
  const given = [{ item: first?.question.id ?? '', pick: [9], confidence: null }];
  expect(() => enterSheet(school.attune, lead, { number, given })).toThrow(/cannot be read/);
  expect(answers()).toEqual([]);
});

test('another school finds no sheet by its number', () => {
  print(ta);
  expect(() => openSheet(school.attune, 'elsewhere', numberOf())).toThrow(/no sheet/);
});

test('its person is told who typed it in and what each answer means, until they put the notice away', () => {
  print(ta);
  enter({ wrong: 8 });
  expect(enteredForMe(school.attune, ta)).toMatchObject([{ module, page: 'quiz', by: 'Dan Cole' }]);
  expect(enteredForMe(school.attune, lead)).toEqual([]);
  const { id: enrolmentId } = enrolment();
  const paper = ownPaperOn(school.attune, ta, enrolmentId);
  expect(paper?.answered).toHaveLength(8);
  const quiz = modulePage(school.attune, ta, module, 'quiz', {
    ...{ again: null, answered: null, reading: null },
  });
  expect(quiz).toMatchObject({ paper, sources: [{ id: 'bell-2020' }] });
  putNoticeAway(school.attune, lead, { enrolmentId });
  expect(enteredForMe(school.attune, ta)).toHaveLength(1);
  putNoticeAway(school.attune, ta, { enrolmentId });
  expect(enteredForMe(school.attune, ta)).toEqual([]);
  // Another go on the phone: what stood on paper is past.
  openAttempt(school.attune, ta, { enrolmentId });
  expect(ownPaperOn(school.attune, ta, enrolmentId)).toBeNull();
});

test('taken back, a go is as open as before and the sheet can be entered again; the record says why', () => {
  print(ta);
  enter({ wrong: 8 });
  const reason = 'recorded for the wrong person' as const;
  takeBack(school.attune, lead, { number: numberOf(), reason });
  expect(facts().attempts).toEqual([null]);
  expect(answers()).toEqual([]);
  expect(enteredForMe(school.attune, ta)).toEqual([]);
  expect(() => takeBack(school.attune, lead, { number: numberOf(), reason })).toThrow(
    /does not stand/,
  );
  enter();
  expect(facts().attempts).toEqual([true]);
  expect(school.verbs(ta)).toEqual(['started', 'marked']);
});

test('a completion that rested on a sheet is withdrawn with it, and comes again when the quiz is done again', () => {
  const { attune } = school;
  print(ta);
  const { id: enrolmentId } = enrolment();
  for (const page of ['secure-base', 'labels']) continuePage(attune, ta, { enrolmentId, page });
  readSummary(attune, ta, { enrolmentId, scenario: 'im-fine' });
  enter();
  commitTo(attune, ta, { enrolmentId, what: 'Say when', when: '', know: '' });
  expect(enrolment().completedAt).not.toBeNull();
  takeBack(attune, lead, { number: numberOf(), reason: 'recorded in error' });
  expect(enrolment()).toMatchObject({ completedAt: null, completionId: null });
  expect(facts().committed).toBe(true);
  onPhone(true);
  expect(enrolment().completedAt).not.toBeNull();
  const recorded = school.verbs(ta).filter((verb) => !['started', 'reopened'].includes(verb));
  expect(recorded.slice(-5)).toEqual([
    ...['completed', 'marking withdrawn', 'withdrawn', 'marked', 'completed'],
  ]);
});

test('taken back after another go was begun, that go stays, and the sheet is of no more use', () => {
  print(ta);
  enter({ wrong: 8 });
  onPhone(true);
  takeBack(school.attune, lead, { number: numberOf(), reason: 'recorded in error' });
  expect(facts().attempts).toEqual([true]);
  expect(() => enter()).toThrow(/in another way/);
  const { id: enrolmentId } = enrolment();
  expect(() => openAttempt(school.attune, ta, { enrolmentId })).not.toThrow();
  expect(
    school.attune.db.select().from(answer).where(eq(answer.item, 'sort')).all().length,
  ).toBeLessThan(2);
});
