import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { SelectField } from '~/ui/fields';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface Person {
  id: string;
  name: string;
}

interface CohortHeadsProps {
  who: PageWho;
  heads: Person[];
  /** Everyone who might. */
  others: Person[];
  error: string[] | undefined;
}

/** Who leads this cohort, as a head of department does, and what that shows them. */
export function CohortHeads({ who, heads, others, error }: CohortHeadsProps) {
  return (
    <Details
      summary={
        heads.length > 0
          ? `Led by ${heads.map(({ name }) => name).join(', ')}`
          : 'Name someone who leads this cohort'
      }
      open={error !== undefined}
    >
      <p>
        A head of department, say. They see who in this cohort has done what it was given, and
        nothing else: no answers, no scores, nobody’s asking for a hand, no other cohort.
      </p>
      {heads.map(({ id, name }) => (
        <PostForm key={id} who={who}>
          <input type="hidden" name="formId" value="unname" />
          <input type="hidden" name="person" value={id} />
          <Button variant="quiet">{name} leads it no more</Button>
        </PostForm>
      ))}
      <PostForm who={who} reset noValidate>
        <input type="hidden" name="formId" value="head" />
        <SelectField
          label="Person"
          name="head"
          error={error}
          options={[
            { value: '', label: 'Choose' },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button variant="secondary">They lead this cohort</Button>
      </PostForm>
    </Details>
  );
}
