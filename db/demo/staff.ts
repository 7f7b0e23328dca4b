import type { Contract, RoleGroup } from '../schema/people';

/** One module taken, counted back from the day of making. */
export interface Learned {
  daysAgo: number;
  how: 'met' | 'met at the second go' | 'known already' | 'mid-scenario' | 'some pages' | 'not yet';
}

/** One invented member of staff. Days are counted back from the day the demonstration school is made. */
export interface DemoPerson {
  name: string;
  roleGroup: RoleGroup;
  contract: Contract;
  teams: string[];
  /** Present on the day the school began with Attune unless they joined later. */
  joinedDaysAgo?: number;
  leftDaysAgo?: number;
  /** No school e-mail: joins by a printed slip and signs in with a staff number. */
  noEmail?: true;
  /** Keeps the staff list; the sign-in is printed. */
  office?: true;
  /** Came with the list that the office brought in. */
  fromList?: true;
  cohort: 'classroom' | 'teachers' | 'midday and site';
  /** When they took the first module of their cohort and how it went; absent: not started. */
  learned?: Learned;
  /** How it goes with the module after that, where their story says so; the others follow their cohort. */
  next?: Learned;
}

/** The day Attune was set up: about two terms ago. */
export const schoolBeganDaysAgo = 236;

export const demoSchool = {
  name: 'Millbrook Lane Primary School (demonstration)',
  urn: '999999',
  whoToTell: {
    safeguardingLead: { name: 'Margaret Osei', phone: '01632 960 101' },
    deputySafeguardingLead: { name: 'Daniel Whitlock', phone: '01632 960 102' },
    childrensSocialCare: { name: 'Millshire children’s social care', phone: '01632 960 200' },
    head: { name: 'Helen Cartwright', phone: '01632 960 100' },
    chairOfGovernors: { name: 'Anil Desai', phone: '01632 960 300' },
    localAuthorityOfficer: { name: 'Millshire designated officer', phone: '01632 960 210' },
  },
  willNotChange: `Safety comes first, and we tell Margaret or Daniel the same day.
The behaviour policy stands, and limits stay. What we are learning is how to hold them kindly.
Nobody is asked about their own childhood or family, in a meeting or anywhere else.
Training is in paid time. If the time does not come, say so, and the date moves.`,
} as const;

const at = (daysAgo: number, how: Learned['how'] = 'met'): Learned => ({
  daysAgo,
  how,
});
const ta = (name: string, team: string, rest: Partial<DemoPerson> = {}): DemoPerson => ({
  name,
  roleGroup: 'teaching assistant',
  contract: 'permanent',
  teams: [team],
  cohort: 'classroom',
  ...rest,
});
const teacher = (name: string, team: string, rest: Partial<DemoPerson> = {}): DemoPerson => ({
  name,
  roleGroup: 'teacher',
  contract: 'permanent',
  teams: [team],
  cohort: 'teachers',
  ...rest,
});
const other = (
  name: string,
  roleGroup: RoleGroup,
  team: string,
  rest: Partial<DemoPerson> = {},
): DemoPerson => ({
  name,
  roleGroup,
  contract: 'permanent',
  teams: [team],
  cohort: 'midday and site',
  ...rest,
});

/** Forty-two, besides the teaching assistant, lead and head whose sign-ins are printed too. */
export const demoStaff: DemoPerson[] = [
  ta('Amina Yusuf', 'Reception', { learned: at(201) }),
  ta('Bethan Price', 'Reception', { learned: at(196) }),
  ta('Callum Reid', 'Year 1', { learned: at(189, 'met at the second go') }),
  ta('Dorota Nowak', 'Year 1', { learned: at(181) }),
  ta('Ewan Fraser', 'Year 2', { learned: at(166) }),
  ta('Farah Siddiqui', 'Year 2', { learned: at(150) }),
  ta('Grace Adeyemi', 'Year 3', { learned: at(139, 'known already') }),
  ta('Hollie Marsh', 'Year 3', { leftDaysAgo: 95, learned: at(172) }),
  ta('Imran Qureshi', 'Year 4', { learned: at(71) }),
  ta('Josie Kendall', 'Year 5', { learned: at(12, 'some pages') }),
  ta('Kwame Boateng', 'Year 5', { learned: at(44) }),
  ta('Lucia Ferreira', 'Year 6', { learned: at(2, 'mid-scenario') }),
  ta('Megan Tudor', 'Year 6', { fromList: true, joinedDaysAgo: 80, learned: at(38) }),
  ta('Nadia Rahman', 'Nurture', { learned: at(203) }),
  ta('Owen Blackwell', 'Nurture', { fromList: true, contract: 'fixed term', joinedDaysAgo: 76 }),
  ta('Paula Grimshaw', 'Year 4', { contract: 'agency', joinedDaysAgo: 52 }),
  ta('Ravi Menon', 'Year 2', { contract: 'agency', joinedDaysAgo: 24, learned: at(9, 'not yet') }),
  teacher('Sarah Linden', 'Reception', { learned: at(143) }),
  teacher('Tomasz Zielinski', 'Year 1', { learned: at(136) }),
  teacher('Uzma Khalid', 'Year 2', { learned: at(131, 'known already') }),
  teacher('Victoria Hale', 'Year 3', { learned: at(68) }),
  teacher('William Achebe', 'Year 4', { learned: at(61, 'met at the second go') }),
  teacher('Xanthe Doyle', 'Year 5', { leftDaysAgo: 88 }),
  teacher('Yasmin Clarke', 'Year 5', { fromList: true, joinedDaysAgo: 81, learned: at(55) }),
  teacher('Zachary Moore', 'Year 6'),
  teacher('Alice Pemberton', 'Year 6', { contract: 'fixed term', learned: at(30) }),
  teacher('Benedict Okafor', 'Music', { learned: at(5, 'some pages') }),
  teacher('Chandra Iyer', 'Year 3'),
  { ...teacher('Margaret Osei', 'Leadership', { learned: at(210) }), roleGroup: 'leader' },
  {
    ...teacher('Daniel Whitlock', 'Leadership', { learned: at(204, 'known already') }),
    roleGroup: 'leader',
  },
  { ...teacher('Fiona McAllister', 'Pastoral', { learned: at(207) }), roleGroup: 'pastoral' },
  other('Gill Tranter', 'midday', 'Midday', { noEmail: true, learned: at(64) }),
  other('Hassan Demir', 'midday', 'Midday', { noEmail: true }),
  other('Iris Pollard', 'midday', 'Midday', {
    noEmail: true,
    learned: at(33, 'met at the second go'),
  }),
  other('Joan Birch', 'midday', 'Midday', { noEmail: true }),
  other('Keisha Brown', 'midday', 'Midday', { noEmail: true, joinedDaysAgo: 70, learned: at(18) }),
  other('Linda Eccles', 'office', 'Office', { office: true, learned: at(58) }),
  other('Mohammed Ali', 'office', 'Office', { learned: at(47) }),
  other('Neil Hargreaves', 'site', 'Site', { noEmail: true }),
  other('Olga Petrova', 'kitchen', 'Kitchen', { noEmail: true, learned: at(26) }),
  other('Pete Rowntree', 'kitchen', 'Kitchen', { noEmail: true, leftDaysAgo: 40 }),
  other('Anil Desai', 'governor', 'Governors', { contract: 'governor', learned: at(78) }),
];
