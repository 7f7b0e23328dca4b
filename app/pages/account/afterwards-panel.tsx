import { Link } from '@remix-run/react';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

/** What comes back after a module, and the switch for it. */
export function AfterwardsPanel({ who, off }: { who: PageWho; off: boolean }) {
  return (
    <Panel title="After a module" id="afterwards">
      <p>
        {off
          ? 'You have turned off the questions that come back after a module and the look back after eight school weeks. Neither is ever asked for.'
          : 'A few questions come back 1, 4, 12 and 26 school weeks after a module, at most five a fortnight, and after eight school weeks you are asked once what became of the thing you chose to do. Nothing is counted, and nobody else is shown your answers.'}{' '}
        <Link to="/recall" prefetch="none">
          {off ? 'About the questions' : 'When the next questions come'}
        </Link>
      </p>
      <PostForm who={who} action="/recall">
        <Button variant="secondary" name="intent" value={off ? 'on' : 'off'}>
          {off ? 'Turn them on again' : 'Turn them off'}
        </Button>
      </PostForm>
    </Panel>
  );
}
