import type { Attune } from '~/context.server';
import { reviewedInWords } from '~/course/said';
import type { SignedIn } from '~/people/rights';
import { listStaff } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';
import { openModules } from '~/review/opened-modules.server';
import { signedInWords } from '~/review/sign-off-words';
import { signOffs } from '~/review/sign-offs.server';
import { asText } from './as-text.server';
import { fillIn } from './fill-in';
import { type GuideSection, sectionsOf } from './guide-sections';
import { knownTo } from './known.server';

function sections(attune: Attune, who: SignedIn): GuideSection[] {
  const guide = attune.course.guide('before-you-start');
  const known = knownTo(attune, who);
  return (guide ? sectionsOf(guide) : []).map(({ title, numbered, html }) => ({
    title: fillIn(title, known),
    numbered,
    html: fillIn(html, known),
  }));
}

/** The slides to show staff: the numbered sections of the guide, with what Attune knows filled in. */
export function slidesOf(attune: Attune, who: SignedIn): GuideSection[] {
  return sections(attune, who).filter(({ numbered }) => numbered);
}

/** The e-mail to staff as plain text: the guide's first section without a number. */
export function staffEmail(attune: Attune, who: SignedIn): string | null {
  const email = sections(attune, who).find(({ numbered }) => !numbered);
  return email ? asText(email.html, attune.config.origin) : null;
}

/** Every module that has passed its checks, opened to staff or not: its minutes, and who has read which version of it. */
export function modulesToStart({ db, course }: Pick<Attune, 'db' | 'course'>, schoolId: string) {
  const signed = signOffs(db, schoolId);
  const open = new Set(openModules({ db, course }, schoolId).map(({ slug }) => slug));
  return course.modules().map(({ slug, title, version, minutes, contentHash, reviewed }) => ({
    slug,
    title,
    version,
    minutes,
    open: open.has(slug),
    reviewed: reviewedInWords(reviewed),
    signed: signed.filter((one) => one.contentHash === contentHash).map(signedInWords),
    /** Somebody signed another version of it, which no longer counts. */
    signedBefore: signed.some((one) => one.module === slug && one.contentHash !== contentHash),
  }));
}

/** Everyone on the staff list who has begun and not left. */
export function staffToday({ db, now }: Pick<Attune, 'db' | 'now'>, schoolId: string): number {
  const today = londonDate(now());
  return listStaff(db, schoolId).filter(
    ({ startDate, leaveDate }) => startDate <= today && (!leaveDate || leaveDate >= today),
  ).length;
}
