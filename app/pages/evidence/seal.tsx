import { Panel } from '~/ui/panel';

interface SealProps {
  seal: { fingerprint: string; verifierKey: string; origin: string; size: number; root: string };
}

/** The foot of every summary: what later checks are compared with. */
export function Seal({ seal }: SealProps) {
  return (
    <Panel tone="tinted" className="small">
      <h2>For checking this later</h2>
      <p>
        Print this page and keep it. Whoever <a href="/verify/check">checks a file</a> from here, on
        that page or with <code>npm run verify-record</code>, is shown the key’s fingerprint, which
        must be this one; and by the checkpoint they can see that nothing counted here was rewritten
        since.
      </p>
      <p>
        Key fingerprint
        <br />
        <code>{seal.fingerprint}</code>
      </p>
      <p>
        The whole key, for <code>--key</code>
        <br />
        <code>{seal.verifierKey}</code>
      </p>
      <p>
        Checkpoint of today’s record, {seal.size} entries
        <br />
        <code>{seal.origin}</code>
        <br />
        <code>{seal.size}</code>
        <br />
        <code>{seal.root}</code>
      </p>
    </Panel>
  );
}
