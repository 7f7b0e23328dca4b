import type { RouteConfigEntry } from '@remix-run/route-config';
import routes from '~/routes';

export interface Route {
  /** Of `?_routes=`, with which a client asks for one loader by itself. */
  id: string;
  /** With every parameter filled in. */
  path: string;
  /** As in app/routes.ts. */
  pattern: string;
  /** A file with no component: one address, no `.data`. */
  resource: boolean;
}

/** Every route of the app under `prefix`, from the map of URLs itself: a new one is tested with no test written. */
export async function routesUnder(
  prefix: string,
  params: Record<string, string>,
): Promise<Route[]> {
  const all: RouteConfigEntry[] = await routes;
  return all
    .filter(({ path = '' }) => path === prefix || path.startsWith(`${prefix}/`))
    .map(({ path = '', file }) => ({
      id: file.replace(/\.tsx?$/, ''),
      pattern: path,
      path: `/${path.replace(/:(\w+)\??/g, (_, name: string) => params[name] ?? 'x')}`,
      resource: file.endsWith('.ts'),
    }));
}
