import type { Attune } from '~/context.server';
import { readPractices } from '~/course/practices.server';
import { practiceThemes } from '~/learning/practice-themes.server';
import { firstAndLater } from '~/learning/understanding/first-and-later.server';
import { londonDate } from '~/record/london-date';
import { changesAsAt } from '~/school-changes/change-log.server';
import { summaryWordsAsAt } from '~/school-changes/summary-words.server';
import { changedSection, triedSection, understoodSection } from './summary-said';
import type { Section } from './summary-sections';

/**
 * What stands beside completion on the same screen: what staff understood, what the school changed, what staff tried. The
 * summary's own sections, so that the two pages cannot differ; of the whole school alone. Six queries at most.
 */
export async function besideCompletion(
  attune: Attune,
  { schoolId, date, size }: { schoolId: string; date: string; size: number },
): Promise<Section[]> {
  const { db } = attune;
  const today = londonDate(attune.now());
  const { lists } = await readPractices(attune.config.contentDir);
  const found = firstAndLater(db, schoolId, { date, today });
  const words = summaryWordsAsAt(db, schoolId, date);
  const sections = [
    understoodSection(found, words['found hard']),
    changedSection(changesAsAt(db, schoolId, size)).section,
    triedSection(practiceThemes(db, schoolId, lists, { date, today }).rows).section,
  ];
  // On this page they stand alone, without the summary's numbers.
  return sections.map(({ title, blocks }) => ({ title: title.replace(/^\d+\. /, ''), blocks }));
}
