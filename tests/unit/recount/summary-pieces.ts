import { kindInWords, lengthInWords } from '~/pages/sessions/in-words';
import type { Db } from '~db/client.server';
import { coverageFigures, type GroupFigures } from './coverage-figures';
import { between, isWhole, overview, sessionsHeld, tally } from './overview';
import { isThere, staffList } from './people';
import { listed, presences } from './presences';
import { type RawEvent, until } from './raw-events';
import { register } from './register-said';
import { changesTold } from './school-told';
import { toldBySchool, tried, type Understood, understoodBy } from './told-rows';
import { versionsCompleted } from './versions-completed';
import { allWays } from './ways';

interface Lists {
  themes: { id: string; title: string }[];
  practices: { id: string; theme: string }[];
  barriers: { id: string; title: string }[];
}

export interface Asked {
  school: string;
  date: string;
  today: string;
  order: string[];
  lists: Lists;
}

const long = (date: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
const short = (date: string) =>
  `${Number(date.slice(8))} ${new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(new Date(date))} ${date.slice(0, 4)}`;
const monthYear = (month = '') =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );
const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const shares = {
  0: 'few or none',
  20: 'some',
  40: 'about half',
  60: 'most',
  80: 'nearly all or all',
};

/** Groups of fewer than five stand together, with the smallest of the others where they are still fewer. */
export function pooled(rows: readonly GroupFigures[]): (GroupFigures & { label: string })[] {
  const named = rows.map((row) => ({ ...row, label: row.role ?? '' }));
  const bySize = [...named].sort((a, b) => a.headcount - b.headcount);
  const small = bySize.filter(({ headcount }) => headcount < 5);
  const people = small.reduce((sum, { headcount }) => sum + headcount, 0);
  if (small.length > 0 && people < 5) small.push(...bySize.slice(small.length).slice(0, 1));
  const [first] = small;
  if (!first) return named;
  const sum = (key: Exclude<keyof GroupFigures, 'role' | 'team' | 'since' | 'topics'>) =>
    small.reduce((total, row) => total + row[key], 0);
  return [
    ...named.filter((row) => !small.includes(row)),
    {
      ...first,
      ...{ headcount: sum('headcount'), assigned: sum('assigned') },
      ...{ ownAccord: sum('ownAccord'), closed: sum('closed') },
      ...{ completed: sum('completed'), known: sum('known'), within: sum('within') },
      label: small.map(({ label }) => label).join(', '),
    },
  ];
}

const months = ['09', '10', '11', '12', '01', '02', '03', '04', '05', '06', '07', '08'];
const yearOf = (month: string) => Number(month.slice(0, 4)) - (month.slice(5) < '09' ? 1 : 0);

/** A long table shows six rows and says how many there are; then the whole stands in an annex. */
const beginning = (rows: string[][]) =>
  rows.length > 6
    ? [...rows.slice(0, 6).flat(), `newest 6 of ${rows.length}`, `all ${rows.length}`]
    : rows.flat();

/** Who has not completed a module, and apart from them who cannot yet, and who is not asked to. */
function missing(of: ReturnType<typeof overview>['modules'][number]): string {
  const { title, trained, inProgress: begun, notStarted, notOpen, notAsked } = of;
  const late = begun + notStarted;
  const said = [
    late > 0 &&
      `${late} of ${trained + late} staff asked ${late === 1 ? 'has' : 'have'} not completed it`,
    notOpen > 0 && `${notOpen} not open yet`,
    notAsked > 0 && `${notAsked} not asked`,
  ];
  return `${title}: ${said.filter(Boolean).join('; ')}.`;
}

