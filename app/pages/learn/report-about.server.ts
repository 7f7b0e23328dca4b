import { randomUUID } from 'node:crypto';
import type { Attune } from '~/context.server';
import { civilDateInWords } from '~/course/said';
import { readDraft } from '~/people/drafts.server';
import type { SignedIn } from '~/people/rights';
import { kindInWords } from '~/review/report-kinds';
import { answersAbout } from '~/review/reports.server';

/** The page that a report is about. */
interface About {
  module: string;
  /** Page id; empty for the module's first page. */
  page: string;
  contentHash: string;
}

/** What "Something wrong here?" needs to know of its page, in two queries. */
export function reportAbout(attune: Attune, who: SignedIn, { module, page, contentHash }: About) {
  const action = `/something-wrong/${module}${page ? `/${page}` : ''}`;
  const kept = readDraft(attune, who.personId, `${action}#report`);
  return {
    action,
    contentHash,
    /** Random, and no clock in it: it is all that an unnamed report is known by. */
    reportId: randomUUID(),
    kept: kept ? { fields: kept.fields, savedAt: new Date(kept.savedAt).toISOString() } : undefined,
    answers: answersAbout(attune.db, who.schoolId, module, page).map((one) => ({
      about: kindInWords(one.kind),
      answer: one.answer,
      on: civilDateInWords(one.closedOn),
    })),
  };
}

export type ReportAbout = ReturnType<typeof reportAbout>;
