import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { coverageTable } from './coverage-table.server';
import { serveTable } from './serve-table.server';

/** `coverage-summary.csv` as at a day. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  return serveTable(
    args,
    who,
    'the table of how far each role group and team has come',
    ({ schoolId, ...asked }) => coverageTable(args.context.attune, schoolId, asked),
  );
}
