import type { Db } from '~db/client.server';

/** What never is an event, read from its rows as they are: answers' outcomes, questions that came back, notes, words. */

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });
const dayOf = (at: number) => london.format(at);
/** Of a civil date: the year in which its school year began. */
const schoolYear = (date: string) => Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);

interface Deed {
  person: string;
  series: string;
  well: number;
}

/** People of each series in the order in which they came, each once, in fives; whoever is over waits. */
function fives(deeds: readonly Deed[]): Deed[] {
  return [...new Set(deeds.map(({ series }) => series))].flatMap((series) => {
    const first = deeds.filter(
      (deed, n) =>
        deed.series === series &&
        deeds.findIndex((d) => d.series === series && d.person === deed.person) === n,
    );
    return first.slice(0, first.length - (first.length % 5));
  });
}

export interface Understood {
  people: number;
  /** Of a hundred: the lower end of its fifth; null of fewer than ten. */
  fifth: 0 | 20 | 40 | 60 | 80 | null;
}

function understood(deeds: readonly Deed[]): Understood | null {
  const counted = fives(deeds);
  if (counted.length === 0) return null;
  if (counted.length < 10) return { people: counted.length, fifth: null };
  const share = counted.reduce((sum, { well }) => sum + well, 0) / counted.length;
  const fifth = share <= 0.2 ? 0 : share <= 0.4 ? 20 : share <= 0.6 ? 40 : share < 0.8 ? 60 : 80;
  return { people: counted.length, fifth };
}

/** First goes, then questions that came back after 4 and after 12 weeks. */
export function understoodBy(
  { $client }: Db,
  school: string,
  date: string,
  today: string,
): (Understood | null)[] {
  const goes = $client
    .prepare<[string], { id: string; person: string; module: string; at: number; well: number }>(
      `select a.id, e.person_id as person, e.module, a.marked_at as at, a.standard_met as well
       from attempt a, enrolment e where e.id = a.enrolment_id and e.school_id = ? and a.marked_at > 0`,
    )
    .all(school)
    .filter(({ at }) => dayOf(at) <= date)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const asked = $client
    .prepare<
      [string],
      {
        id: string;
        person: string;
        module: string;
        weeks: number;
        at: number;
        well: number;
        on: number;
      }
    >(
      `select r.id, e.person_id as person, e.module, r.weeks, r.answered_at as at, r.right as well, r.asked_at as 'on'
       from recall_item r, enrolment e where e.id = r.enrolment_id and e.school_id = ? and r.answered_at > 0`,
    )
    .all(school)
    .filter(({ at }) => dayOf(at) <= date)
    .filter(({ on }) => schoolYear(dayOf(on)) >= schoolYear(today) - 1)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return [
    understood(goes.map((go) => ({ ...go, series: go.module }))),
    ...[4, 12].map((weeks) =>
      understood(
        asked
          .filter((one) => one.weeks === weeks)
          .map((one) => ({ ...one, series: `${one.module} ${schoolYear(dayOf(one.on))}` })),
      ),
    ),
  ];
}

interface Lists {
  themes: { id: string; title: string }[];
  practices: { id: string; theme: string }[];
  barriers: { id: string; title: string }[];
}

/** Term, theme, people, what got in the way: the newest term first. */
export function tried(
  { $client }: Db,
  school: string,
  lists: Lists,
  date: string,
  today: string,
): string[][] {
  const term = (on: string) => {
    const month = on.slice(5, 7);
    return `${on.slice(0, 4)} ${month < '05' ? 'spring' : month < '09' ? 'summer' : 'autumn'}`;
  };
  const notes = $client
    .prepare<[string], { person: string; practice: string; barrier: string | null; at: number }>(
      'select person_id as person, practice, barrier, at from practice_log where school_id = ? order by at',
    )
    .all(school)
    .map((note) => ({ ...note, on: dayOf(note.at) }))
    .filter(({ on }) => on <= date && schoolYear(on) >= schoolYear(today) - 1);
  const people = (some: readonly { person: string }[]) => {
    const n = new Set(some.map(({ person }) => person)).size;
    return n - (n % 5);
  };
  return [...new Set(notes.map(({ on }) => term(on)))].reverse().flatMap((when) =>
    lists.themes.flatMap(({ id, title }) => {
      const practices = lists.practices.filter(({ theme }) => theme === id).map((one) => one.id);
      const of = notes.filter((n) => term(n.on) === when && practices.includes(n.practice));
      if (people(of) === 0) return [];
      const ways = lists.barriers.filter(
        (barrier) => people(of.filter((note) => note.barrier === barrier.id)) > 0,
      );
      return [
        [
          when,
          title,
          String(people(of)),
          ways.map((way) => way.title).join('; ') || 'Nothing that five people named',
        ],
      ];
    }),
  );
}

export interface Told {
  measures: { what: string; before: string; after: string; unit: string; on: string }[];
  words: Record<string, string>;
}

/** The school's own figures and words as they stood at the end of a day. */
export function toldBySchool({ $client }: Db, school: string, date: string): Told {
  const measures = $client
    .prepare<[string, string, string], Told['measures'][number]>(
      `select what, before, after, unit, written_on as 'on' from impact_measure
       where school_id = ? and written_on <= ? and (taken_off_on is null or taken_off_on > ?)
       order by written_on desc, id desc`,
    )
    .all(school, date, date);
  const words = $client
    .prepare<[string, string], { part: string; words: string }>(
      'select part, words from summary_words where school_id = ? and written_on <= ? order by written_on',
    )
    .all(school, date);
  return { measures, words: Object.fromEntries(words.map((one) => [one.part, one.words])) };
}
