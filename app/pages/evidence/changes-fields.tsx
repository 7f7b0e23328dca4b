import { Checkboxes, DateField, Radios, SelectField, TextArea } from '~/ui/fields';
import { AboutTheseWords } from './about-these-words';
import { kindOptions, ownerOptions } from './changes-in-words';
import { NamingQuestion } from './naming-question';
import type { Theme } from './themes';

interface FieldsProps {
  values: Record<string, string | undefined>;
  errors: Record<string, string[]> | undefined;
  themes: Theme[];
  tell: string | null;
}

/** What the school changed, as one short form. */
export function ChangeFields({ values, errors, themes, tell }: FieldsProps) {
  return (
    <>
      <TextArea
        label="What changed?"
        name="what"
        hint="One or two sentences: what is different now."
        rows={3}
        maxLength={600}
        error={errors?.what}
        defaultValue={values.what}
      />
      <TextArea
        label="Why?"
        name="why"
        hint="What you had seen or learnt that led to it."
        rows={3}
        maxLength={600}
        error={errors?.why}
        defaultValue={values.why}
      />
      <NamingQuestion sent={[values.what, values.why]} errors={errors} boxes={['what', 'why']} />
      <AboutTheseWords tell={tell} />
      <Radios
        legend="What kind of change is it?"
        name="kind"
        options={kindOptions}
        error={errors?.kind}
        defaultValue={values.kind}
        inline
      />
      <Checkboxes
        legend="Which parts of a whole-school approach is it about?"
        name="themes"
        hint="One or more."
        options={themes.map(({ id, title }) => ({ value: id, label: `${id}. ${title}` }))}
        error={errors?.themes}
        defaultValue={(values.themes ?? '').split(/[,\n]/)}
      />
      <SelectField
        label="Who sees to it?"
        name="owner"
        hint="A role, not a person."
        options={[{ value: '', label: 'Choose a role' }, ...ownerOptions]}
        error={errors?.owner}
        defaultValue={values.owner}
      />
      <DateField
        label="When did it change?"
        name="changedOn"
        error={errors?.changedOn}
        defaultValue={values.changedOn}
      />
      <DateField
        label="When will you look at it again?"
        name="reviewOn"
        hint="Leave it empty if you do not plan to."
        error={errors?.reviewOn}
        defaultValue={values.reviewOn}
      />
    </>
  );
}
