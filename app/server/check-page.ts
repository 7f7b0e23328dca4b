import { readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';

/**
 * The page that checks a record: the same bytes that people keep, with the policy that stands in them. It is no page of
 * Remix, so that it needs nothing beside itself.
 */
export function checkPage(file: string): RequestHandler {
  const html = readFileSync(file, 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  if (!policy) throw new Error(`${file} has no policy of its own`);
  return (_req, res) => {
    res.set('Content-Security-Policy', `${policy}; frame-ancestors 'none'`);
    res.set('Cache-Control', 'no-cache').type('html').send(html);
  };
}
