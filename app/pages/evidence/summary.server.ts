import type { Attune } from '~/context.server';
import { readPractices } from '~/course/practices.server';
import { civilDateInWords } from '~/course/said';
import { practiceThemes } from '~/learning/practice-themes.server';
import { firstAndLater } from '~/learning/understanding/first-and-later.server';
import { kindInWords, lengthInWords } from '~/pages/sessions/in-words';
import { londonDate } from '~/record/london-date';
import { monthsBetween } from '~/record/months';
import { sessionsAsAt } from '~/record/sessions-attended.server';
import { completedVersions, completionsByMonth } from '~/record/summary/coverage-summary.server';
import { changesAsAt } from '~/school-changes/change-log.server';
import { measuresAsAt } from '~/school-changes/impact.server';
import { summaryWordsAsAt } from '~/school-changes/summary-words.server';
import { monthInWords } from './month-in-words';
import { sealOf } from './seal.server';
import { changedSection, impactSection, understoodSection } from './summary-said';
import { aside, type Section, type Summary, saidOr, tableOr, text } from './summary-sections';
import { gapsIn, trainedSection } from './summary-trained.server';

interface Asked {
  schoolId: string;
  schoolName: string;
  /** Civil date, and how many events were on the record by its end. */
  date: string;
  size: number;
  began: string;
}

/**
 * The training record and impact summary, as at a day: nine headings, each with what there is or an honest “nothing yet”.
 * No name of anybody is in it.
 */
export async function summaryAsAt(attune: Attune, asked: Asked): Promise<Summary> {
  const { db } = attune;
  const { schoolId, schoolName, date, size } = asked;
  const today = londonDate(attune.now());
  const words = summaryWordsAsAt(db, schoolId, date);
  const trained = trainedSection(attune, asked);
  const changes = changesAsAt(db, schoolId, size);
  const measures = measuresAsAt(db, schoolId, date);
  const { lists } = await readPractices(attune.config.contentDir);
  const themes = practiceThemes(db, schoolId, lists, { date, today });
  const found = firstAndLater(db, schoolId, { date, today });
  return {
    ...{ schoolName, date },
    sections: [
      {
        title: '1. What we set out to do, and for whom',
        blocks: saidOr('The school has not written this down yet.', words.intent),
      },
      trained.section,
      sustainedSection(attune, asked),
      understoodSection(found, words['found hard']),
      changedSection(changes),
      {
        title: '6. What staff are trying',
        blocks: [
          tableOr(
            'Fewer than five people have noted anything in the practice log, or nobody has.',
            'From the practice log, people counted in fives',
            ['Term', 'Theme', 'People', 'What got in the way'],
            [...themes.rows]
              .filter(([, , people]) => people !== null)
              .map((row) => row.map((cell) => String(cell ?? ''))),
          ),
        ],
      },
      impactSection(measures),
      {
        title: '8. What is missing, and our next steps',
        blocks: [
          { type: 'list', items: gapsIn(trained, changes.length, measures.length) },
          ...saidOr('The school has not written its next steps down yet.', words['next steps']),
        ],
      },
      methodSection(attune, asked),
    ],
    seal: sealOf(attune, schoolId),
  };
}

function sustainedSection(
  { db }: Pick<Attune, 'db'>,
  { schoolId, date, size, began }: Asked,
): Section {
  const counts = completionsByMonth(db, schoolId, size);
  // Months without any are part of the truth.
  const months = counts.size === 0 ? [] : monthsBetween(began, date, counts).slice(-24);
  const sessions = sessionsAsAt(db, schoolId, size);
  const most = Math.max(0, ...months.map(({ n }) => n));
  return {
    title: '3. Sustained over time',
    blocks: [
      months.length === 0
        ? text('No module had been completed by then.')
        : {
            type: 'bars',
            caption: `Completions of all modules by month, beside the month with most (${most})`,
            rows: months.map(({ month, n }) => ({
              label: monthInWords(month),
              value: n,
              of: most,
            })),
          },
      tableOr(
        'No session or outside training is on the record.',
        'Sessions and outside training',
        ['Session', 'Day', 'Kind', 'How long', 'Attended'],
        sessions.map((one) => [
          one.title,
          civilDateInWords(one.heldOn),
          kindInWords(one.kind),
          lengthInWords(one.minutes),
          String(one.people),
        ]),
      ),
    ],
  };
}

function methodSection({ db }: Pick<Attune, 'db'>, { schoolId, date, size }: Asked): Section {
  const versions = completedVersions(db, schoolId, size);
  return {
    title: '9. How this was made',
    blocks: [
      text(
        `Completion is not impact. Everything above is as it was known at the end of ${civilDateInWords(date)}, from the school’s training record, in which nothing is changed: mistakes are put right by a new entry beside the old one. A module is completed when its pages were read, one scenario was worked through, the standard of its quiz was met and one thing to try was chosen. What staff understand is counted in fives of people and said in words, so that it tells of nobody. Figures of pupils are the school’s own. This is no grade, and nobody has approved it.`,
      ),
      tableOr(
        'No module had been completed by then.',
        'What was completed, by version',
        ['Module', 'Version', 'Minutes', 'People', 'What it covers'],
        versions.map((one) => [
          one.title,
          String(one.version),
          String(one.minutes),
          String(one.people),
          one.outcomes.join('; '),
        ]),
      ),
      aside('People who have left since are counted with the versions that they completed.'),
    ],
  };
}
