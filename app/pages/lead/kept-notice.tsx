import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';

interface KeptNoticeProps {
  who: PageWho;
  /** The fields hold what was kept, and not what is stored. */
  kept: boolean;
  formId?: string;
  /** In place of the usual words, when it came another way. */
  says?: string;
}

const typedBefore =
  'The form holds what you had typed when you were signed out. Send it when it is right.';

/**
 * Says that what stands in the form was typed before a sign-out and is not saved, and offers to let it go. The form
 * beside it takes a `key` of whether something is kept, or the browser would leave the old words in its fields.
 */
export function KeptNotice({ who, kept, formId = 'form', says = typedBefore }: KeptNoticeProps) {
  if (!kept) return null;
  return (
    <Notice kind="care" title="Not saved yet">
      <p>{says}</p>
      <PostForm who={who}>
        <input type="hidden" name="formId" value={formId} />
        <Button variant="quiet" name="forget" value="yes">
          Start afresh instead
        </Button>
      </PostForm>
    </Notice>
  );
}
