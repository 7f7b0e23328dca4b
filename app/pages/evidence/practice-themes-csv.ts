import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPractices } from '~/course/practices.server';
import { practiceThemes } from '~/learning/practice-themes.server';
import { requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { serveTable } from './serve-table.server';

/** `practice-themes.csv` as at a day: what staff tried, counted together and never by whom. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const { attune } = args.context;
  const { lists } = await readPractices(attune.config.contentDir);
  return serveTable(
    args,
    who,
    'the table of what staff tried, counted together',
    ({ schoolId, date }) =>
      practiceThemes(attune.db, schoolId, lists, { date, today: londonDate(attune.now()) }),
  );
}
