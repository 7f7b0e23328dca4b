import type { SetAside } from '~/cohorts/friday.server';
import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

/** Whoever is off the list until a Friday, so that two leads do not ask the same person twice. */
export function AsideList({ who, aside }: { who: PageWho; aside: SetAside[] }) {
  if (aside.length === 0) return null;
  return (
    <Details
      summary={
        aside.length === 1 ? 'Spoken with: one person' : `Spoken with: ${aside.length} people`
      }
    >
      <p>This is not on the record, and it is gone when the day comes.</p>
      <ul>
        {aside.map(({ personId, name, by, until }) => (
          <li key={personId}>
            {name}, by {by}: off the list until {civilDateInWords(until)}
            <PostForm who={who}>
              <input type="hidden" name="formId" value="back" />
              <input type="hidden" name="person" value={personId} />
              <Button variant="quiet">
                Put back<span className="visually-hidden">: {name}</span>
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </Details>
  );
}
