import type { Db } from '~db/client.server';
import { trainingRow } from '~db/schema/record';
import { isFiltered } from '../row-filter';
import type { ExportChoice } from './export-choice';
import { linesInTurn } from './lines-in-turn.server';
import { lineVerbs, openedFields, openedVerbs } from './opened-fields';

/** Entries read at once: a row at a time, most of the work would be asking for the next. */
const atOnce = 500;
const columns = 'e.seq, e.verb, d.salt, d.name, d.value';
type Detail = [seq: number, verb: string, salt: string, name: string, value: string | null];

/**
 * `openings.jsonl`: the disclosures that the rows rest on, a line each. Of a person's details only the newest are
 * opened, so that a name once changed stays unknown. Unfiltered, every event that could make a line is opened, whether
 * or not it did: that is what lets others say that no completion was left out.
 */
export function* openings(
  db: Db,
  school: string,
  size: number,
  { filter, names }: Pick<ExportChoice, 'filter' | 'names'>,
): Generator<string> {
  const client = db.$client;
  const write = writer(names);
  const ofEvent = client
    .prepare<[string], Detail>(
      `select ${columns} from event_detail d join event e on e.id = d.event_id where d.event_id = ? order by d.digest`,
    )
    .raw();
  const ofVerbs = client
    .prepare<unknown[], Detail>(
      `select ${columns} from event e join event_detail d on d.event_id = e.id
       where e.school = ? and e.seq >= ? and e.seq < ? and e.verb in (${lineVerbs.map(() => '?').join(', ')})
       order by e.seq, d.digest`,
    )
    .raw();
  const restores = client
    .prepare<[string], Detail>(
      `select ${columns} from event e join event_detail d on d.event_id = e.id
       where e.school = ? and e.verb = 'restored' order by e.seq`,
    )
    .raw();

  const filtered = isFiltered(filter);
  const asked = { school, size, filter };
  for (const { staff, lines } of linesInTurn(db, { restsOn: trainingRow.restsOn }, asked)) {
    for (const id of staff.staffRestsOn as string[]) yield* write(ofEvent.all(id));
    if (!filtered) continue;
    for (const { restsOn } of lines) {
      for (const id of restsOn as string[]) yield* write(ofEvent.all(id));
    }
  }
  for (let from = 0; !filtered && from < size; from += atOnce) {
    yield* write(ofVerbs.all(school, from, Math.min(size, from + atOnce), ...lineVerbs));
  }
  yield* write(restores.all(school));
}

/** Details as lines of the file. A value is kept as the JSON that was written when it was recorded. */
function writer(names: boolean) {
  const opened = new Map(openedVerbs.map((verb) => [verb, new Set(openedFields(verb, names))]));
  return function* write(details: readonly Detail[]): Generator<string> {
    for (const [seq, verb, salt, name, value] of details) {
      if (opened.get(verb)?.has(name))
        yield `{"seq":${seq},"disclosure":["${salt}",${JSON.stringify(name)},${value ?? 'null'}]}\n`;
    }
  };
}
