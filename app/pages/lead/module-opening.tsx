import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import type { Opening } from '~/review/opened-modules.server';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/post-form';

/** Who opened a school's own module and when, or the button that opens it. */
export function ModuleOpening({
  who,
  module: { slug, name },
  opened,
}: {
  who: PageWho;
  module: { slug: string; name: string };
  opened: Opening | null;
}) {
  return (
    <PostForm who={who}>
      <input type="hidden" name="module" value={slug} />
      {opened ? (
        <>
          <p>
            Opened to staff on {civilDateInWords(opened.on)} by {opened.by}. If you close it, it is
            offered to nobody new: whoever is part-way, or was given it, can finish.
          </p>
          <Button variant="quiet" name="intent" value="close">
            Close it again<span className="visually-hidden">: {name}</span>
          </Button>
        </>
      ) : (
        <>
          <p>
            Staff do not see it under “Open to you”. Until you open it, only people in a cohort that
            you give it to can take it: try it with two or three first.
          </p>
          <Button variant="primary" name="intent" value="open">
            Open it to staff<span className="visually-hidden">: {name}</span>
          </Button>
        </>
      )}
    </PostForm>
  );
}
