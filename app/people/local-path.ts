const anywhere = 'http://attune.invalid';

/** A path on this site, with its query; anything else (another site, a trick with slashes) becomes `/`. */
export function localPath(next: string | null | undefined): string {
  if (!next?.startsWith('/') || !URL.canParse(next, anywhere)) return '/';
  const url = new URL(next, anywhere);
  if (url.origin !== anywhere) return '/';
  const path = url.pathname + url.search;
  return path.startsWith('//') ? '/' : path;
}

/** The page's path, whether the browser asked for the page or Remix for its data. */
export function pathOf(request: Request): string {
  const { pathname } = new URL(request.url);
  return pathname === '/_root.data' ? '/' : pathname.replace(/\.data$/, '');
}
