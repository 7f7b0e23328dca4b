import { DateField, SelectField, TextField } from '~/ui/fields';
import { kindOptions } from './in-words';

interface FieldsProps {
  values: Record<string, string | undefined>;
  errors: Record<string, string[]> | undefined;
}

/** What a session was. */
export function DetailFields({ values, errors }: FieldsProps) {
  return (
    <>
      <TextField
        label="What was it?"
        name="title"
        hint="A title that says what it was about. It goes on each person’s record and stays there, so name no child."
        error={errors?.title}
        defaultValue={values.title}
        width="full"
        maxLength={200}
        autoComplete="off"
      />
      <SelectField
        label="What kind?"
        name="kind"
        error={errors?.kind}
        defaultValue={values.kind}
        options={kindOptions}
      />
      <WhenFields values={values} errors={errors} />
      <TextField
        label="Who gave it?"
        name="provider"
        hint="Leave it empty if it was the school itself."
        error={errors?.provider}
        defaultValue={values.provider}
        maxLength={200}
        autoComplete="off"
      />
    </>
  );
}

/** `alone`: of one person, and not of everyone who was there. */
export function WhenFields({ values, errors, alone }: FieldsProps & { alone?: boolean }) {
  return (
    <>
      <DateField
        label="When did it take place?"
        name="heldOn"
        error={errors?.heldOn}
        defaultValue={values.heldOn}
      />
      <TextField
        label="How many hours?"
        name="hours"
        hint={
          alone
            ? 'Such as 6, 1.5 or 0:45.'
            : 'Such as 6, 1.5 or 0:45. The same for everyone who was there; nobody is timed.'
        }
        error={errors?.hours}
        defaultValue={values.hours}
        width="short"
        autoComplete="off"
      />
    </>
  );
}

const fundOptions = [
  { value: '', label: 'Not said' },
  { value: 'school budget', label: 'School budget' },
  { value: 'Pupil Premium Plus', label: 'Pupil Premium Plus' },
  { value: 'other', label: 'Other' },
];

/** What it cost, if anybody wants to keep that. */
export function CostFields({ values, errors }: FieldsProps) {
  return (
    <>
      <TextField
        label="What did it cost, in pounds?"
        name="cost"
        hint="If you want to keep that. Of the whole session, for everyone together; it stands on nobody’s record."
        error={errors?.cost}
        defaultValue={values.cost}
        width="short"
        inputMode="decimal"
        autoComplete="off"
      />
      <SelectField
        label="Out of which fund?"
        name="fund"
        error={errors?.fund}
        defaultValue={values.fund}
        options={fundOptions}
      />
    </>
  );
}
