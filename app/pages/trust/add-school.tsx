import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

/** How another school comes in: it sets itself up, with a code. */
export function AddSchool({ who, codes }: { who: PageWho; codes: number }) {
  return (
    <Panel title="Add a school">
      <p>
        A school sets itself up: its lead or head opens the set-up page with a code that you make
        here, and enters the school, whom its staff tell about a worry, and its first lead and head.
        The code works once, within four weeks.
      </p>
      <PostForm who={who}>
        <div className="form-actions">
          <Button>Make a code for a school</Button>
          {codes > 0 ? (
            <Button variant="quiet" name="codes" value="end">
              {codes === 1 ? 'End the code that is out' : `End the ${codes} codes that are out`}
            </Button>
          ) : null}
        </div>
      </PostForm>
    </Panel>
  );
}
