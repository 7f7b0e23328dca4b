import type { Attune } from '~/context.server';
import type { Framework } from '~/course/module';
import { civilDateInWords } from '~/course/said';
import { kindInWords, lengthInWords } from '~/pages/sessions/in-words';
import { capitalised } from '~/people/staff-details';
import { academicYear } from '~/record/london-date';
import { sessionsAsAt, sessionsOfOthers } from '~/record/sessions-attended.server';
import { completedVersions } from '~/record/summary/completed-versions.server';
import { coverageSummary } from '~/record/summary/coverage-summary.server';
import { changesAsAt } from '~/school-changes/change-log.server';
import { coversLine, crosswalk } from '~/school-changes/crosswalk';
import { summaryWordsAsAt } from '~/school-changes/summary-words.server';
import { surroundingsAsAt } from '~/school-changes/surroundings.server';
import { besidePart, type Covering, gapsOf, slugsOf } from './designated-teacher-lines';
import { figureBehind, linesBehind, peopleBehind } from './links';
import { attendedCounts, heldInWords } from './said';
import { askedMeans } from './summary-gaps';
import { aside, type Section, saidOr, tableOr, text } from './summary-sections';
import { howeverShort, withoutSmall } from './summary-trained.server';

/** Id of what the guidance asks, in `content/frameworks/`. */
export const guidance = 'designated-teacher';

interface Asked {
  schoolId: string;
  /** Civil date, how many events were on the record by its end, and the record's first day. */
  date: string;
  size: number;
  began: string;
}

/**
 * For the designated teacher’s report to governors, as at a day: what staff learned of what can affect children who are
 * looked after or were before. Of staff alone and without names; nothing of any pupil is known here.
 */
export function designatedTeacherAsAt(attune: Attune, asked: Asked): Section[] {
  const { db, course } = attune;
  const { schoolId, date, size } = asked;
  const framework = course.frameworks().find(({ id }) => id === guidance);
  if (!framework) return [notRead];
  const modules = course
    .modules()
    .filter((module) => framework.topics.some((topic) => coversLine(module, guidance, topic)));
  const slugs = modules.map(({ slug }) => slug);
  const rows = coverageSummary(db, schoolId, asked, [slugs, ...slugs.map((slug) => [slug])]);
  const lines = crosswalk(framework, surroundingsAsAt(attune, schoolId, asked)).filter(
    ({ hidden }) => !hidden,
  );
  const year = academicYear(date);
  const changes = changesAsAt(db, schoolId, size).filter(
    ({ changedOn }) => academicYear(changedOn) === year,
  );
  const [all] = rows;
  const roles = withoutSmall(rows.filter(({ roleGroup }) => roleGroup !== null));
  const versions = completedVersions(db, schoolId, asked).filter((one) =>
    slugs.includes(one.module),
  );
  const covering = { asAt: date, modules, all, roles, versions };
  return [
    trainedPart(covering),
    sessionsPart(attune, asked, year),
    {
      title: 'What we changed this school year',
      blocks: [
        tableOr(
          'Nothing is on the change log of this school year yet.',
          'From the change log, the newest first',
          ['What changed', 'Why', 'Day'],
          changes.map(({ words, changedOn }) => [
            words?.what ?? 'A change whose words were taken out',
            words?.why ?? '',
            civilDateInWords(changedOn),
          ]),
        ),
      ],
    },
    besidePart(lines, date),
    {
      title: 'What is missing, and what comes next',
      blocks: [
        { type: 'list', items: gapsOf(covering, lines) },
        ...(modules.length > 0 ? [aside(askedMeans)] : []),
        ...saidOr(
          'The school has not written its next steps down yet.',
          summaryWordsAsAt(db, schoolId, date)['next steps'],
        ),
      ],
    },
    methodPart(framework, date),
  ];
}

const notRead: Section = {
  title: 'What the guidance asks of staff',
  blocks: [
    text(
      `There is no file for it among the frameworks of the content folder (${guidance}.yaml), or it cannot be read, so this page cannot be made.`,
    ),
  ],
};

function trainedPart({ asAt, modules, all, roles, versions }: Covering): Section {
  const staff = all?.headcount ?? 0;
  if (modules.length === 0) {
    const none = 'No module that is open here covers it.';
    return { title: 'Who has learned about it', blocks: [text(none)] };
  }
  const each = modules.map(({ slug, title }, n) => ({
    slug,
    title,
    n: all?.byTopic[n + 1]?.trained ?? 0,
  }));
  const someone = each.filter(({ n }) => n > 0).map(({ slug }) => slug);
  const slugs = slugsOf(modules);
  return {
    title: 'Who has learned about it',
    blocks: [
      text([
        'Out of everyone on the staff that day: ',
        { words: String(staff), to: peopleBehind({ asAt, of: slugs }) },
        `. Counted are those who have completed at least one module about attachment, about what affects learning, or about how to support these children${howeverShort(versions)}.`,
      ]),
      {
        type: 'bars',
        caption: 'At least one of these modules, by role group',
        rows: roles.map(({ roleGroup, roles: role, headcount, byTopic: [stand] }) => {
          const n = stand?.trained ?? 0;
          return {
            ...{ label: capitalised(roleGroup ?? ''), value: n, of: headcount },
            to: figureBehind(n, { asAt, role, of: n > 0 ? someone : slugs, completed: 'whole' }),
          };
        }),
      },
      {
        type: 'bars',
        caption: 'Each of them, of all staff',
        rows: each.map(({ slug, title, n }) => ({
          ...{ label: title, value: n, of: staff },
          to: figureBehind(n, { asAt, module: slug, completed: 'whole' }),
        })),
      },
    ],
  };
}

function sessionsPart({ db }: Attune, { schoolId, date, size }: Asked, year: string): Section {
  const held = sessionsAsAt(db, schoolId, size).filter(
    ({ heldOn }) => academicYear(heldOn) === year,
  );
  const others = sessionsOfOthers(db, schoolId, { date, size });
  const counts = held.some(({ session }) => others.has(session)) ? ` ${attendedCounts}` : '';
  return {
    title: 'Sessions and outside training this school year',
    blocks: [
      tableOr(
        'None is on the record.',
        'All that is on the record',
        ['Session', 'Day', 'Kind', 'How long', 'Attended'],
        held.map((one) => [
          one.title,
          heldInWords(one),
          kindInWords(one.kind),
          lengthInWords(one.minutes),
          {
            words: String(one.people),
            to: linesBehind({ asAt: date, session: one.session, completed: 'sessions' }),
          },
        ]),
      ),
      aside(
        `The record does not know what a session was about: say in the report which of them matter here.${counts}`,
      ),
    ],
  };
}

function methodPart({ asOf, reviewBy, cites }: Framework, date: string): Section {
  return {
    title: 'How this was made',
    blocks: [
      text(
        `From the school’s training record as it stood at the end of ${civilDateInWords(date)}. Completion is not impact. Role groups of fewer than five stand together. There is nothing about any pupil here, and nothing about how many there are: what they achieve, their plans and what was spent for them come from the school’s own data, and belong in the report beside this.`,
      ),
      aside(
        `What the guidance asks of staff is a paraphrase in our own words, as it stood on ${civilDateInWords(asOf)}, made from what others report of it, and not its wording: before you quote it, read the guidance itself.${cites ? ` ${cites.citation}${cites.url ? ` ${cites.url}` : ''}` : ''} To be checked again by ${civilDateInWords(reviewBy)}.`,
      ),
    ],
  };
}
