import { OpenedWith } from '~/pages/opened-with';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';

interface WillNotChangeFormProps {
  who: PageWho;
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
}

/** What the school promises its staff stays as it is; shown before every module. */
export function WillNotChangeForm({ who, values, errors }: WillNotChangeFormProps) {
  return (
    <PostForm who={who} noValidate>
      <OpenedWith values={values} />
      <TextArea
        label="In your school’s words"
        name="willNotChange"
        rows={7}
        hint="All staff read this on each module’s first page. For instance: safety comes first; the behaviour policy stands, and limits stay; whom we tell about a worry; nobody is asked about their own life; training is in paid time. Write only what the school will keep to. Empty, and nothing is shown."
        error={errors?.willNotChange}
        defaultValue={values.willNotChange}
      />
      <Button variant="secondary">Save what will not change</Button>
    </PostForm>
  );
}
