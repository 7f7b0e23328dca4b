import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Attune } from '../context.server';
import { readLink } from '../governors/links.server';

const minute = 60_000;
const common = { standardHeaders: 'draft-8' as const, legacyHeaders: false };

/** Under `/governors`: `/TOKEN`, `/TOKEN.data` or `/TOKEN/summary.pdf`. */
const tokenIn = (path: string) => /^\/([\w-]+)/.exec(path)?.[1] ?? '';

/**
 * Before pages that open with a link alone: the address is a key, so it is sent nowhere else and no search engine keeps the
 * page; and whoever tries links that open nothing is stopped, as with codes. A link that opens always does: a school is one
 * address, and somebody else's old links must not shut out its governors.
 */
export function sharedByLink(attune: Pick<Attune, 'db' | 'now'>): RequestHandler[] {
  const opens = (req: Request) => readLink(attune, tokenIn(req.path)) !== null;
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
      skip: opens,
      message:
        'Many links that open nothing were tried from your address. Please wait a quarter of an hour, and ask the school for a new one.\n',
    }),
    // A page of totals is counted anew each time: enough for a whole governing body at once, too few for a machine.
    rateLimit({
      ...common,
      windowMs: minute,
      limit: 120,
      skip: (req) => !opens(req),
      message: 'That page was opened a great many times in one minute. Please wait a minute.\n',
    }),
  ];
}
