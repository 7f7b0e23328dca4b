import { Link } from '@remix-run/react';
import { Notice } from '~/ui/notice';

/** After something was sent from a page that counts no more: what happened, and where what was typed is. */
export function SetAsideNotice({ stands }: { stands: boolean }) {
  return (
    <Notice
      kind="care"
      live
      focus
      title={
        stands
          ? 'Your completion was put back while that page was open'
          : 'That page was set aside while it was open'
      }
    >
      <p>
        {stands
          ? 'It counts again, so what you have just sent was not needed, and nothing more is asked of you here.'
          : 'What you have just sent counts for nothing. How things stand now is said below.'}{' '}
        Nothing of it is lost: words that you typed are under{' '}
        <Link to="/account/words" prefetch="none">
          “Your words”
        </Link>
        , and answers are in your own data.
      </p>
    </Notice>
  );
}
