import { DateField, Radios, TextArea, TextField } from '~/ui/fields';
import { AboutTheseWords } from './about-these-words';
import { NamingQuestion } from './naming-question';

interface FieldsProps {
  values: Record<string, string | undefined>;
  errors: Record<string, string[]> | undefined;
  /** Names of those that take words about the school. */
  boxes: string[];
  tell: string | null;
  /** Civil date. */
  today: string;
}

/** A measure before and after, with where it is from and what else changed. */
export function MeasureFields({ values, errors, boxes, tell, today }: FieldsProps) {
  const field = (name: string) => ({
    name,
    error: errors?.[name],
    defaultValue: values[name],
    autoComplete: 'off',
  });
  return (
    <>
      <TextField
        label="What was measured?"
        hint="Of whom and what: “Suspensions in Years 3 to 6”."
        width="full"
        maxLength={200}
        {...field('what')}
      />
      <Radios
        legend="What is it about?"
        name="level"
        error={errors?.level}
        defaultValue={values.level}
        options={[
          { value: '1', label: 'What staff thought of the training' },
          {
            value: '4',
            label: 'What staff do',
            hint: 'Learning walks, rehearsals: counted together.',
          },
          { value: '5', label: 'How it is for pupils' },
        ]}
      />
      <Radios
        legend="What kind of figure is it?"
        name="figure"
        error={errors?.figure}
        defaultValue={values.figure}
        options={[
          { value: 'count', label: 'A count', hint: '14 suspensions' },
          { value: 'share', label: 'A percentage', hint: '62% of 58 pupils' },
          { value: 'average', label: 'An average', hint: '11 minutes, over 40 times' },
        ]}
      />
      <TextField
        label="What does the figure count?"
        hint="Suspensions, pupils, minutes."
        maxLength={60}
        {...field('unit')}
      />
      <Side of="before" label="Before" field={field} today={today} />
      <Side of="after" label="After" field={field} today={today} />
      <Radios
        legend="About how many pupils, or adults, is it?"
        name="people"
        hint="Fourteen suspensions may be one child’s. Of each figure, the one before and the one after."
        error={errors?.people}
        defaultValue={values.people}
        options={[
          { value: 'five or more', label: 'Five or more' },
          { value: 'fewer or unknown', label: 'Fewer than five, or we do not know' },
        ]}
      />
      <TextField
        label="Where are the figures from?"
        hint="The school census, a survey of Year 5, notes of learning walks."
        width="full"
        maxLength={200}
        {...field('source')}
      />
      <TextArea
        label="What else changed over that time?"
        name="alsoChanged"
        hint="Staff, pupils, buildings, other work. It is printed beside the figures, always."
        rows={3}
        maxLength={600}
        error={errors?.alsoChanged}
        defaultValue={values.alsoChanged}
      />
      <NamingQuestion sent={boxes.map((box) => values[box])} errors={errors} boxes={boxes} />
      <AboutTheseWords tell={tell} />
    </>
  );
}

interface SideProps {
  today: string;
  of: 'before' | 'after';
  label: string;
  field: (name: string) => {
    name: string;
    error: string[] | undefined;
    defaultValue: string | undefined;
    autoComplete: string;
  };
}

function Side({ of, label, field, today }: SideProps) {
  return (
    <>
      <TextField
        label={`${label}: when?`}
        hint={`Such as autumn term ${of === 'before' ? 2025 : 2026}.`}
        {...field(`${of}Period`)}
      />
      <DateField
        label={`${label}: the last day of that time`}
        max={today}
        {...field(`${of}Until`)}
      />
      <TextField
        label={`${label}: the figure`}
        hint="Fewer than five are not kept."
        width="short"
        inputMode="decimal"
        {...field(of)}
      />
      <TextField
        label={`${label}: of how many?`}
        hint="For a percentage or an average."
        width="short"
        inputMode="numeric"
        {...field(`${of}Of`)}
      />
    </>
  );
}
