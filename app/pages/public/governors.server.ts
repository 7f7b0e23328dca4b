import type { AppLoadContext } from '@remix-run/node';
import { type OpenedLink, readLink } from '~/governors/links.server';
import { summaryAsAt } from '~/pages/evidence/summary.server';
import type { Summary } from '~/pages/evidence/summary-sections';
import { totalsAlone } from '~/pages/evidence/summary-totals';
import { chooseAsAt } from '~/record/as-at-choice.server';

/** What a governors' link shows: totals and nothing that opens to a row. Null for one that opens nothing. */
export async function sharedSummary(
  { attune }: Pick<AppLoadContext, 'attune'>,
  token: string | undefined,
): Promise<{ link: OpenedLink; summary: Summary } | null> {
  const link = readLink(attune, token ?? '');
  if (!link) return null;
  const { schoolId, schoolName } = link;
  const { date, size, began } = chooseAsAt(attune, schoolId, link.asAt);
  return {
    link,
    summary: totalsAlone(await summaryAsAt(attune, { schoolId, schoolName, date, size, began })),
  };
}
