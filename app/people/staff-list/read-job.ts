import type { Contract, RoleGroup, RoleNames } from '~db/schema';
import { groupCalled } from '../role-names';
import { contracts, roleGroups } from '../staff-details';

/** In this order: a "pastoral teaching assistant" is counted with the pastoral staff, a "chair of governors" as a governor. */
const jobs: [RoleGroup, RegExp][] = [
  ['governor', /\b(governors?|trustees?)\b/],
  [
    'midday',
    /\b(mid ?day|lunch ?times?|mds|mdsa|msa|playground|dinner (ladies|lady|supervisors?))\b/,
  ],
  ['kitchen', /\b(kitchen|cooks?|chef|catering|canteen)\b/],
  [
    'site',
    /\b(site|caretakers?|premises|cleaners?|cleaning|grounds?|facilities|janitor|handyman)\b/,
  ],
  [
    'office',
    /\b(office|admin|administrators?|administration|administrative|receptionists?|secretary|bursar|business manager|sbm|clerk|clerical|finance|hr|data manager|exams? officer)\b/,
  ],
  [
    'leader',
    /\b(heads? ?teacher|head of school|executive head|deputy head|assistant head|deputy headteacher|assistant headteacher|principal|vice principal|senco|sendco|slt|leaders?|leadership|aht|dht)\b/,
  ],
  [
    'pastoral',
    /\b(pastoral|elsa|learning mentors?|mentors?|family|attendance|welfare|safeguarding|dsl|nurture|thrive|counsellors?|behaviour|inclusion|home school)\b/,
  ],
  [
    'teaching assistant',
    /\b(ta|tas|hlta|teaching assistants?|learning support( assistants?)?|lsa|lsas|classroom assistants?|sen support|send support|ta ?[1-5]|hltas|cover supervisors?|nursery (nurse|practitioner|assistant)s?|early years (practitioner|educator)s?|key workers?|one to one|1 ?to ?1|1 ?1|technicians?)\b/,
  ],
  [
    'teacher',
    /\b(teachers?|ect|nqt|qts|tutors?|lecturers?|instructors?|head of|subject lead|cover teacher)\b/,
  ],
];

const bare = (written: string) =>
  written
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * The role group that a job title belongs to; null when we do not know it.
 * @param names what the school calls its role groups
 */
export function readJob(written: string, names: RoleNames = {}): RoleGroup | null {
  const text = bare(written);
  const exactly = roleGroups.find((group) => group === text) ?? groupCalled(names, written);
  if (exactly) return exactly;
  // "Leader" says nothing of itself in "subject leader" or "phase leader": a teacher with a duty.
  if (/\b(subject|phase|year|key stage|curriculum) (leader|lead)\b/.test(text)) return 'teacher';
  return jobs.find(([, words]) => words.test(text))?.[0] ?? null;
}

const contractWords: [Contract, RegExp][] = [
  ['fixed term', /\b(fixed|temporary|temp|ftc|maternity cover|interim)\b/],
  ['agency', /\b(agency|supply|casual|bank)\b/],
  ['volunteer', /\b(volunteers?|voluntary)\b/],
  ['governor', /\b(governors?|trustees?)\b/],
  ['permanent', /\b(permanent|perm|open ended|ongoing|substantive)\b/],
];

export function readContract(written: string): Contract | null {
  const text = bare(written);
  const exactly = contracts.find((contract) => contract === text);
  return exactly ?? contractWords.find(([, words]) => words.test(text))?.[0] ?? null;
}
