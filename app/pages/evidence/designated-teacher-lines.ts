import type { Module } from '~/course/module';
import { capitalised } from '~/people/staff-details';
import type { Standing } from '~/record/standing';
import type { CompletedVersion } from '~/record/summary/completed-versions.server';
import type { CoverageRow } from '~/record/summary/coverage-rows';
import type { CrosswalkLine } from '~/school-changes/crosswalk';
import { figureBehind, peopleBehind } from './links';
import { undone, whyNobody } from './summary-gaps';
import { aside, type Figure, type Said, type Section } from './summary-sections';
import type { Group } from './summary-trained.server';

/** The modules that cover a line of the guidance, and how far everyone has come with them. */
export interface Covering {
  /** Civil date. */
  asAt: string;
  modules: Pick<Module, 'slug' | 'title'>[];
  all: CoverageRow | undefined;
  roles: Group[];
  /** What of these modules was completed, as it was then. */
  versions: CompletedVersion[];
}

export const slugsOf = (modules: readonly Pick<Module, 'slug'>[]) =>
  modules.map(({ slug }) => slug);

export function besidePart(lines: CrosswalkLine[], asAt: string): Section {
  return {
    title: 'What the guidance asks of staff, and what stands beside it',
    blocks: [
      aside(
        'Completions of earlier school years too. For the other lines the school can add its own words, under Frameworks.',
      ),
      {
        type: 'list',
        items: lines.map((line) => [`${line.topic.title}: `, ...besideInWords(line, asAt)]),
      },
    ],
  };
}

/** Modules that cover the line and the school's own words for it: what a change or a session was about is not known. */
function besideInWords(
  { nothing, elsewhere, modules, note }: CrosswalkLine,
  asAt: string,
): (string | Figure)[] {
  if (nothing) return ['nothing yet.'];
  if (elsewhere && !note) return ['not recorded here.'];
  const said = [
    ...modules.map(({ module, title, trained, staff }) => [
      `“${title}”, `,
      {
        words: `${trained} of ${staff} staff`,
        to: figureBehind(trained, { asAt, module, completed: 'whole' }),
      },
    ]),
    ...(note ? [[`in the school’s own words: ${note.words.replace(/\.$/, '')}`]] : []),
  ];
  return said.flatMap((one, n) => [...one, n < said.length - 1 ? '; ' : '.']);
}

/** What of it is plainly missing. */
export function gapsOf({ asAt, modules, all, roles }: Covering, lines: CrosswalkLine[]): Said[] {
  const stand = modules.length > 0 ? all?.byTopic[0] : undefined;
  const of = slugsOf(modules);
  const to = (standing: Standing[]) => peopleBehind({ asAt, of, standing });
  const gaps: Said[] = [
    ...(stand && stand.trained < stand.staff
      ? [[...undone(stand, 'completed none of these modules', to), '.']]
      : []),
    ...roles.flatMap(({ roleGroup, roles: role, byTopic: [group] }): Said[] =>
      stand && group?.trained === 0
        ? [
            [
              `${capitalised(roleGroup ?? '')}: `,
              { words: 'nobody has completed one', to: peopleBehind({ asAt, of, role }) },
              `${whyNobody(group.staff - group.notAsked, group.inProgress + group.notStarted)}.`,
            ],
          ]
        : [],
    ),
    ...lines.filter(({ nothing }) => nothing).map(({ topic }) => `${topic.title}: nothing yet.`),
  ];
  return gaps.length > 0 ? gaps : ['Nothing that this record could tell.'];
}
