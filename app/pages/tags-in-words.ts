import type { Tag } from '~/course/module';

/** What a choice in a scenario does, as readers see it. */
export const tagsInWords: Record<Tag, string> = {
  escalates: 'adds heat',
  avoids: 'steps away',
  holds: 'holds steady',
  connects: 'connects',
  repairs: 'mends',
};
