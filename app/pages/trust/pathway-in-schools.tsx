import type { InSchool, StepInSchool } from '~/cohorts/trust-pathway.server';
import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Table } from '~/ui/table';

interface PathwayInSchoolsProps {
  who: PageWho;
  schools: InSchool[];
  chosen: { pathway: string; startsOn: string };
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
}

/** What a pathway would be in each school, and the button that gives it. */
export function PathwayInSchools({ who, schools, chosen, values, errors }: PathwayInSchoolsProps) {
  return (
    <>
      {schools.map(({ id, name, steps, has, noDates }) => (
        <Panel key={id} title={name}>
          {noDates ? (
            <p>
              This school has no term dates yet, so every Monday to Friday counts. Ask its lead to
              enter them first.
            </p>
          ) : null}
          {has.length > 0 ? <p>It has these already, and they stay: {has.join(', ')}.</p> : null}
          {steps.length > 0 ? (
            <Table<StepInSchool>
              caption={`Dates at ${name}`}
              captionHidden
              rows={steps}
              rowKey={({ module }) => module}
              columns={[
                { key: 'module', head: 'Module', rowHead: true, cell: (step) => step.title },
                { key: 'opens', head: 'Opens', cell: (step) => civilDateInWords(step.opensOn) },
                { key: 'due', head: 'Due', cell: (step) => civilDateInWords(step.dueOn) },
                {
                  key: 'paid',
                  head: 'Paid minutes',
                  number: true,
                  cell: (step) => step.paidMinutes,
                },
              ]}
            />
          ) : (
            <p>Nothing is left to give.</p>
          )}
        </Panel>
      ))}
      {schools.some(({ steps }) => steps.length > 0) ? (
        <PostForm who={who} noValidate>
          <input type="hidden" name="formId" value="give" />
          <input type="hidden" name="pathway" value={chosen.pathway} />
          <input type="hidden" name="startsOn" value={chosen.startsOn} />
          <TextField
            label="When people are paid for it"
            name="paidTime"
            width="full"
            autoComplete="off"
            hint="Such as: trust day and twilights; your lead says when. Each school’s lead can change it."
            error={errors?.paidTime}
            defaultValue={values.paidTime}
          />
          <div className="form-actions">
            <Button>Give it to all schools</Button>
          </div>
        </PostForm>
      ) : null}
    </>
  );
}
