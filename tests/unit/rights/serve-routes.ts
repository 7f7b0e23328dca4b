import { createRequestHandler, type EntryContext, type ServerBuild } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import type { Attune } from '~/context.server';
import routes from '~/routes';
import remixConfig from '../../../remix.config.js';

type RouteModule = ServerBuild['routes'][string] extends { module: infer M } | undefined
  ? M
  : never;
const modules = import.meta.glob<RouteModule>('/app/pages/**/*.{ts,tsx}');
const sources = import.meta.glob<string>('/app/pages/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
});

export interface Route {
  id: string;
  /** As in app/routes.ts; '' is the first page, '*' whatever no other takes. */
  pattern: string;
  /** A file with no component: one address, no `.data`. */
  resource: boolean;
  reads: boolean;
  sends: boolean;
  source: string;
}

export interface Answer {
  status: number;
  /** What a redirect leads to; '' where there is none. */
  to: string;
  /** Everything that would go to the browser: of a page, its loaders' data, from which it is drawn. */
  text: string;
}

interface Asked {
  cookie?: string;
  /** With it, it is a POST. */
  form?: Record<string, string>;
}

/** The app as Remix serves it, without Express before it and with nothing drawn: quick enough to ask thousands of times. */
export async function serveRoutes(attune: Attune) {
  const map: RouteConfigEntry[] = await routes;
  const list = await Promise.all(
    map.map(async ({ path: pattern = '', file }) => {
      const [module, source] = [modules[`/app/${file}`], sources[`/app/${file}`]];
      if (!module || !source) throw new Error(`There is no file app/${file}`);
      const id = file.replace(/\.tsx?$/, '');
      return { id, pattern, source: await source(), module: await module() };
    }),
  );
  const failures: unknown[] = [];
  const build: ServerBuild = {
    mode: 'production',
    entry: { module: { default: asData, handleError: (error) => void failures.push(error) } },
    routes: Object.fromEntries([
      ['root', { id: 'root', path: '', module: await import('~/root') }],
      ...list.map(({ id, pattern, module }) => [
        id,
        { id, parentId: 'root', module, ...(pattern ? { path: pattern } : { index: true }) },
      ]),
    ]),
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { ...remixConfig.future, v3_singleFetch: true } as ServerBuild['future'],
    isSpaMode: false,
  };
  const handle = createRequestHandler(build, 'production');

  async function ask(url: string, { cookie, form }: Asked): Promise<Answer> {
    const request = new Request(`http://localhost:3000${url}`, {
      headers: cookie ? { Cookie: cookie } : {},
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    const context = { attune, nonce: '', address: '127.0.0.1', drained: async () => {} };
    const answer = await handle(request, context);
    const { status, headers } = answer;
    return { status, to: headers.get('Location') ?? '', text: await answer.text() };
  }

  return {
    ask,
    /** What was thrown that nobody meant to throw. */
    failures,
    routes: list.map(
      ({ id, pattern, source, module }): Route => ({
        ...{ id, pattern, source },
        resource: module.default === undefined,
        reads: module.loader !== undefined,
        sends: module.action !== undefined,
      }),
    ),
  };
}

/** In place of a page: what it would be drawn from, its errors too. */
function asData(
  _: Request,
  status: number,
  headers: Headers,
  { staticHandlerContext }: EntryContext,
) {
  const { loaderData, actionData, errors } = staticHandlerContext;
  return new Response(JSON.stringify({ loaderData, actionData, errors }), { status, headers });
}
