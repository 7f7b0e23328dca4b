import { createRequestHandler, type RequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';

type Options = Parameters<typeof createRequestHandler>[0];

/**
 * Remix's request handler, one a route. For each request Remix flattens and ranks all routes of its build half a dozen
 * times, which took a sixth of a page's time; a build that holds only the route asked for leaves it nothing to rank.
 * What is no page (`/__manifest`) goes to the handler of the whole build.
 */
export function createRouteHandlers(options: Options & { build: ServerBuild }): RequestHandler {
  const { build } = options;
  const whole = createRequestHandler(options);
  const tree = childrenOf(build);
  const handlers = new Map<string, RequestHandler>();
  const matched = new Map<string, string[]>();

  /** Ids of the routes of an address, the root's first; none for what is no page. */
  function idsOf(path: string): string[] {
    const known = matched.get(path);
    if (known) return known;
    const ids = matchRoutes(tree, path)?.flatMap(({ route }) => route.id ?? []) ?? [];
    if (matched.size >= mostMatched) matched.clear();
    matched.set(path, ids);
    return ids;
  }

  return (req, res, next) => {
    const ids = idsOf(pagePath(req.path));
    const leaf = ids.at(-1);
    if (!leaf || req.path === '/__manifest') return whole(req, res, next);
    const handler =
      handlers.get(leaf) ?? createRequestHandler({ ...options, build: narrowed(build, ids) });
    handlers.set(leaf, handler);
    return handler(req, res, next);
  };
}

/** The same few addresses are asked for again and again, and finding one among all routes took a tenth of a page's time. */
const mostMatched = 2000;

interface Node {
  id: string;
  path?: string;
  index?: boolean;
  children?: Node[];
}

type RouteTree = Parameters<typeof matchRoutes>[0];

function childrenOf({ routes }: ServerBuild): RouteTree {
  const under = (parent: string | undefined): Node[] =>
    Object.values(routes)
      .filter((route) => route?.parentId === parent)
      .map(({ id, path, index }) =>
        index ? { id, path, index } : { id, path, children: under(id) },
      );
  return under(undefined) as RouteTree;
}

/** The page whose data is asked for: single fetch adds `.data` to its path. */
function pagePath(path: string): string {
  return path.endsWith('.data') ? path.slice(0, -'.data'.length).replace(/^\/_root$/, '/') : path;
}

function narrowed(build: ServerBuild, ids: string[]): ServerBuild {
  const only = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}
