import type { Db } from '~db/client.server';
import type { Disclosure } from '../disclosure';
import { isFiltered } from '../row-filter';
import { restsColumns, restsQuery } from '../rows.server';
import type { ExportChoice } from './export-choice';
import { lineVerbs, openedFields } from './opened-fields';
import { iterate } from './snapshot.server';

interface StoredDetail {
  seq: number;
  verb: string;
  salt: string;
  name: string;
  value: string;
}

const columns = 'e.seq, e.verb, d.salt, d.name, d.value';

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
  const ofEvent = client.prepare<[string], StoredDetail>(
    `select ${columns} from event_detail d join event e on e.id = d.event_id where d.event_id = ? order by d.digest`,
  );
  const ofVerbs = client.prepare<unknown[], StoredDetail>(
    `select ${columns} from event e join event_detail d on d.event_id = e.id
     where e.school = ? and e.seq < ? and e.verb in (${lineVerbs.map(() => '?').join(', ')})
     order by e.seq, d.digest`,
  );
  const restores = client.prepare<[string], StoredDetail>(
    `select ${columns} from event e join event_detail d on d.event_id = e.id
     where e.school = ? and e.verb = 'restored' order by e.seq`,
  );
  const open = (details: Iterable<StoredDetail>) => written(details, names);

  const filtered = isFiltered(filter);
  let before = '';
  for (const row of iterate(db, restsQuery(db, school, size, filter), restsColumns)) {
    const [person, staffRestsOn, restsOn] = row as [string, string[], string[]];
    if (person !== before) for (const id of staffRestsOn) yield* open(ofEvent.iterate(id));
    before = person;
    if (filtered) for (const id of restsOn) yield* open(ofEvent.iterate(id));
  }
  if (!filtered) yield* open(ofVerbs.iterate(school, size, ...lineVerbs));
  yield* open(restores.iterate(school));
}

function* written(details: Iterable<StoredDetail>, names: boolean): Generator<string> {
  for (const { seq, verb, salt, name, value } of details) {
    if (!openedFields(verb, names).includes(name)) continue;
    const disclosure: Disclosure = [salt, name, JSON.parse(value)];
    yield `${JSON.stringify({ seq, disclosure })}\n`;
  }
}
