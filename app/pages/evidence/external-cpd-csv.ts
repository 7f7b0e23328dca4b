import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { externalCpd } from '~/training-sessions/external-cpd.server';
import { serveTable } from './serve-table.server';

/** `external-cpd.csv` as at a day: sessions and outside training. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  return serveTable(args, who, 'the table of sessions and outside training', ({ schoolId, size }) =>
    externalCpd(args.context.attune.db, schoolId, size),
  );
}
