import { asksAboutTerms } from '~/cohorts/term-dates-form';
import { OpenedWith } from '~/pages/opened-with';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Checkbox, TextArea } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface TermDatesFieldsProps {
  who: PageWho;
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
}

/** A row for each line, and for what a narrow screen makes of it: a line of dates takes two there. */
const rowsFor = (typed = '', least = 4) =>
  Math.min(16, Math.max(least, typed.split('\n').length * 2));

/** Three boxes, one thing a line. */
export function TermDatesFields({ who, values, errors }: TermDatesFieldsProps) {
  return (
    <Panel title="Change the dates">
      <PostForm who={who} noValidate>
        <OpenedWith values={values} />
        <TextArea
          label="Terms, one a line"
          name="terms"
          rows={rowsFor(values.terms, 5)}
          hint="First and last day, for example “Autumn: 1 September 2026 to 18 December 2026”. Half-terms go in the next box. Leave earlier terms in: what began in them counts from them."
          error={errors?.terms}
          defaultValue={values.terms}
        />
        {errors?.terms?.some(asksAboutTerms) || values.noTerms ? (
          <Checkbox
            label="Save without any term"
            name="noTerms"
            defaultChecked={values.noTerms === 'yes'}
          />
        ) : null}
        <TextArea
          label="Closed days within a term, one a line"
          name="closed"
          rows={rowsFor(values.closed, 6)}
          hint="Half-terms, closures, polling days. For example “Half-term: 26 to 30 October 2026”, or “Snow: 12 January 2027”."
          error={errors?.closed}
          defaultValue={values.closed}
        />
        <Checkbox
          label="Closed on England’s bank holidays"
          name="bankHolidays"
          hint="Those that fall in a term, as the early May one does, are added to the closed days when you save."
          defaultChecked={values.bankHolidays === 'yes'}
        />
        <TextArea
          label="INSET days, one a line"
          name="inset"
          rows={rowsFor(values.inset, 4)}
          hint="Days for staff without pupils. They count as school days, in term or outside it. For example “1 September 2026”."
          error={errors?.inset}
          defaultValue={values.inset}
        />
        <div className="form-actions">
          <Button>Save the dates</Button>
        </div>
      </PostForm>
    </Panel>
  );
}
