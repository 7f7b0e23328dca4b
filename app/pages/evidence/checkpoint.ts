import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { signedCheckpoint } from '~/record/log.server';

/** `checkpoint.txt`: the signed size and root of the school's record now. It names nobody. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const { db, recordKey } = args.context.attune;
  return new Response(signedCheckpoint(db, who.schoolId, recordKey), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="checkpoint.txt"',
      'Cache-Control': 'private, no-store',
    },
  });
}
