import type { Tried } from '~db/schema/learning';

/** What may become of a commitment, in the words of the form. Each is a good answer. */
export const triedWords: Record<Tried, string> = {
  yes: 'Yes',
  'in part': 'In part',
  'not yet': 'Not yet',
  'no longer fits': 'It no longer fits',
};
