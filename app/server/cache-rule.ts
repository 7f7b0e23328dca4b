/** Pages that say the same to everyone, and hold nothing that anyone typed. */
const sameForEveryone = new Set(['/sign-in', '/privacy', '/accessibility']);

/**
 * The `Cache-Control` of a page, or of its `.data`, that sets none itself. Everything may be personal unless it is known
 * not to be: on a shared computer the back button must not bring back what someone else read.
 */
export function cacheRule(pathname: string): string {
  return sameForEveryone.has(pathname.replace(/\.data$/, '')) ? 'no-cache' : 'private, no-store';
}
