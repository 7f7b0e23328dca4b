import { startSession } from '~/people/session.server';
import { openHouse } from '../../fixtures/house-with-content';
import { type Seeded, seedSchool, type Who, whos } from './seed-school';

export interface School extends Seeded {
  cookies: Record<Who, string>;
}

/** Every word that the other school's people typed, and each of their names, holds this. */
export const mark = 'Quincewood';

/** A draft, and an answer about a list that nobody confirmed: what was typed is kept, and counts only for people of one's own. */
const asTyped = /^(draft|training_list) /;

/** Two schools in one house, each with one of everything; a database that tells what was changed, and forgets it again. */
export async function makeTwoSchools() {
  const { attune, clock } = await openHouse(null, 70);
  const client = attune.db.$client;
  const dump = () => {
    const tables = client
      .prepare<[], string>(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'`,
      )
      .pluck()
      .all();
    return new Set(
      tables.flatMap((table) =>
        client
          .prepare(`select * from ${table}`)
          .raw()
          .all()
          .map((row) => `${table} ${JSON.stringify(row)}`),
      ),
    );
  };
  const added = (since: ReadonlySet<string>) => [...dump()].filter((row) => !since.has(row));

  const ownLater = seedSchool(attune, clock, 'Damsonfield');
  let before = dump();
  const otherLater = seedSchool(attune, clock, mark);
  const rowsOfOther = added(before);
  clock.goTo(Number.MAX_SAFE_INTEGER);
  const own = await ownLater();
  before = dump();
  const other = await otherLater();
  const now = dump();
  const theirs = [...new Set([...rowsOfOther, ...added(before)])].filter((row) => now.has(row));

  const uuids = (rows: Iterable<string>) =>
    new Set([...rows].join(' ').match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []);
  const shared = uuids([...now].filter((row) => !theirs.includes(row)));
  const idsOfOther = [...uuids(theirs)].filter((id) => !shared.has(id));

  const cookies = {} as School['cookies'];
  for (const who of whos) {
    const cookie = await startSession(attune, own.actors[who].personId, false);
    cookies[who] = cookie.split(';')[0] ?? '';
  }
  const start = dump();
  const changes = () =>
    client.prepare<[], number>('select total_changes()').pluck().get() ?? Number.NaN;

  /** Does it, gives back what became of it and which rows are new or gone, and undoes it all. */
  async function andBack<T>(work: () => Promise<T>) {
    client.exec('BEGIN');
    const changesBefore = changes();
    try {
      const result = await work();
      const same = changes() === changesBefore;
      const after = same ? start : dump();
      return {
        result,
        gone: same ? [] : [...start].filter((row) => !after.has(row)),
        come: same ? [] : [...after].filter((row) => !start.has(row)),
      };
    } finally {
      client.exec('ROLLBACK');
    }
  }

  return {
    attune,
    own: { ...own, cookies },
    other,
    andBack,
    /** Of changed rows, those that were the other school's, and those that point at something there. */
    reaches: ({ gone, come }: { gone: string[]; come: string[] }) => [
      ...gone.filter((row) => theirs.includes(row)),
      ...come.filter((row) => !asTyped.test(row) && idsOfOther.some((id) => row.includes(id))),
    ],
  };
}
