import { Fragment } from 'react';
import { civilDateInWords } from '~/course/said';
import type { AskedFor, ToLearn } from '~/learning/home.server';
import { ButtonLink } from '~/ui/button';
import { Meter } from '~/ui/meter';
import { Panel } from '~/ui/panel';
import { DoneTogether } from './done-together';
import { minutes } from './minutes';

/** The one thing to do next, and how long it takes. */
export function NextThing({ next }: { next: ToLearn }) {
  const { underWay } = next;
  const to = underWay?.next
    ? `/learn/${next.module}/${underWay.next.page}`
    : `/learn/${next.module}`;
  return (
    <Panel tone="next" title={next.refreshes === null ? next.title : `${next.title}: refresher`}>
      {underWay ? (
        <Meter
          label="So far"
          value={underWay.done}
          max={underWay.total}
          text={`${underWay.done} of ${underWay.total} done, about ${minutes(underWay.minutesLeft)} to go`}
        />
      ) : (
        <p>{next.summary}</p>
      )}
      {underWay?.together ? <DoneTogether told={underWay.together} /> : null}
      {next.asked ? <Asked asked={next.asked} /> : null}
      <p>
        <ButtonLink variant="primary" to={to}>
          {underWay?.next
            ? `Continue: ${underWay.next.title}, ${minutes(underWay.next.minutes)}`
            : `Have a look, about ${minutes(next.minutes)} in all`}
        </ButtonLink>
      </p>
    </Panel>
  );
}

export function Asked({ asked }: { asked: AskedFor }) {
  return (
    <p>
      {asked.opensOn ? `From ${civilDateInWords(asked.opensOn)}, by ` : 'By '}
      {civilDateInWords(asked.dueOn)}. Paid time for it: {minutes(asked.paidMinutes)},{' '}
      {asked.paidTime}.
      {asked.also?.map((one) => (
        <Fragment key={`${one.dueOn} ${one.paidTime}`}>
          {' '}
          It was also given to you by {civilDateInWords(one.dueOn)}, with {minutes(one.paidMinutes)}{' '}
          of paid time, {one.paidTime}: doing it once is enough.
        </Fragment>
      ))}
    </p>
  );
}
