import { z } from 'zod';

/** Which lines of the training record: every part that is given must hold. */
export const rowFilter = z.object({
  roleGroup: z.string().optional(),
  team: z.string().optional(),
  module: z.string().optional(),
  /** A person's id. */
  person: z.string().optional(),
});
export type RowFilter = z.infer<typeof rowFilter>;

export function isFiltered(filter: RowFilter): boolean {
  return Object.values(filter).some((part) => part !== undefined);
}