/** What the summary must say, heading by heading: every figure with the words beside it, in their order. */
export function summaryPieces(db: Db, everything: readonly RawEvent[], asked: Asked) {
  const { school, date, today, order, lists } = asked;
  const events = until(everything, date);
  const { modules, staff } = overview(everything, { date, teams: [], order, module: '' });
  const [all, ...groups] = coverageFigures(everything, date, []);
  if (!all) throw new Error('No figures');
  const roles = pooled(groups.filter(({ role }) => role !== null));
  const { ways } = allWays(events);
  const counts = tally(ways.filter(isWhole).map(({ doneOn }) => (doneOn ?? '').slice(0, 7)));
  const earned = ways.filter(isWhole);
  const there = new Set(
    staffList(events)
      .filter((person) => isThere(person, date))
      .map(({ id }) => id),
  );
  const away = earned.filter(({ person }) => !there.has(person)).length;
  const again = earned.length - away - all.completed;
  const spread = counts.size > 0 ? between(counts, events[0]?.recordedOn ?? date, date) : [];
  const sessions = sessionsHeld(events);
  const changes = changesTold(db, school, everything, date);
  const { measures, words } = toldBySchool(db, school, date);
  const versions = versionsCompleted(everything, date);
  const minutes = versions.map((one) => one.minutes);
  const lengths =
    all.assigned > 0 && minutes.length > 0
      ? [...new Set([Math.min(...minutes), Math.max(...minutes)])]
      : [];
  const [first, later4, later12] = understoodBy(db, school, date, today);

  const gaps = [
    ...(modules.length === 0 ? ['Nobody has been given a module yet.'] : []),
    ...modules.filter(({ trained }) => trained < staff).map(missing),
    ...roles
      .filter(({ completed }) => completed === 0)
      .map(({ label, assigned, closed }) => {
        const unasked = assigned === 0 ? ', and none of them is asked to' : '';
        const late = assigned > closed ? '' : ', and none that they were given is open yet';
        return `${capital(label)}: nobody has completed a module${unasked || late}.`;
      }),
    ...(changes.length === 0 ? ['No change in school is on the log.'] : []),
    ...(measures.length === 0 ? ['No figure of the school’s own stands beside the training.'] : []),
  ];
  const last = spread.slice(-12);
  const busy = last.filter(({ n }) => n > 0).length;
  const sessionRows = sessions.map((one) => [
    one.title,
    `${long(one.heldOn)}${listed(one)}`,
    kindInWords(one.kind),
    lengthInWords(one.minutes),
    String(one.people),
  ]);
  const whoWasThere = presences(events).all.some((p) => !p.takenBack && !there.has(p.person))
    ? ['Attended counts everyone who was there']
    : [];
  const changeRows = changes.map(({ what, why, on, themes }) => [
    what,
    why,
    long(on),
    themes.join(', '),
  ]);
  const triedRows = tried(db, school, lists, date, today);
  const measured = measures.map(({ what, before, after, on }) => [long(on), what, before, after]);
  const said = (words4: string, one: Understood | null | undefined) =>
    one
      ? `${words4}: ${one.fifth === null ? `${one.people} counted, too few` : `${shares[one.fifth]} (${one.people} counted)`}`
      : `${words4}: fewer than five to count`;
  const years = [...new Set(spread.map(({ month }) => yearOf(month)))].slice(-5);
  const pictured = spread.filter(({ month }) => years.includes(yearOf(month)));
  const versionRows = versions.map((one) => [
    one.title,
    String(one.version),
    String(one.minutes),
    one.first === one.last ? short(one.first) : `${short(one.first)} to ${short(one.last)}`,
    one.away === 0 ? String(one.people) : `${one.people}, of whom ${one.away}`,
    one.outcomes.join('; '),
  ]);

  return {
    sections: [
      [
        `${all.headcount} staff that day,`,
        `${plural(all.assigned, 'place', 'places')} on modules`,
        `${all.assigned - all.ownAccord} given to them`,
        ...(all.closed > 0 ? [`(${all.closed} of them not open yet)`] : []),
        ...(all.ownAccord > 0 ? [`${all.ownAccord} begun without being given`] : []),
        `Of these places, ${all.completed} completed.`,
        `${all.within} of ${all.headcount} people have completed at least one module or refresher in the last 24 months`,
        ...(last.length > 0
          ? [`in ${busy} of the last ${plural(last.length, 'month', 'months')}`]
          : ['No module had been completed']),
        `The record began on ${long(events[0]?.recordedOn ?? date)}.`,
        plural(sessions.length, 'session or course', 'sessions and courses'),
        plural(changes.length, 'change in school', 'changes in school'),
        plural(measures.length, 'figure of the school’s own', 'figures of the school’s own'),
        ...(gaps[0] === undefined
          ? ['Nothing that the record can tell is missing.']
          : [
              `Missing: ${gaps[0]}`,
              ...(gaps.length > 1 ? [`${gaps.length - 1} more under heading 8`] : []),
            ]),
      ],
      [words.intent ?? ''],
      [
        `that day: ${staff},`,
        ...modules.flatMap(({ title, trained }) => [title, `${trained} of ${staff}`]),
        'at least one in the last 24 months',
        ...[...roles, { ...all, label: 'all staff' }].flatMap((row) => [
          ...[capital(row.label), String(row.headcount), String(row.assigned)],
          ...(row.closed > 0 ? [`${row.closed} not open yet`] : []),
          ...(row.ownAccord > 0 ? [`${row.ownAccord} not given`] : []),
          ...[String(row.completed), `${row.within} of ${row.headcount} people`],
        ]),
        ...(lengths.length > 0 ? ['however short', ...lengths.map(String), 'minutes'] : []),
        ...(all.known > 0 ? [`${all.known} by “I know this already”`] : []),
      ],
      [
        ...(spread.length === 0 ? ['No module had been completed by then.'] : []),
        ...(pictured.length > 0
          ? [`from ${monthYear(pictured[0]?.month)} to ${monthYear(pictured.at(-1)?.month)}`]
          : []),
        ...years.flatMap((year) => [
          `${year}–${String(year + 1).slice(2)}`,
          ...months.map((month) => {
            const wanted = `${month < '09' ? year + 1 : year}-${month}`;
            return String(spread.find((one) => one.month === wanted)?.n ?? '–');
          }),
        ]),
        ...(spread.length > 0
          ? [
              `${earned.length} in all`,
              ...(away > 0 ? [`${away} by people who were not on the staff that day`] : []),
              ...(away > 0 ? ['heading 2'] : []),
              ...(again > 0 ? [`${again} of a module`] : []),
            ]
          : []),
        ...beginning(sessionRows),
        ...whoWasThere,
      ],
      [
        said('first go at a module’s quiz', first),
        said('4 school weeks later', later4),
        said('12 school weeks later', later12),
        words['found hard'] ?? '',
      ],
      beginning(changeRows),
      beginning(triedRows),
      measured.length > 3
        ? [
            ...measured.slice(0, 3).flatMap(withStep),
            `newest 3 of ${measured.length}`,
            `all ${measured.length}`,
          ]
        : measured.flatMap(withStep),
      [
        ...gaps,
        ...(modules.some(({ trained }) => trained < staff) ? ['Asked means given and open'] : []),
        words['next steps'] ?? '',
      ],
      [
        `end of ${long(date)}`,
        ...[...new Set(versions.map(({ module }) => module))].map((module) => {
          const of = versions.filter((one) => one.module === module);
          const numbers = [...new Set(of.map(({ version }) => `version ${version}`))];
          return `${of[0]?.title}: ${numbers.join(', ')}`;
        }),
      ],
    ],
    annexes: [
      [...versionRows.flat(), 'heading 2'],
      ...(sessionRows.length > 6 ? [[...sessionRows.flat(), ...whoWasThere]] : []),
      ...[changeRows, triedRows].filter((rows) => rows.length > 6).map((rows) => rows.flat()),
      ...(measured.length > 3 ? [measured.flatMap(withStep)] : []),
      register(everything, date, ways),
    ],
  };
}

const withStep = ([on, ...measure]: string[]) => [
  ...[...measure, 'Step 5 of the ladder', `Written down on ${on}`],
];
