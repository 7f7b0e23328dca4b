import type { Answers } from './answers';
import type { Known } from './known';
import type { ListRow } from './list-row';

/** What a plan is made from. */
export interface Situation {
  rows: readonly ListRow[];
  staff: readonly Known[];
  /** E-mail addresses in the list that somebody at another school signs in with. */
  elsewhere: ReadonlySet<string>;
  answers: Answers;
  today: string;
}
