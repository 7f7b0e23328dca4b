import { contacts } from '~/people/contacts';
import { TextField } from '~/ui/fields';

interface ContactFieldsProps {
  /** What stands in the fields, by field name. */
  values: Record<string, string> | undefined;
  errors: Record<string, string[]> | undefined;
}

/** A name and a number for each person to tell. */
export function ContactFields({ values, errors }: ContactFieldsProps) {
  return contacts.map(({ key, label, hint }) => (
    <fieldset className="field" key={key}>
      <legend>{label}</legend>
      <p className="hint">{hint}</p>
      <TextField
        label={key === 'childrensSocialCare' ? 'Name of the team' : 'Name'}
        name={`${key}Name`}
        autoComplete="off"
        required
        error={errors?.[`${key}Name`]}
        defaultValue={values?.[`${key}Name`]}
      />
      <TextField
        label="Telephone"
        name={`${key}Phone`}
        type="tel"
        autoComplete="off"
        required
        error={errors?.[`${key}Phone`]}
        defaultValue={values?.[`${key}Phone`]}
      />
    </fieldset>
  ));
}
