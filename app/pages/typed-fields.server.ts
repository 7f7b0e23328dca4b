import { z } from 'zod';
import { lineProblem } from '~/people/one-line';
import { isCivilDate } from '~/record/london-date';
import { dayProblem } from '~/record/plausible-day';

/** Said of what cannot be used, in the words of a function; nothing is said where it gives null. */
export const unless =
  (problem: (text: string) => string | null) => (text: string, context: z.RefinementCtx) => {
    const message = problem(text);
    if (message) context.addIssue({ code: 'custom', message });
  };

/** A name, or another line of somebody's typing; it may be empty. */
export const lineField = (most = 200) =>
  z.string().trim().max(most, `Use at most ${most} characters.`).superRefine(unless(lineProblem));

/** A day, as a date field sends it, in a year that may well be meant. `today` is a civil date. */
export const dateField = (missing: string, today: string) =>
  z.string().superRefine(unless((day) => (isCivilDate(day) ? dayProblem(day, today) : missing)));
