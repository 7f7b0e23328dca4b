import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/post-form';

interface WayInFormProps {
  who: PageWho;
  personId: string;
  /** Null for someone without an e-mail address. */
  email: string | null;
  /** When the address was last changed and by whom, in words; null when it is the first one. */
  changed: string | null;
}

/** A new way in, on paper or by e-mail; the form says, and carries, the address that whoever sends it was shown. */
export function WayInForm({ who, personId, email, changed }: WayInFormProps) {
  return (
    <PostForm who={who} action={`/lead/people/${personId}/way-in`}>
      <p className="hint">
        A code for one use within 14 days, to print or to send. An unused older one stops working;
        their password stays until they use the new one.
      </p>
      {email === null ? null : <input type="hidden" name="address" value={email} />}
      {changed ? (
        <p>
          A link by e-mail would go to {email}, {changed}. Whoever reads it can sign in as them, so
          check with them first if you did not expect that.
        </p>
      ) : null}
      <div className="form-row">
        <Button>Give a new way in</Button>
        {email === null ? null : (
          <Button variant="secondary" name="how" value="e-mail">
            E-mail them a link
          </Button>
        )}
      </div>
    </PostForm>
  );
}
