import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SignedIn } from '~/people/rights';
import { type AsAtChoice, chooseAsAt } from '~/record/as-at-choice.server';
import type { RowFilter } from '~/record/row-filter';

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>;

export interface Question {
  asAt: AsAtChoice;
  filter: RowFilter;
}

/** `?asAt=YYYY-MM-DD&roleGroup=…&team=…&module=…`: the same of the pages and the downloads, so that a link carries over. */
export function readQuestion({ request, context }: Args, who: SignedIn): Question {
  const query = new URL(request.url).searchParams;
  const part = (name: string) => query.get(name)?.trim() || undefined;
  return {
    asAt: chooseAsAt(context.attune, who.schoolId, query.get('asAt')),
    filter: { roleGroup: part('roleGroup'), team: part('team'), module: part('module') },
  };
}
