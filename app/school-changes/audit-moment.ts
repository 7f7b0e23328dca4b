import type { ChangeTheme } from '~/record/change-kinds';
import { termOf } from '~/record/term';

export const baseline = 'baseline';

/** How a line stood at one moment, as it was last said by the day asked about. */
export interface AuditEntry {
  theme: ChangeTheme;
  /** `baseline`, or a term as in `termOf`. */
  moment: string;
  /** Null once taken out because they named somebody. */
  words: string | null;
  /** Civil date. */
  writtenOn: string;
  byRole: string;
}

/**
 * What saving writes today: the baseline when there is none, or on the day it was written; the term after that. Words that
 * were taken out leave room for others.
 */
export function momentToday(
  entries: readonly AuditEntry[],
  theme: ChangeTheme,
  today: string,
): string {
  const first = entries.find((one) => one.theme === theme && one.moment === baseline);
  return !first || first.words === null || first.writtenOn === today ? baseline : termOf(today);
}
