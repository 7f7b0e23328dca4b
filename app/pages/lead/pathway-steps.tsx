import { civilDateInWords } from '~/course/said';
import { DateField, TextField } from '~/ui/fields';
import { Panel } from '~/ui/panel';

export interface StepShown {
  module: string;
  title: string;
  minutes: number;
  /** By when the cohort has it already: it stays as it is. */
  givenAlready: string | null;
}

interface PathwayStepsProps {
  steps: StepShown[];
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
}

/** For each module of a pathway: when it opens, when it is due, and how long people are paid for it. */
export function PathwaySteps({ steps, values, errors }: PathwayStepsProps) {
  const field = (name: string) => ({ name, error: errors?.[name], defaultValue: values[name] });
  return steps.map(({ module, title, minutes, givenAlready }, n) => (
    <Panel key={module} level={3} title={`${n + 1}. ${title}`}>
      {givenAlready ? (
        <p>
          This cohort has it already, due {civilDateInWords(givenAlready)}. That stays as it is.
        </p>
      ) : (
        <div className="form-row">
          <DateField {...field(`opensOn.${module}`)} label={<>Opens on{of(title)}</>} required />
          <DateField {...field(`dueOn.${module}`)} label={<>Due on{of(title)}</>} required />
          <TextField
            {...field(`paidMinutes.${module}`)}
            label={<>Paid minutes{of(title)}</>}
            hint={`It takes about ${minutes}.`}
            inputMode="numeric"
            width="short"
            required
          />
        </div>
      )}
    </Panel>
  ));
}

/** For those who hear the page: which module a field is about. */
const of = (title: string) => <span className="visually-hidden">: {title}</span>;
