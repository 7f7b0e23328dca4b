/** What a school change can be, in the words of `org-change-log.csv`. In a file of its own, because pages show them in the browser. */
export const changeKinds = [
  'policy',
  'timetable',
  'environment',
  'supervision',
  'governor',
  'partner',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The ten themes of a whole-school approach; their wording is in content/frameworks/whole-school-a-j.yaml. */
export const changeThemes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
export type ChangeTheme = (typeof changeThemes)[number];

/** Who sees to it: roles from a list, so that no person's name can stand there. */
export const changeOwners = [
  'headteacher',
  'deputy or assistant head',
  'attachment lead',
  'designated teacher',
  'designated safeguarding lead',
  'SENCo',
  'pastoral lead',
  'phase, year or department lead',
  'class or form teachers',
  'support staff lead',
  'business manager or site lead',
  'governors',
  'another role',
] as const;
export type ChangeOwner = (typeof changeOwners)[number];

/** Why what is said of a change is said anew. */
export const revisionReasons = [
  'looked at again',
  'wrong date',
  'wrong details',
  'named somebody',
] as const;
export type RevisionReason = (typeof revisionReasons)[number];

export const changeWithdrawalReasons = [
  'recorded in error',
  'did not go ahead',
  'named somebody',
] as const;
export type ChangeWithdrawalReason = (typeof changeWithdrawalReasons)[number];
