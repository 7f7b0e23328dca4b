import { z } from 'zod';
import { isCivilDate } from '../london-date';
import { rowFilter } from '../row-filter';

/** What an export is asked for: the day, which lines, and whether names go with them. */
export const exportChoice = z.object({
  asAt: z.string().refine(isCivilDate, 'Give the date as YYYY-MM-DD, for example 2026-03-31.'),
  filter: rowFilter,
  names: z.boolean(),
});
export type ExportChoice = z.infer<typeof exportChoice>;
