/** A module as a cohort was given it. Dates are civil dates. */
export interface Given {
  assignmentId: string;
  /** Its slug. */
  module: string;
  cohortId: string;
  cohort: string;
  dueOn: string;
  /** In the lead's words. */
  paidTime: string;
}

/** Why somebody may need a hand; `module` is a title. */
export type Reason =
  | { kind: 'asked for a hand'; module: string }
  | { kind: 'overdue'; module: string; dueOn: string; begun: boolean; given: Given | null }
  /** `startsOn`: when their first day is still to come. */
  | { kind: 'no way in'; startsOn: string | null }
  | { kind: 'way in ended'; on: string }
  | { kind: 'way in unused'; until: string }
  | { kind: 'due soon'; module: string; dueOn: string; given: Given | null };

export interface Named {
  personId: string;
  name: string;
}

/** Somebody with what may be in their way, the first of which says what to do. */
export interface InNeed extends Named {
  reasons: [Reason, ...Reason[]];
}

/** Most of a cohort is late with one module. */
export interface LateCohort {
  given: Given;
  /** The module's title. */
  title: string;
  people: Named[];
  /** How many are in the cohort. */
  of: number;
}
