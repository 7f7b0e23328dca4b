/** True of what a browser fetches ahead: no sign that anyone has looked. */
export function isPrefetch({ headers }: Pick<Request, 'headers'>): boolean {
  return /prefetch/.test(`${headers.get('Sec-Purpose')} ${headers.get('Purpose')}`);
}
