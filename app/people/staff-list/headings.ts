import type { Headings } from './read-table';

/** What a column of a staff list can be. */
export type Column =
  | 'name'
  | 'forename'
  | 'surname'
  | 'email'
  | 'staffNumber'
  | 'job'
  | 'teams'
  | 'contract'
  | 'startDate'
  | 'leaveDate'
  | 'workingDays';

/** Headings as schools’ systems and offices write them, in lower case without spaces and signs. */
const spellings: Record<Column, string> = {
  name: 'name fullname staffname staffmember employeename employee person preferredname displayname namesurname',
  forename:
    'forename forenames firstname firstnames givenname givennames first preferredforename preferredfirstname knownas chosenforename legalforename',
  surname: 'surname surnames lastname familyname last preferredsurname legalsurname',
  email:
    'email emailaddress mail workemail workemailaddress schoolemail schoolemailaddress primaryemail mainemail emailwork contactemail userprincipalname',
  staffNumber:
    'staffnumber staffno staffnum staffid staffcode payrollnumber payrollno payrollid payrollreference employeenumber employeeno employeeid empno empid personnelnumber personnelno',
  job: 'role roles rolegroup job jobtitle jobrole post posttitle postname position positiontitle stafftype staffgroup staffrole staffcategory roletitle mainrole',
  teams:
    'team teams department departments dept depts departmentteam yeargroup yeargroups year class classes phase faculty faculties subject subjects subjectarea',
  contract: 'contract contracttype typeofcontract employmenttype employmentstatus tenure',
  startDate:
    'startdate started start startedon dateofstart datestarted firstday firstdayatschool datejoined joined joiningdate joindate dateofjoining employmentstartdate employmentstart dateofemployment dateemployed schoolstartdate contractstartdate dateofarrival arrivaldate commencementdate',
  leaveDate:
    'leavedate leavingdate dateleft dateofleaving lastday lastdayatschool enddate employmentenddate leftdate leaverdate',
  workingDays:
    'workingdays workingpattern workdays daysworked worksdays daysofwork dayspattern workpattern days',
};

const columnOf = new Map<string, Column>(
  (Object.entries(spellings) as [Column, string][]).flatMap(([column, words]) =>
    words.split(' ').map((word) => [word, column] as const),
  ),
);

/** The column a heading stands for; null when Attune does not use it. */
export function readHeading(written: string): Column | null {
  const bare = written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^a-z]/g, '');
  return columnOf.get(bare) ?? null;
}

const hasName = (columns: ReadonlySet<Column>) =>
  columns.has('name') || (columns.has('forename') && columns.has('surname'));

/** What a staff list is known by. */
export const staffHeadings: Headings<Column> = {
  read: readHeading,
  enough: (columns) => columns.size >= 2 && hasName(columns),
  refusal:
    'The first row should say what each column holds, such as: Forename, Surname, E-mail, Role. We look for a name (or forename and surname) and at least one more heading that we know, and did not find them.',
};
