import { civilDateInWords } from '~/course/said';
import type { Deputy } from '~/people/deputies.server';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { DateField, SelectField } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface DeputyPanelProps {
  who: PageWho;
  deputies: Deputy[];
  people: { id: string; name: string; roleGroup: string }[];
  /** Civil date. */
  today: string;
  values: Record<string, string> | undefined;
  errors: Record<string, string[]> | undefined;
}

/** Who stands in for the attachment lead, and until when. */
export function DeputyPanel({ who, deputies, people, today, values, errors }: DeputyPanelProps) {
  return (
    <Panel title="Deputy for the attachment lead">
      <p>
        For while the lead is away: they have the same pages and the same list, and the record says
        that it was the deputy. They give no roles, and no way in to whoever has one.
      </p>
      {deputies.map(({ personId, name, fromOn, untilOn }) => (
        <PostForm key={personId} who={who} className="form-row">
          <p>
            <strong>{name}</strong>, {daysInWords(fromOn, untilOn, today)}
          </p>
          <input type="hidden" name="formId" value="deputy-back" />
          <input type="hidden" name="deputy" value={personId} />
          <Button variant="quiet">
            Take it back<span className="visually-hidden">: {name}</span>
          </Button>
        </PostForm>
      ))}
      <PostForm who={who} reset={errors === undefined} noValidate>
        <input type="hidden" name="formId" value="deputy" />
        <SelectField
          label="Deputy"
          name="deputy"
          error={errors?.deputy}
          defaultValue={values?.deputy ?? ''}
          options={[
            { value: '', label: 'Choose a name' },
            ...people.map(({ id, name, roleGroup }) => ({
              value: id,
              label: `${name}, ${roleGroup}`,
            })),
          ]}
        />
        <DateField
          label="First day"
          name="fromOn"
          required
          error={errors?.fromOn}
          defaultValue={values?.fromOn ?? today}
        />
        <DateField
          label="Last day"
          name="untilOn"
          hint="Leave it empty, and it lasts until you take it back."
          error={errors?.untilOn}
          defaultValue={values?.untilOn}
        />
        <Button variant="secondary">Make them deputy</Button>
      </PostForm>
    </Panel>
  );
}

function daysInWords(fromOn: string, untilOn: string | null, today: string): string {
  const from = fromOn > today ? `from ${civilDateInWords(fromOn)} ` : '';
  return `${from}${untilOn ? `until ${civilDateInWords(untilOn)}` : 'until you take it back'}`;
}
