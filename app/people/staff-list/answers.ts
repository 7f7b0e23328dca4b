import type { RoleGroup } from '~db/schema';

/** What whoever imports a list has decided about it so far. */
export interface Answers {
  /** By row number: a person’s id, or one of these. `stayed`: a leaver who never left. */
  rows: Record<string, string | 'new' | 'out' | 'stayed'>;
  /** By job title as the list writes it; '' is for rows that name no job. */
  jobs: Record<string, RoleGroup>;
  /** Those not in the list who have left, and their last day. */
  leavers: string[];
  leaveOn: string | null;
  /** The first day of whoever is new and has none in the list. */
  firstDay: string;
}

/** The role group decided on for a job title. A list may call a job anything, “constructor” too. */
export const jobDecided = ({ jobs }: Pick<Answers, 'jobs'>, job: string | null): RoleGroup | null =>
  (Object.hasOwn(jobs, job ?? '') && jobs[job ?? '']) || null;
