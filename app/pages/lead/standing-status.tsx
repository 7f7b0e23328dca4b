import type { Standing } from '~/messages/said';
import { Status } from '~/ui/status';

/** Where a message stands, and since or until when. */
export function StandingStatus({ standing: { kind, words, when } }: { standing: Standing }) {
  return (
    <>
      <Status kind={kind}>{words}</Status>
      {when ? <span className="hint"> {when}</span> : null}
    </>
  );
}
