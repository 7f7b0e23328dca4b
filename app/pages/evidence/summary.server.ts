import type { Attune } from '~/context.server';
import { readPractices } from '~/course/practices.server';
import { civilDateInWords } from '~/course/said';
import { practiceThemes } from '~/learning/practice-themes.server';
import { firstAndLater } from '~/learning/understanding/first-and-later.server';
import { countLater } from '~/record/later-entries.server';
import { londonDate } from '~/record/london-date';
import {
  type CompletedVersion,
  completedVersions,
} from '~/record/summary/completed-versions.server';
import { changesAsAt } from '~/school-changes/change-log.server';
import { measuresAsAt } from '~/school-changes/impact.server';
import { summaryWordsAsAt } from '~/school-changes/summary-words.server';
import { sealOf } from './seal.server';
import { lettered, versionsInShort, versionsSection } from './summary-annexes';
import { askedMeans, gapsIn } from './summary-gaps';
import { glanceSection } from './summary-glance';
import { registerSection } from './summary-register.server';
import { changedSection, impactSection, triedSection, understoodSection } from './summary-said';
import { aside, type Section, type Summary, saidOr, text } from './summary-sections';
import { sustainedSection } from './summary-sustained.server';
import { trainedSection } from './summary-trained.server';

interface Asked {
  schoolId: string;
  schoolName: string;
  /** Civil date, and how many events were on the record by its end. */
  date: string;
  size: number;
  began: string;
  /** With the named register as an annex: only for whoever may see names, and only when they ask. */
  register?: boolean;
}

/**
 * The training record and impact summary, as at a day: what matters at a glance, nine headings, each with what there is or
 * an honest “nothing yet”, then annexes. No name of anybody is in it but in the register, when that is asked for.
 */
export async function summaryAsAt(attune: Attune, asked: Asked): Promise<Summary> {
  const { db } = attune;
  const { schoolId, schoolName, date, size } = asked;
  const today = londonDate(attune.now());
  const words = summaryWordsAsAt(db, schoolId, date);
  const versions = completedVersions(db, schoolId, { date, size });
  const trained = trainedSection(attune, asked, versions);
  const sustained = sustainedSection(attune, asked, trained.all.completed);
  const changes = changesAsAt(db, schoolId, size);
  const changed = changedSection(changes);
  const measures = measuresAsAt(db, schoolId, date);
  const measured = impactSection(measures);
  const { lists } = await readPractices(attune.config.contentDir);
  const tried = triedSection(practiceThemes(db, schoolId, lists, { date, today }).rows);
  const found = firstAndLater(db, schoolId, { date, today });
  const recorded = { changes: changes.length, measures: measures.length };
  const seal = sealOf(attune, schoolId);
  const gaps = gapsIn({ ...trained, ...recorded, asAt: date });
  const missing = trained.modules.some(({ trained: of, staff }) => of < staff);
  return {
    ...{ schoolName, date },
    sections: [
      glanceSection({
        ...{ asAt: date, began: asked.began, all: trained.all, months: sustained.months, gaps },
        ...{ sessions: sustained.sessions, ...recorded },
      }),
      {
        title: '1. What we set out to do, and for whom',
        blocks: saidOr('The school has not written this down yet.', words.intent),
      },
      trained.section,
      sustained.section,
      understoodSection(found, words['found hard']),
      changed.section,
      tried.section,
      measured.section,
      {
        title: '8. What is missing, and our next steps',
        blocks: [
          { type: 'list', items: gaps },
          ...(missing ? [aside(askedMeans)] : []),
          ...saidOr('The school has not written its next steps down yet.', words['next steps']),
        ],
      },
      methodSection(date, versions),
    ],
    annexes: lettered([
      versionsSection(versions, date),
      sustained.annex,
      changed.annex,
      tried.annex,
      measured.annex,
      asked.register ? registerSection(db, schoolId, asked) : null,
    ]),
    later: seal.size > size ? countLater(db, schoolId, { date, size }) : 0,
    seal,
  };
}

function methodSection(date: string, versions: readonly CompletedVersion[]): Section {
  const completed = versionsInShort(versions);
  return {
    title: '9. How this was made',
    blocks: [
      text(
        `Completion is not impact. Everything above is as it was known at the end of ${civilDateInWords(date)}. Who has been trained, and when, and what we changed come from the school’s training record, in which nothing is changed: mistakes are put right by another entry, and the checkpoint below covers it. The rest it does not cover: what staff understand and try is counted in fives, so that it tells of nobody; the school’s own words and figures are as it last wrote them by then. A module is completed when its pages were read, alone or with a group, a scenario was worked through, the standard of its quiz was met and something to try was chosen. This is no grade, and nobody has approved it.`,
      ),
      text(
        completed.length === 0
          ? 'No module had been completed by then.'
          : `Versions completed (see Annex A): ${completed.join('; ')}.`,
      ),
    ],
  };
}
