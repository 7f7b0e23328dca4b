import path from 'node:path';
import { constants } from 'node:zlib';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import expressStaticGzip from 'express-static-gzip';
import type { Attune } from '../context.server';
import { checkPage } from './check-page';
import { drained } from './drained';
import { mayChange } from './origin-check';
import { requestLog } from './request-log';
import { createRouteHandlers } from './route-handlers';
import { nonceOf, securityHeaders } from './security-headers';
import { sharedByLink } from './shared-by-link';

/** The largest form anyone can send, in bytes: 10,000 characters of anything, many times over. */
const largestForm = 1_000_000;
/** A list of staff or of past training, pasted or as a file of 5 MB, with the form around it. */
const largestList = 5_500_000;
const isList = (path: string) => /^\/lead\/(staff-list|sessions\/past)(\.data)?$/.test(path);

interface Options {
  attune: Attune;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Where `remix vite:build` put the browser's files; absent under the development server. */
  clientDir?: string;
  /** The page that checks a record, as one HTML file. */
  checkPageFile?: string;
  /** The development server's middleware. */
  dev?: RequestHandler;
}

const plain = (res: express.Response, status: number, words: string) =>
  void res.status(status).type('text/plain').send(`${words}\n`);

/** Express with everything that stands before Remix: headers, limits, the origin check, static files. */
export function createHttpApp({
  attune,
  build,
  clientDir,
  checkPageFile,
  dev,
}: Options): express.Express {
  const { config, log } = attune;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use(requestLog(log));
  app.use(...securityHeaders(config.secure, dev !== undefined));

  if (dev) app.use(dev);
  if (clientDir) {
    const precompressed = {
      enableBrotli: true,
      orderPreference: ['br' as const, 'gz' as const],
      index: false,
    };
    app.use(
      '/assets',
      expressStaticGzip(path.join(clientDir, 'assets'), {
        ...precompressed,
        serveStatic: { immutable: true, maxAge: '1y', fallthrough: true },
      }),
    );
    app.use('/assets', (_req, res) => plain(res, 404, 'There is no such file.'));
    app.use(express.static(clientDir, { maxAge: '1h', index: false }));
  }
  // One step above the usual quality: pages say some things twice, which 4 does not notice and 5 does, in the same time.
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }));
  if (checkPageFile) app.get('/verify/check', checkPage(checkPageFile));

  app.use((req, res, next) => {
    const asked = {
      method: req.method,
      origin: req.get('origin'),
      site: req.get('sec-fetch-site'),
    };
    if (!mayChange(asked, config.origin)) {
      return plain(
        res,
        403,
        `That was sent from another website, so nothing was changed. Open ${config.origin} and try again there.`,
      );
    }
    if (!['GET', 'HEAD', 'POST'].includes(req.method)) {
      res.set('Allow', 'GET, HEAD, POST');
      return plain(res, 405, 'Pages here are read with GET and forms are sent with POST.');
    }
    if (req.method === 'POST') {
      if (req.get('transfer-encoding'))
        return plain(res, 411, 'Please send the length of what you post.');
      const list = isList(req.path);
      if (Number(req.get('content-length') ?? 0) > (list ? largestList : largestForm)) {
        return plain(
          res,
          413,
          list
            ? 'That list is over 5 MB, so nothing was read. Go back, leave out the columns that Attune does not use, and try again.'
            : 'That is more than Attune can take at once (1 MB). Nothing was saved: go back, copy your text, and send a shorter version.',
        );
      }
    }
    // Remix compares Origin with these headers by itself and answers an empty 500. The check above has been made.
    delete req.headers['x-forwarded-host'];
    if (asked.origin && URL.canParse(asked.origin)) req.headers.host = new URL(asked.origin).host;
    next();
  });
  // A school is one address: the limit is for machines, not for a staffroom on INSET day.
  const limit = rateLimit({
    windowMs: 60_000,
    limit: 300,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (req) => req.method === 'GET' || req.method === 'HEAD',
    message:
      'That was a great many tries in one minute from your address. Please wait a minute and try again.\n',
  });
  app.use(['/sign-in', '/join', '/setup'], limit);
  app.use('/governors', ...sharedByLink(attune));

  const getLoadContext = (req: express.Request, res: express.Response) => ({
    ...{ attune, nonce: nonceOf(res), address: req.ip ?? '' },
    drained: () => drained(res),
  });
  app.all(
    '*',
    typeof build === 'function'
      ? createRequestHandler({ build, mode: 'development', getLoadContext })
      : createRouteHandlers({ build, mode: 'production', getLoadContext }),
  );
  return app;
}
