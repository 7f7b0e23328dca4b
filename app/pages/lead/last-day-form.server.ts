import { z } from 'zod';
import { putLastDayRight } from '~/cohorts/last-day.server';
import type { Attune } from '~/context.server';
import { civilDateInWords } from '~/course/said';
import { byField, readForm, refuse } from '~/pages/form-answer.server';
import { changedSince } from '~/pages/meanwhile.server';
import { dateField } from '~/pages/typed-fields.server';
import type { Actor } from '~/people/actor';
import { recordLeaving } from '~/people/staff.server';
import { readStaffMember, type StaffMember } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';

const leaving = (today: string) =>
  z.object({ leaveDate: dateField('Choose their last day at the school.', today) });
const lastDay = (today: string) =>
  z.object({
    why: z.enum(['mistake', 'wrong day', 'came back'], 'Choose what is to be put right.'),
    day: z.union([z.literal(''), dateField('Choose the day.', today)]),
  });

type Answered = { done: string; answer: null } | { answer: ReturnType<typeof refuse> };

/** What the forms of `<LeavingForms>` rest on. */
export const lastDayValues = ({ leaveDate }: Pick<StaffMember, 'leaveDate'>) => ({
  leaveDate: leaveDate ?? '',
});

/** Carries out either form of `<LeavingForms>`, unless the last day is another since the page was opened. */
export function answerLastDay(
  attune: Attune,
  actor: Actor,
  personId: string,
  form: FormData,
): Answered {
  const today = londonDate(attune.now());
  const { leaveDate } = readStaffMember(attune.db, actor.schoolId, personId);
  if (changedSince(form, 'leaveDate', leaveDate ?? ''))
    return { answer: anotherNow(form, leaveDate) };
  if (form.get('formId') === 'leaving') {
    const { value, answer } = readForm(form, leaving(today));
    if (answer) return { answer };
    recordLeaving(attune, actor, personId, value.leaveDate);
    return { done: 'leaving', answer };
  }
  const { value, answer } = readForm(form, lastDay(today), (typed) => {
    const missing = typed('why') !== 'mistake' && typed('day') === '';
    return missing ? byField([{ field: 'day', message: 'Choose the day.' }]) : {};
  });
  if (answer) return { answer };
  putLastDayRight(attune, actor, personId, value);
  return { done: value.why === 'came back' ? 'back' : 'lastDay', answer };
}

/** The page has the other form by now, so what was typed goes into that. */
function anotherNow(sent: FormData, leaveDate: string | null) {
  const form = new FormData();
  const day = sent.get(sent.get('formId') === 'leaving' ? 'leaveDate' : 'day') ?? '';
  form.set('formId', leaveDate === null ? 'leaving' : 'lastDay');
  form.set(leaveDate === null ? 'leaveDate' : 'day', day);
  form.set('why', sent.get('why') ?? 'wrong day');
  const since = 'Somebody changed the last day while you had this page open.';
  const errors: Record<string, string[]> =
    leaveDate === null
      ? { leaveDate: [`${since} They have none now. If they are leaving, record it again.`] }
      : {
          why: [
            `${since} It is ${civilDateInWords(leaveDate)} now. If that is wrong, say so here.`,
          ],
        };
  return refuse(form, errors);
}
