import type { Grade, Review } from './module';

/** What each evidence grade means, in the words that readers see. */
const grades: Record<Grade, string> = {
  A: 'A, systematic reviews or trials that agree',
  B: 'B, controlled or long-term studies',
  C: 'C, before-and-after or interview studies, or professional consensus',
  T: 'T, theory',
  contested: 'contested, scholars disagree',
};

export function gradeInWords(grade: Grade): string {
  return grades[grade];
}

const asWritten = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2026-05-31` as “31 May 2026”. */
export function civilDateInWords(date: string): string {
  return asWritten.format(new Date(`${date}T00:00:00Z`));
}

/** Who reviewed a version, or that nobody from outside has. */
export function reviewedInWords(reviews: readonly Review[]): string {
  if (reviews.length === 0) return 'Not yet externally reviewed.';
  const each = reviews.map(
    ({ role, date, version }) => `${role} (version ${version}, ${civilDateInWords(date)})`,
  );
  return `Reviewed by ${each.join('; ')}.`;
}
