import type { LoaderFunctionArgs } from '@remix-run/node';
import { isHealthy } from '~db/client.server';

/** For machines: 200 when the database answers and its migrations are current, else 503. */
export function loader({ context }: LoaderFunctionArgs) {
  const ok = isHealthy(context.attune.db);
  return Response.json(
    { status: ok ? 'ok' : 'unavailable' },
    { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
