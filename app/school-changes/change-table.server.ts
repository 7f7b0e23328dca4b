import { columnsOf, type Table } from '~/record/export/table';
import type { Db } from '~db/client.server';
import { type ChangeFilter, meets } from './change-filter';
import { changesAsAt } from './change-log.server';

const columns = columnsOf(
  ['date', 'a_to_j', 'type', 'what_changed', 'why', 'owner_role', 'review_on'],
  { dates: ['date', 'review_on'] },
);

/** `org-change-log`: what the school had changed, as it was known at `size` events, the newest first; it names nobody. */
export function changeTable(
  db: Db,
  schoolId: string,
  size: number,
  filter: Pick<ChangeFilter, 'theme' | 'kind'> = {},
): Table {
  const changes = changesAsAt(db, schoolId, size).filter(meets(filter));
  return {
    name: 'org-change-log',
    columns,
    rows: changes.map(({ changedOn, themes, kind, words, owner, reviewOn }) => [
      ...[changedOn, themes.join('; '), kind],
      ...[words?.what ?? 'words taken out', words?.why ?? null, owner, reviewOn],
    ]),
  };
}
