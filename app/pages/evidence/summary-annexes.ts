import type { CompletedVersion } from '~/record/summary/completed-versions.server';
import { linesBehind } from './links';
import { shortDate } from './said';
import { type Said, type Section, tableOr, text } from './summary-sections';

/** A table that goes on in an annex when it is longer than this. */
const mostRows = 6;

/**
 * A table with its first rows; whoever wants the rest finds the whole in an annex.
 * @param about what the rows are: “change”, “changes”
 */
export function longTable(
  empty: string,
  caption: string,
  { head, rows }: { head: string[]; rows: Said[][] },
  about: string,
): { blocks: Section['blocks']; annex: Section | null } {
  const shown = rows.slice(0, mostRows);
  const more = rows.length - shown.length;
  if (more === 0) return { blocks: [tableOr(empty, caption, head, rows)], annex: null };
  const title = `${about.charAt(0).toUpperCase()}${about.slice(1)}, all ${rows.length}`;
  return {
    blocks: [
      tableOr(empty, caption, head, shown),
      text(
        `These are the newest ${mostRows} of ${rows.length}. The annex “${title}” has them all.`,
      ),
    ],
    annex: { title, blocks: [tableOr(empty, caption, head, rows)] },
  };
}

/**
 * What each version contained that somebody completed. It names nobody.
 * @param asAt civil date
 */
export function versionsSection(versions: readonly CompletedVersion[], asAt: string): Section {
  return {
    title: 'What each module version contained',
    blocks: [
      tableOr(
        'No module had been completed by then.',
        'Versions that somebody completed whole',
        ['Module', 'Version', 'Minutes', 'Completed', 'People', 'What it covers'],
        versions.map((one, n) => [
          one.title,
          corrects(one, versions.slice(0, n)) ? `${one.version}, corrected` : String(one.version),
          String(one.minutes),
          one.first === one.last
            ? shortDate(one.first)
            : `${shortDate(one.first)} to ${shortDate(one.last)}`,
          {
            words: peopleInWords(one),
            to: linesBehind({
              asAt,
              module: one.module,
              completed: 'whole',
              content: one.contentHash,
            }),
          },
          one.outcomes.join('; '),
        ]),
      ),
      text(
        'Minutes are those published for the whole version, and not the time that anyone took. Everyone is counted who completed the version, those too who were not on the staff that day, whom heading 2 leaves out; somebody who completed two versions is counted for both.',
      ),
    ],
  };
}

/** “25, of whom 1 was not on the staff that day”. */
function peopleInWords({ people, away }: CompletedVersion): string {
  if (away === 0) return String(people);
  return `${people}, of whom ${away} ${away === 1 ? 'was' : 'were'} not on the staff that day`;
}

const corrects = (one: CompletedVersion, before: readonly CompletedVersion[]) =>
  before.some(({ module, version }) => module === one.module && version === one.version);

/** In their order, each with its letter. */
export function lettered(annexes: readonly (Section | null)[]): Section[] {
  return annexes
    .filter((annex) => annex !== null)
    .map(({ title, blocks }, n) => ({
      title: `Annex ${String.fromCharCode(65 + n)}. ${title}`,
      blocks,
    }));
}

/** “Attachment patterns: version 1, version 2”, a module each. */
export function versionsInShort(versions: readonly CompletedVersion[]): string[] {
  const byModule = new Map<string, CompletedVersion[]>();
  for (const one of versions) byModule.set(one.module, [...(byModule.get(one.module) ?? []), one]);
  return [...byModule.values()].map((of) => {
    const numbers = [...new Set(of.map(({ version }) => version))].map((n) => `version ${n}`);
    return `${of.at(-1)?.title}: ${numbers.join(', ')}`;
  });
}
