import { ContactFields } from '~/pages/lead/contact-fields';
import { Button } from '~/ui/button';
import { Checkbox, Radios } from '~/ui/choices';
import { ErrorSummary } from '~/ui/error-summary';
import { TextField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';
import { PublicPage } from '~/ui/public-page';

interface SetupFormProps {
  values: Record<string, string> | undefined;
  errors: Record<string, string[]> | undefined;
}

export function SetupForm({ values, errors }: SetupFormProps) {
  const field = (name: string) => ({ name, error: errors?.[name], defaultValue: values?.[name] });
  return (
    <PublicPage
      title="Set up Attune for your school"
      intro="Once, in about ten minutes. You need the code that was printed when Attune started, and the numbers staff call when they are worried about a child."
    >
      <ErrorSummary errors={errors} />
      <PostForm who={null} noValidate>
        <TextField
          {...field('code')}
          label="Set-up code"
          hint="Like K7QD-94MF."
          autoComplete="off"
          spellCheck={false}
          required
          width="short"
        />

        <h2>Your school</h2>
        <TextField
          {...field('schoolName')}
          label="Name of the school"
          autoComplete="organization"
          required
        />
        <TextField
          {...field('urn')}
          label="URN (may be left empty)"
          hint="The school’s six-digit number with the Department for Education."
          inputMode="numeric"
          width="short"
        />

        <h2>Who to tell</h2>
        <p>
          Shown to staff wherever training says “tell someone”. No module opens until these are
          here.
        </p>
        <ContactFields values={values} errors={errors} />

        <h2>The first two people</h2>
        <Radios
          {...field('you')}
          legend="Which of them are you?"
          required
          options={[
            { value: 'lead', label: 'I am the attachment lead' },
            { value: 'head', label: 'I am the headteacher' },
            { value: 'both', label: 'I am both' },
          ]}
        />
        <TextField
          {...field('leadName')}
          label="Attachment lead’s name"
          autoComplete="off"
          required
        />
        <TextField
          {...field('leadEmail')}
          label="Attachment lead’s e-mail address"
          type="email"
          autoComplete="off"
          required
        />
        <TextField
          {...field('headEmail')}
          label="Headteacher’s e-mail address"
          hint="Their name is taken from above. Leave this empty if you are both."
          type="email"
          autoComplete="off"
        />
        <TextField
          label="A password for you"
          name="password"
          type="password"
          hint="At least 12 characters of any kind. The other person gets a code from you and chooses their own."
          autoComplete="new-password"
          required
          error={errors?.password}
        />
        <Checkbox
          label="This is my own device"
          name="own"
          hint="Keeps you signed in for 30 days. Leave it empty on a computer that others use."
          defaultChecked={values?.own === 'yes'}
        />
        <div className="form-actions">
          <Button>Set up Attune</Button>
        </div>
      </PostForm>
    </PublicPage>
  );
}
