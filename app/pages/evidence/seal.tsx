/** The foot of every summary: what later checks are compared with. */
export function Seal({
  seal,
}: {
  seal: { fingerprint: string; size: number; root: string; origin: string };
}) {
  return (
    <section aria-labelledby="seal" className="small muted">
      <h2 id="seal">To check this later</h2>
      <p>
        Keep a printed copy of this page. An export that is checked with{' '}
        <code>npm run verify-record</code> prints the same key fingerprint, and finds this
        checkpoint in its record; if someone had rewritten what is counted here, it would not.
      </p>
      <p>
        Key fingerprint <code>{seal.fingerprint}</code>
      </p>
      <p>
        Checkpoint: {seal.size} entries, root <code>{seal.root}</code>
      </p>
    </section>
  );
}
