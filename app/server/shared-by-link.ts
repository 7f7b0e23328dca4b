import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';

const minute = 60_000;
const common = { standardHeaders: 'draft-8' as const, legacyHeaders: false };

/**
 * Before pages that open with a link alone: the address is a key, so it is sent nowhere else and no search engine keeps the
 * page; and whoever tries links that open nothing is stopped, as with codes.
 */
export function sharedByLink(): RequestHandler[] {
  const keepToOneself: RequestHandler = (_req, res, next) => {
    res.set('Referrer-Policy', 'no-referrer');
    res.set('X-Robots-Tag', 'noindex, nofollow, noarchive');
    next();
  };
  return [
    keepToOneself,
    rateLimit({
      ...common,
      windowMs: 15 * minute,
      limit: 30,
      skipSuccessfulRequests: true,
      message:
        'Many links that open nothing were tried from your address. Please wait a quarter of an hour, and ask the school for a new one.\n',
    }),
    // A page of totals is counted anew each time: enough for a whole governing body at once, too few for a machine.
    rateLimit({
      ...common,
      windowMs: minute,
      limit: 120,
      message: 'That page was opened a great many times in one minute. Please wait a minute.\n',
    }),
  ];
}
