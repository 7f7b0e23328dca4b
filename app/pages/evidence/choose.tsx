import { SelectField } from '~/ui/fields';

interface ChooseProps {
  name: string;
  label: string;
  /** Where nothing is chosen. */
  all: string;
  chosen: string | undefined;
  options: readonly { value: string; label: string }[];
}

/** One part of a filter. Shown anew for another choice, which a link may have made. */
export function Choose({ name, label, all, chosen, options }: ChooseProps) {
  return (
    <SelectField
      key={chosen ?? ''}
      name={name}
      label={label}
      defaultValue={chosen ?? ''}
      options={[{ value: '', label: all }, ...options]}
    />
  );
}
