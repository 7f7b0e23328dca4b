import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { putBackBecause } from '~/pages/withdrawn-in-words';
import type { PageWho } from '~/people/guard.server';
import type { PutBack } from '~/record/put-backs.server';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';

interface PutBackNoticeProps {
  who: PageWho;
  one: PutBack;
  /** On one's first page, where reading it leads back to. */
  home?: boolean;
}

/** To whom it happened: that a completion counts again, since when, by whom and why; until they have read it. */
export function PutBackNotice({ who, one, home = false }: PutBackNoticeProps) {
  const { entry, module, moduleTitle, completionId, code, completedOn, putBackOn, reason } = one;
  const withdrawn = one.withdrawnOn
    ? `, and withdrawn on ${civilDateInWords(one.withdrawnOn)}`
    : ' and withdrawn since';
  return (
    <Notice title={`Your completion of ${moduleTitle} counts again`}>
      <p>
        It was recorded on {civilDateInWords(completedOn)}
        {withdrawn}. On {civilDateInWords(putBackOn)} it was put back
        {one.by ? ` by ${one.by}` : ''}
        {reason === null ? '' : `, because ${putBackBecause(reason, 'your')}`}. It counts as it did,
        and{' '}
        <Link to={`/learn/${module}/certificate/${completionId}`} prefetch="none">
          its certificate
        </Link>{' '}
        has the same code, {code}.
      </p>
      <p>
        There is nothing for you to do. If you had begun the module again in between, that is over,
        and what you wrote is still under “Your words”.
      </p>
      <PostForm who={who} action={`/learn/${module}`}>
        <input type="hidden" name="entry" value={entry} />
        {home ? <input type="hidden" name="from" value="home" /> : null}
        <Button variant="secondary" name="intent" value="read put back">
          I have read this
        </Button>
      </PostForm>
    </Notice>
  );
}
