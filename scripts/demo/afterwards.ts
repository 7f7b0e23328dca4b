import { v4 as uuid } from 'uuid';
import { type Calendar, schoolDaysSince } from '~/cohorts/calendar';
import { calendarFor, saveSchoolDates } from '~/cohorts/school-calendar.server';
import { readTermDates, typedFrom } from '~/cohorts/term-dates-form';
import type { Attune } from '~/context.server';
import { readPractices } from '~/course/practices.server';
import { logPractice } from '~/learning/practice-log.server';
import { answerRecall, recallNow, recallQuestion, startRecall } from '~/learning/recall.server';
import type { Actor } from '~/people/actor';
import { academicYear, addDays } from '~/record/london-date';
import { demoYear } from '~db/demo/term-dates';
import { rightPick } from './learner';

/** Types the term dates of every school year from one day to another, as the lead does. */
export function enterTermDates(attune: Attune, lead: Actor, from: string, to: string): Calendar {
  const years = [from, to].map((date) => Number(academicYear(date).slice(0, 4)));
  const typed = typedFrom([...new Set(years)].flatMap(demoYear));
  const { dates, errors } = readTermDates(typed, true);
  if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors));
  saveSchoolDates(attune, lead, dates);
  return calendarFor(attune.db, lead);
}

/** How many days before `today` there were so many school days between. */
export function daysBack(calendar: Calendar, today: string, schoolDays: number): number {
  let days = schoolDays;
  while (schoolDaysSince(calendar, addDays(today, -days), today, schoolDays) < schoolDays)
    days += 1;
  return days;
}

/** Takes the questions that have come back, and has them right. */
export function recallWell(attune: Attune, actor: Actor): void {
  startRecall(attune, actor);
  for (const { id } of recallNow(attune, actor).open) {
    answerRecall(attune, actor, {
      id,
      pick: rightPick(recallQuestion(attune, actor, id).question),
    });
  }
}

/** Notes the n-th of the practices in the log. */
export async function notePractice(attune: Attune, actor: Actor, n: number): Promise<void> {
  const { lists } = await readPractices(attune.config.contentDir);
  if (!lists) throw new Error('The lists of the practice log cannot be read');
  const pick = (list: { id: string }[], at: number) => list[at % list.length]?.id ?? '';
  logPractice(attune, actor, lists, {
    id: uuid(),
    practice: pick(lists.practices, n),
    setting: pick(lists.settings, n),
    went: pick(lists.went, n % 3),
    barrier: n % 2 ? pick(lists.barriers, n) : '',
    next: pick(lists.next, n),
    note: n % 2 ? '' : 'The book stayed open for longer than last week.',
  });
}
