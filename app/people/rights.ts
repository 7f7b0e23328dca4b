import type { Role, RoleNames } from '~db/schema';

/** What a person may do, each named once. Every loader and action asks for one of these (see `guard.server.ts`). */
export type Right =
  | 'learn'
  | 'see a cohort they lead'
  | 'manage people'
  | 'keep the staff list'
  | 'give roles'
  | 'give the head’s role'
  | 'manage cohorts'
  | 'record sessions'
  | 'see module drafts'
  | 'see the training record'
  | 'export the training record'
  | 'record school changes'
  | 'read modules whole'
  | 'see what was hard'
  | 'prepare the school'
  | 'settle the trust'
  | 'see the trust';

/** Everyone on the staff list learns, leads and heads too. */
const rightsOf: Record<Role, readonly Right[]> = {
  staff: ['learn', 'see a cohort they lead'],
  lead: [
    'learn',
    'see a cohort they lead',
    'manage people',
    'keep the staff list',
    'give roles',
    'manage cohorts',
    'record sessions',
    'see module drafts',
    'read modules whole',
    'see what was hard',
    'prepare the school',
    'see the training record',
    'record school changes',
  ],
  /** The lead's while it lasts, but for giving roles: nobody passes on what was lent to them. */
  deputy: [
    'learn',
    'see a cohort they lead',
    'manage people',
    'keep the staff list',
    'manage cohorts',
    'see module drafts',
    'read modules whole',
    'see what was hard',
    'prepare the school',
    'see the training record',
  ],
  head: [
    'learn',
    'see a cohort they lead',
    'give roles',
    'give the head’s role',
    'see the training record',
    'export the training record',
    'record school changes',
    'read modules whole',
    'prepare the school',
    'settle the trust',
  ],
  /** Of several schools: totals of each, and a pathway for all. Of its own school no more than anybody on the staff. */
  'trust lead': ['learn', 'see the trust'],
  /** The staff list and nothing that anyone learned; nor a way in, with which one could sign in as somebody else. */
  office: ['keep the staff list'],
};

const allRoles = [
  'staff',
  'lead',
  'deputy',
  'head',
  'office',
  'trust lead',
] as const satisfies readonly Role[];

/** The same for people to read: what each right lets one do. */
export const rightsInWords: Record<Right, string> = {
  learn: 'Learn, and keep their own record and their own words',
  'see a cohort they lead': 'See how far each person of a cohort is, if they lead that cohort',
  'keep the staff list': 'Keep the staff list: details, last days, lists from a spreadsheet',
  'manage people': 'Give people a way in, and say who to tell',
  'manage cohorts':
    'Keep cohorts, give modules and pathways, send reminders, set term dates and teams',
  'record sessions': 'Put INSET days, meetings, courses and past training on the record',
  'see module drafts': 'Read drafts of modules, and reports of something wrong in them',
  'read modules whole': 'Read a whole module at once, as a reviewer does',
  'see what was hard': 'See what people found hard in a module, counted together and never by name',
  'prepare the school': 'Prepare the school: what staff are told, what will not change',
  'give roles': 'Give roles and take them away',
  'give the head’s role': 'Give the head’s role and take it away',
  'see the training record': 'See the training record',
  'export the training record': 'Export the training record',
  'record school changes':
    'Write down what the school changed, how the self-audit stands, and what the school measured',
  'settle the trust': 'Say whether the school is of a trust, and whether the trust sees names',
  'see the trust':
    'See totals of each school of the trust, add schools, give all of them a pathway',
};

/** Who has which right, in the order in which people read it. */
export const everyRight = Object.entries(rightsInWords).map(([right, words]) => ({
  words,
  roles: allRoles.filter((role) => rightsOf[role].includes(right as Right)),
}));

/** Someone signed in, as every loader and action receives them. */
export interface SignedIn {
  personId: string;
  schoolId: string;
  schoolName: string;
  name: string;
  roles: Role[];
  /** What their school calls its role groups. */
  roleNames: RoleNames;
  /** Here with a code for one module's quiz, used at `since` (UTC milliseconds): there are then no roles. */
  quiz: { module: string; since: number } | null;
  sharedDevice: boolean;
  /** Short tag that every form carries, so that a form opened by one person is never recorded as another's. */
  formTag: string;
}

export function may(who: Pick<SignedIn, 'roles'>, right: Right): boolean {
  return who.roles.some((role) => rightsOf[role].includes(right));
}

/** The role to put on the record for what they do under this right. */
export function roleActing(who: Pick<SignedIn, 'roles'>, right: Right): Role {
  return who.roles.find((role) => rightsOf[role].includes(right)) ?? 'staff';
}

/** Each person's own first screen. */
export function firstScreen(who: Pick<SignedIn, 'roles'> & { quiz?: unknown }): string {
  if (who.quiz) return '/by-code';
  if (who.roles.includes('lead')) return '/lead';
  if (who.roles.includes('head')) return '/evidence';
  if (who.roles.includes('deputy')) return '/lead';
  if (who.roles.includes('office')) return '/lead/people';
  return '/learn';
}
