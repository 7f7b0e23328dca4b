import { readHeading as readStaffHeading } from '~/people/staff-list/headings';
import type { Headings } from '~/people/staff-list/read-table';

/** What a column of a list of past training can be. `perhapsTitle`: the course, or Mrs. */
export type PastColumn =
  | 'name'
  | 'forename'
  | 'surname'
  | 'email'
  | 'staffNumber'
  | 'title'
  | 'perhapsTitle'
  | 'heldOn'
  | 'provider'
  | 'hours'
  | 'minutes'
  | 'kind';

/** Headings as schools write them, in lower case without spaces and signs. */
const spellings: Partial<Record<PastColumn, string>> = {
  name: 'who attendee attendees delegate participant person attendedby',
  title:
    'course courses coursetitle coursename training trainingtitle trainingname trainingcourse nameofcourse nameoftraining titleoftraining titleofcourse what session sessiontitle sessionname event eventtitle topic cpd cpdtitle activity qualification',
  perhapsTitle: 'title',
  heldOn:
    'date when day dateattended datesattended attended attendedon dateoftraining trainingdate coursedate dateofcourse sessiondate eventdate datecompleted completed completedon completiondate dateofcompletion datetaken dateheld',
  provider:
    'provider trainingprovider providedby deliveredby deliverer trainer trainername organisation company facilitator ledby runby by',
  hours:
    'hours hrs hour duration length time cpdhours noofhours numberofhours totalhours hoursofcpd',
  minutes: 'minutes mins durationminutes durationmins lengthminutes',
  kind: 'kind type trainingtype typeoftraining cpdtype format method category',
};

const columnOf = new Map<string, PastColumn>(
  (Object.entries(spellings) as [PastColumn, string][]).flatMap(([column, words]) =>
    words.split(' ').map((word) => [word, column] as const),
  ),
);
const ofStaff: ReadonlySet<string> = new Set([
  'name',
  'forename',
  'surname',
  'email',
  'staffNumber',
] satisfies PastColumn[]);

/** The column a heading stands for; null when Attune does not use it. */
function readHeading(written: string): PastColumn | null {
  const bare = written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^a-z]/g, '');
  const found = columnOf.get(bare);
  if (found) return found === 'hours' && /\bmin/i.test(written) ? 'minutes' : found;
  const staff = readStaffHeading(written);
  return staff && ofStaff.has(staff) ? (staff as PastColumn) : null;
}

function enough(columns: ReadonlySet<PastColumn>): boolean {
  const who =
    columns.has('name') ||
    (columns.has('forename') && columns.has('surname')) ||
    columns.has('email') ||
    columns.has('staffNumber');
  return who && (columns.has('title') || columns.has('perhapsTitle')) && columns.has('heldOn');
}

/** What a list of past training is known by. */
export const pastHeadings: Headings<PastColumn> = {
  read: readHeading,
  enough,
  refusal:
    'The first row should say what each column holds, such as: Name, Course, Date, Provider, Hours. We look for who (a name, an e-mail address or a staff number), what and when, and did not find all three.',
};
