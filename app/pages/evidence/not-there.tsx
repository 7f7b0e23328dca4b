import { Notice } from '~/ui/notice';

/** Said where an address asks for something that is not on the record of that day, so that nobody reads on unawares. */
export function NotThere({ unknown, instead }: { unknown: string[]; instead?: string }) {
  if (unknown.length === 0) return null;
  const named = unknown.map((one) => `“${one.slice(0, 60)}”`).join(', ');
  return (
    <Notice kind="care" title="That is not there">
      <p>
        The address asks for {named}, which is not among the choices above.{' '}
        {instead ?? 'So there may be nothing to show. Choose again, or take another day.'}
      </p>
    </Notice>
  );
}
