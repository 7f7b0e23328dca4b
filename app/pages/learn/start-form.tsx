import type { Overview } from '~/learning/overview.server';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/post-form';

/** Start, or "I know this already". The number of enrolments so far makes a second press harmless. */
export function StartForm({
  who,
  shown,
  again,
}: {
  who: PageWho;
  shown: Overview;
  /** They have completed it: what the button says. */
  again?: string;
}) {
  return (
    <PostForm who={who} action={`/learn/${shown.slug}`}>
      <input type="hidden" name="n" value={shown.enrolments} />
      <div className="actions">
        <Button variant={again ? 'secondary' : 'primary'} name="intent" value="start">
          {again ?? 'Start'}
        </Button>
        {again ? null : (
          <Button variant="secondary" name="intent" value="start knowing">
            I know this already
          </Button>
        )}
      </div>
      {again ? null : (
        <p className="hint">
          If you know this already, take the quiz first. Meet the standard at the first go and the
          pages are not asked of you: one example and one thing to try complete the module.
        </p>
      )}
    </PostForm>
  );
}
