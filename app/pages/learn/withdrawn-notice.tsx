import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { withdrawnBecause } from '~/pages/withdrawn-in-words';
import type { Withdrawal } from '~/record/withdrawals.server';
import { Notice } from '~/ui/notice';

interface WithdrawnNoticeProps {
  /** `dueOn`: the day (civil date) by which they are asked for the module; null where they are not. */
  one: Withdrawal & { dueOn: string | null };
  /** Not on the module's own page: with the way there. */
  link?: boolean;
}

/** To whom it happened: that a completion was withdrawn, when, by whom and why; what stays, and what comes next. */
export function WithdrawnNotice({ one, link = false }: WithdrawnNoticeProps) {
  const { module, moduleTitle, completedOn, withdrawnOn, reason, by } = one;
  const whom = by ?? 'your attachment lead';
  return (
    <Notice title={`Your completion of ${moduleTitle} was withdrawn`}>
      <p>
        It was recorded on {civilDateInWords(completedOn)}, and withdrawn on{' '}
        {civilDateInWords(withdrawnOn)}
        {by ? ` by ${by}` : ''}
        {reason === null ? '' : `, because ${withdrawnBecause(reason)}`}. {stays(one)}
      </p>
      <p>
        {link ? (
          <>
            <Link to={`/learn/${module}`} prefetch="none">
              Open {moduleTitle}
            </Link>
            .{' '}
          </>
        ) : null}
        If that is not right, please tell {whom}: it can be put back.
      </p>
    </Notice>
  );
}

function stays({ read, dueOn }: WithdrawnNoticeProps['one']): string {
  const by = dueOn === null ? null : `by ${civilDateInWords(dueOn)}`;
  if (read === 'stays')
    return `What you read and wrote stays. The quiz is there for you to take${by ? `, ${by}` : ''}.`;
  if (read === 'goes')
    return `Nothing of it counts any more. ${
      by ? `Please take the module ${by}.` : 'You can take the module whenever it suits you.'
    }`;
  return 'What you did of it yourself stays.';
}
