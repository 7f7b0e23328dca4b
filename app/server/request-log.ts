import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { withoutSecrets } from './secret-paths';

/** One line a request: method, path without its query, status, milliseconds. No names, no addresses. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    res.on('finish', () => {
      const path = withoutSecrets(req.path);
      log.debug(
        {
          method: req.method,
          path,
          status: res.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      );
    });
    next();
  };
}
