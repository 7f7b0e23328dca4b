import type { PageWho } from '~/people/guard.server';
import { recordedInWords, signedInWords } from '~/review/sign-off-words';
import type { SignOff } from '~/review/sign-offs.server';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/post-form';

/** Who has signed this very version, on whose word, and a way to take one back. */
export function SignOffList({ who, signed }: { who: PageWho; signed: SignOff[] }) {
  if (signed.length === 0) return <p>Nobody at your school has signed this version yet.</p>;
  return (
    <ul>
      {signed.map((one) => (
        <li key={one.id}>
          <p>
            {signedInWords(one)} Read for: {one.readFor}. {recordedInWords(one)}
          </p>
          {one.remarks ? <blockquote className="as-typed">{one.remarks}</blockquote> : null}
          <PostForm who={who}>
            <input type="hidden" name="formId" value="take back" />
            <Button
              variant="quiet"
              name="signOff"
              value={one.id}
              aria-label={`Take back: ${signedInWords(one)}`}
            >
              Take it back
            </Button>
          </PostForm>
        </li>
      ))}
    </ul>
  );
}

/** On paper: room for a reader who signs with a pen. */
export function SignOnPaper({ version, contentHash }: { version: number; contentHash: string }) {
  return (
    <section className="only-print">
      <h2>To sign on paper</h2>
      <p>
        I have read version {version} whole (fingerprint {contentHash.slice(0, 8)}), and found it
        fit to use / with the remarks written overleaf.
      </p>
      <p>Role: ………………………………………… Name, as I want it shown: …………………………………………</p>
      <p>Read for: ………………………………………… Date: ………………… Signature: …………………………………………</p>
    </section>
  );
}
