const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True when both are the same origin; on loopback `localhost` and `127.0.0.1` count as one. */
function sameOrigin(asked: string, own: string): boolean {
  if (!URL.canParse(asked)) return false;
  const [a, b] = [new URL(asked), new URL(own)];
  if (a.origin === b.origin) return true;
  return (
    loopback.has(a.hostname) &&
    loopback.has(b.hostname) &&
    a.protocol === b.protocol &&
    a.port === b.port
  );
}

interface Asked {
  method: string;
  /** The Origin header. */
  origin: string | undefined;
  /** The Sec-Fetch-Site header. */
  site: string | undefined;
}

/**
 * Whether a request may change anything. Browsers send Origin with every POST, and modern ones Sec-Fetch-Site, so a
 * page elsewhere cannot post here in someone's name. A program that sends neither carries no one's cookies by accident
 * and is let through. Remix's own check skips resource routes and trusts X-Forwarded-Host, so it does not serve.
 */
export function mayChange(asked: Asked, own: string): boolean {
  if (asked.method === 'GET' || asked.method === 'HEAD' || asked.method === 'OPTIONS') return true;
  if (asked.site !== undefined && asked.site !== 'same-origin' && asked.site !== 'none')
    return false;
  return asked.origin === undefined || sameOrigin(asked.origin, own);
}
