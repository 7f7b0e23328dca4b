import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { changeKinds } from '~/record/change-kinds';
import { changeTable } from '~/school-changes/change-table.server';
import { serveTable } from './serve-table.server';
import { asTheme } from './themes';

/** `org-change-log.csv` as at a day, with the log’s own filters. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const query = new URL(args.request.url).searchParams;
  const theme = asTheme(query.get('theme')) ?? undefined;
  const kind = changeKinds.find((one) => one === query.get('kind'));
  return serveTable(args, who, 'the table of what the school changed', ({ schoolId, size }) =>
    changeTable(args.context.attune.db, schoolId, size, { theme, kind }),
  );
}
