import { asksAboutDay } from '~/cohorts/due-day';
import { Checkbox, DateField, TextField } from '~/ui/fields';

interface PaidFieldsProps {
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
  /** Civil date: no earlier day can be chosen. */
  min: string;
}

/** By when a module is due, and the paid time it is given. */
export function PaidFields({ values, errors, min }: PaidFieldsProps) {
  const field = (name: string) => ({ name, error: errors?.[name], defaultValue: values[name] });
  return (
    <>
      <DateField {...field('dueOn')} label="Due on" min={min} required />
      {errors?.dueOn?.some(asksAboutDay) || values.anyway ? (
        <Checkbox
          label="Keep this day, though it is not a school day"
          name="anyway"
          value={values.dueOn}
          defaultChecked={values.anyway === values.dueOn}
        />
      ) : null}
      <TextField
        {...field('paidMinutes')}
        label="Paid minutes"
        hint="How long everyone is paid for doing it."
        inputMode="numeric"
        width="short"
        required
      />
      <TextField
        {...field('paidTime')}
        label="When that paid time is"
        hint="Such as: Tuesday twilight, 3.30 to 4.15."
        autoComplete="off"
        width="full"
        required
      />
    </>
  );
}
