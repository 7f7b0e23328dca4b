import { z } from 'zod';
import { stepDates } from '~/cohorts/pace';
import { type PathwayOnOffer, pathwayOnOffer, type Shelf } from '~/cohorts/pathways.server';
import type { Dated } from '~/cohorts/term-dates-form';
import { calendarOf } from '~/cohorts/year-in-words';
import { dateField } from '~/pages/typed-fields.server';
import { isCivilDate } from '~/record/london-date';
import { paidFields } from './paid-form.server';

/** What has been chosen so far: nothing, or a pathway and a first day. */
export interface PathwayChosen {
  pathway: PathwayOnOffer;
  startsOn: string;
}

/** What was chosen, as far as it can be read; null until both are there. */
export function chosenFrom(
  shelf: Shelf,
  { pathway, startsOn }: { pathway?: string; startsOn?: string },
): PathwayChosen | null {
  if (!pathway || !startsOn || !isCivilDate(startsOn)) return null;
  if (!shelf.pathways().some(({ id }) => id === pathway)) return null;
  return { pathway: pathwayOnOffer(shelf, pathway), startsOn };
}

/** The fields as the school's calendar fills them: paid minutes are those published, up to the next five. */
export function proposedFields(
  { pathway, startsOn }: PathwayChosen,
  dates: readonly Dated[],
): Record<string, string> {
  const calendar = calendarOf(dates);
  const values: Record<string, string> = {};
  for (const { module, minutes, ...weeks } of pathway.steps) {
    const { opensOn, dueOn } = stepDates(calendar, startsOn, weeks);
    values[`opensOn.${module}`] = opensOn;
    values[`dueOn.${module}`] = dueOn;
    values[`paidMinutes.${module}`] = String(Math.ceil(minutes / 5) * 5);
  }
  return values;
}

/** The form for the modules that are still to be given; `today` is a civil date. */
export function pathwayFields(modules: readonly string[], today: string) {
  const { paidMinutes, paidTime } = paidFields(today);
  const fields: Record<string, z.ZodType> = {};
  for (const module of modules) {
    fields[`opensOn.${module}`] = dateField('Choose the day on which it opens.', today);
    fields[`dueOn.${module}`] = dateField('Choose the day by which it should be done.', today);
    fields[`paidMinutes.${module}`] = paidMinutes;
  }
  return z.object({ ...fields, paidTime });
}

/** The steps as typed. A day that cannot be read is empty, paid minutes then 0. */
export function stepsTyped(modules: readonly string[], typed: (name: string) => string) {
  return modules.map((module) => ({
    module,
    opensOn: typed(`opensOn.${module}`),
    dueOn: typed(`dueOn.${module}`),
    paidMinutes: Math.trunc(Number(typed(`paidMinutes.${module}`))) || 0,
  }));
}
