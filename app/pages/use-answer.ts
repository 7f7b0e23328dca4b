import type { SerializeFrom } from '@remix-run/node';
import { useActionData, useRouteLoaderData } from '@remix-run/react';
import type { loader as root } from '~/root';

/**
 * What this page's form was answered with: by the action just now, or, where a browser runs no script, before the
 * redirect to this address (docs/decisions/0020).
 */
export function useAnswer<Action>(): SerializeFrom<Action> | undefined {
  const sent = useActionData<Action>();
  const refused = useRouteLoaderData<typeof root>('root')?.refused as
    | SerializeFrom<Action>
    | null
    | undefined;
  return sent ?? refused ?? undefined;
}
