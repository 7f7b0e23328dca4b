import type { WhoToTell } from '~db/schema';

/** The people of "who to tell", in the order of need, with the words of the form that asks for them. */
export const contacts: { key: keyof WhoToTell; label: string; hint: string }[] = [
  {
    key: 'safeguardingLead',
    label: 'Designated safeguarding lead',
    hint: 'The first person to tell about a child.',
  },
  {
    key: 'deputySafeguardingLead',
    label: 'Deputy safeguarding lead',
    hint: 'When the safeguarding lead cannot be reached.',
  },
  {
    key: 'childrensSocialCare',
    label: 'Children’s social care',
    hint: 'When neither can be reached: the local team’s name and number, out of hours too if they differ.',
  },
  { key: 'head', label: 'Headteacher', hint: 'About an adult in school.' },
  { key: 'chairOfGovernors', label: 'Chair of governors', hint: 'About the headteacher.' },
  {
    key: 'localAuthorityOfficer',
    label: 'Local authority designated officer',
    hint: 'About the headteacher, when the chair cannot be reached.',
  },
];
