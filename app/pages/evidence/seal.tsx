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
        <a href="/verify/check">Check a file from here</a>: that page says whether the file is as it
        was made, and shows a key’s fingerprint, which must be the one below. So print this page and
        keep it. Later, with the checkpoint below, a newer file also shows whether anything counted
        here was rewritten since.
      </p>
      <p>
        Whoever looks after a copy of Attune can make the same check with{' '}
        <code>npm run verify-record</code>, and give it the whole key after <code>--key</code>.
      </p>
      <p>
        Key fingerprint
        <br />
        <code>{seal.fingerprint}</code>
      </p>
      <p>
        The whole key
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
