import type { FormAnswer } from '~/pages/form-answer.server';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { DateField, Radios, TextArea, TextField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';

interface SignOffFormProps {
  who: PageWho;
  contentHash: string;
  /** Civil date. */
  today: string;
  kept: Record<string, string> | null;
  answer: FormAnswer | undefined;
}

/** Says that somebody read this version whole, and what they found. */
export function SignOffForm({ who, contentHash, today, kept, answer }: SignOffFormProps) {
  const values = answer?.values ?? kept;
  const field = (name: string) => ({
    name,
    error: answer?.errors[name],
    defaultValue: values?.[name],
  });
  return (
    <PostForm key={String(kept !== null)} who={who} noValidate>
      <input type="hidden" name="formId" value="sign-off" />
      <input type="hidden" name="version" value={contentHash} />
      <TextField
        {...field('role')}
        label="Who read it"
        hint="Their role: educational psychologist, designated safeguarding lead, foster carer, teaching assistant…"
        autoComplete="off"
      />
      <TextField
        {...field('name')}
        label="Their name, as they want it shown"
        hint="Optional. Empty shows the role alone. Learners read this."
        autoComplete="off"
      />
      <TextField
        {...field('readFor')}
        label="What they read it for"
        hint="Accuracy, safeguarding, how it is for carers, whether it fits our school…"
        autoComplete="off"
        width="full"
      />
      <DateField {...field('readOn')} label="Read on" defaultValue={values?.readOn ?? today} />
      <Radios
        {...field('verdict')}
        legend="What they say"
        options={[
          { value: 'fit', label: 'Read whole and found fit to use' },
          { value: 'with remarks', label: 'Read whole, with these remarks' },
        ]}
      />
      <TextArea
        {...field('remarks')}
        label="Remarks"
        rows={4}
        hint="For you and the head. Learners see that there are remarks, and not what they are."
      />
      <Radios
        {...field('word')}
        legend="Whose word is this?"
        hint="Your own name is kept as the one who recorded it."
        options={[
          { value: 'read it', label: 'I am the reader' },
          { value: 'on paper', label: 'The reader signed it on paper' },
          { value: 'in writing', label: 'The reader wrote to say so' },
          { value: 'in person', label: 'The reader told me' },
        ]}
      />
      <Button>Sign this version</Button>
    </PostForm>
  );
}
