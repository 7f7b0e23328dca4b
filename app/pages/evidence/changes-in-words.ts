import {
  type ChangeKind,
  type ChangeWithdrawalReason,
  changeKinds,
  changeOwners,
} from '~/record/change-kinds';

const kinds: Record<ChangeKind, string> = {
  policy: 'Policy',
  timetable: 'Timetable',
  environment: 'Rooms and grounds',
  supervision: 'Supervision and care for staff',
  governor: 'Governors',
  partner: 'Partners outside school',
};

export const kindOptions = changeKinds.map((value) => ({ value, label: kinds[value] }));
export const changeKindInWords = (kind: ChangeKind): string => kinds[kind];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const ownerOptions = changeOwners.map((value) => ({ value, label: capital(value) }));

export const revisionOptions = [
  { value: 'wrong date', label: 'A date was wrong' },
  { value: 'wrong details', label: 'Something else was wrong or left out' },
  {
    value: 'named somebody',
    label: 'The words named somebody',
    hint: 'What was written before is then taken out altogether, for past days too.',
  },
];

export const withdrawalOptions: { value: ChangeWithdrawalReason; label: string; hint?: string }[] =
  [
    { value: 'recorded in error', label: 'It was recorded by mistake' },
    { value: 'did not go ahead', label: 'It did not go ahead after all' },
    {
      value: 'named somebody',
      label: 'The words named somebody',
      hint: 'What was written is then taken out altogether, for past days too.',
    },
  ];

const reasons: Record<string, string> = {
  'looked at again': 'Looked at again',
  'wrong date': 'Put right: a date was wrong',
  'wrong details': 'Put right: something was wrong or left out',
  'named somebody': 'Put right: the words named somebody',
  'recorded in error': 'it was recorded by mistake',
  'did not go ahead': 'it did not go ahead after all',
};

/** Why something was said anew, or taken off. */
export const reasonInWords = (reason: string): string => reasons[reason] ?? reason;

const roles: Record<string, string> = {
  lead: 'the attachment lead',
  head: 'the headteacher',
  system: 'the set-up',
};

export const roleInWords = (role: string): string => roles[role] ?? role;

/** Said where words were taken out. */
export const takenOut = 'The words were taken out because they named somebody.';
