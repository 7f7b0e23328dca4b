import type { PageWho } from '~/people/guard.server';
import { addDays } from '~/record/london-date';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { DateField, TextField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';

interface MakeLinkProps {
  who: PageWho;
  /** Civil dates: today, the first day of the record, and the day that is offered. */
  today: string;
  began: string;
  usual: string;
  /** Of the link that it makes: sent twice, the form makes one. */
  token: string;
  values: Record<string, string> | undefined;
  errors: Record<string, string[]> | undefined;
}

/** What a link is for, until when it opens, and whose day its figures are. */
export function MakeLink({ who, today, began, usual, token, values, errors }: MakeLinkProps) {
  const yesterday = addDays(today, -1);
  const someDayIsOver = yesterday >= began;
  return (
    <PostForm who={who} noValidate>
      <input type="hidden" name="token" value={token} autoComplete="off" />
      <TextField
        label="What is it for?"
        name="label"
        hint="A few words to know it by, like “Autumn meeting”. Whoever opens the link does not see them; staff do, among who looked at the record."
        autoComplete="off"
        required
        error={errors?.label}
        defaultValue={values?.label}
      />
      <DateField
        label="The last day on which it opens"
        name="lastDay"
        hint="A year from now at most. You can withdraw it before."
        required
        min={today}
        error={errors?.lastDay}
        defaultValue={values?.lastDay ?? usual}
      />
      <Radios
        legend="Which figures does it show?"
        name="figures"
        error={errors?.figures}
        defaultValue={values?.figures ?? (someDayIsOver ? 'day' : 'today')}
        options={[
          {
            value: 'day',
            label: 'Those of one day that is over',
            hint: 'They stay as they are, so that a meeting talks about the same page.',
          },
          {
            value: 'today',
            label: 'Those of the day on which it is opened',
            hint: 'They move as the record does: whoever opens it on two days sees what came between, that one more teacher completed a module, say. What the school writes down itself is there at once too: what it set out to do, changed and measured. What people understood is only ever counted in fives.',
          },
        ]}
      />
      <DateField
        label="If of one day: as at the end of"
        name="asAt"
        min={began}
        max={yesterday}
        error={errors?.asAt}
        defaultValue={values?.asAt ?? (someDayIsOver ? yesterday : undefined)}
      />
      <div className="form-actions">
        <Button>Make the link</Button>
      </div>
    </PostForm>
  );
}
