import type { ReportKind } from '~db/schema/review';

/** What may be wrong with a page, as the form lists it. */
export const reportKinds: { value: ReportKind; label: string }[] = [
  { value: 'fact', label: 'Something here is not true, or out of date' },
  { value: 'unclear', label: 'I cannot understand it' },
  { value: 'unfair', label: 'It is unkind or unfair to somebody' },
  { value: 'not our school', label: 'It does not fit our school' },
  { value: 'broken', label: 'Something does not work' },
  { value: 'other', label: 'Something else' },
];

export function kindInWords(kind: ReportKind): string {
  return reportKinds.find(({ value }) => value === kind)?.label ?? kind;
}
