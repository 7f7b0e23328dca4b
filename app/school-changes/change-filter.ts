import type { ChangeKind, ChangeTheme } from '~/record/change-kinds';

/** Which changes: every part that is given must hold. */
export interface ChangeFilter {
  theme?: ChangeTheme;
  kind?: ChangeKind;
  /** Only those that were to be looked at again by this day (civil date). */
  dueBy?: string;
}

export const meets =
  ({ theme, kind, dueBy }: ChangeFilter) =>
  (change: {
    themes: readonly ChangeTheme[];
    kind: ChangeKind;
    reviewOn: string | null;
  }): boolean =>
    (theme === undefined || change.themes.includes(theme)) &&
    (kind === undefined || change.kind === kind) &&
    (dueBy === undefined || isDue(change, dueBy));

/** To be looked at again by a day (civil date). */
export const isDue = ({ reviewOn }: { reviewOn: string | null }, day: string): boolean =>
  reviewOn !== null && reviewOn <= day;
