import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { accessTable } from '~/record/access-list.server';
import { readAccessFilter } from './access-filter.server';
import { serveTable } from './serve-table.server';

/** `who-looked.csv`, up to the end of a day: who opened or downloaded whose record. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const { filter } = readAccessFilter(args, who);
  return serveTable(args, who, 'the list of who looked at the record', ({ schoolId, date }) =>
    accessTable(args.context.attune.db, schoolId, { ...filter, until: date }),
  );
}
