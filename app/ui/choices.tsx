import clsx from 'clsx';
import type { ReactNode } from 'react';
import { describedBy, FieldError, type FieldWords, Hint, hasError } from './field-frame';

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface GroupProps extends Omit<FieldWords, 'label'> {
  legend: ReactNode;
  /** Keep the legend for those who listen, and hide it from those who see it said above. */
  legendHidden?: boolean;
  options: Choice[];
  inline?: boolean;
  required?: boolean;
  className?: string;
  /** Id of the form they belong to, where they do not stand inside it. */
  form?: string;
}

interface SetProps extends GroupProps {
  type: 'radio' | 'checkbox';
  chosen: readonly string[];
}

function ChoiceSet({
  type,
  legend,
  legendHidden,
  name,
  hint,
  error,
  options,
  inline,
  required,
  className,
  form,
  chosen,
}: SetProps) {
  return (
    <fieldset
      className={clsx('field choices', hasError(error) && 'field-with-error', className)}
      aria-describedby={describedBy({ name, hint, error })}
    >
      <legend className={legendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name} error={error} />
      <div className={clsx('choice-list', inline && 'choice-list-inline')}>
        {options.map((option, n) => {
          // The first one answers to the field's own name, so that an error summary's link finds it.
          const id = n === 0 ? name : `${name}-${n}`;
          return (
            <label key={option.value} className="choice" htmlFor={id}>
              <input
                id={id}
                type={type}
                name={name}
                form={form}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
                required={required && type === 'radio'}
                aria-describedby={option.hint ? `${id}-about` : undefined}
              />
              <span className="choice-words">
                {option.label}
                {option.hint ? (
                  <span className="hint" id={`${id}-about`}>
                    {option.hint}
                  </span>
                ) : null}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** One of several. Each whole card is the label. */
export function Radios({ defaultValue, ...rest }: GroupProps & { defaultValue?: string }) {
  return (
    <ChoiceSet {...rest} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
  );
}

/** Any number of several; each chosen value is sent under the same name. */
export function Checkboxes({
  defaultValue = [],
  ...rest
}: Omit<GroupProps, 'required'> & { defaultValue?: readonly string[] }) {
  return <ChoiceSet {...rest} type="checkbox" chosen={defaultValue} />;
}

interface CheckboxProps extends FieldWords {
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
}

/** A single yes-or-not. */
export function Checkbox({
  label,
  name,
  hint,
  error,
  value = 'yes',
  defaultChecked,
  required,
}: CheckboxProps) {
  return (
    <div className={clsx('field', hasError(error) && 'field-with-error')}>
      <FieldError name={name} error={error} />
      <label className="choice" htmlFor={name}>
        <input
          id={name}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          required={required}
          aria-invalid={hasError(error) || undefined}
          aria-describedby={describedBy({ name, hint, error })}
        />
        <span className="choice-words">
          {label}
          {hint ? (
            <span className="hint" id={`${name}-hint`}>
              {hint}
            </span>
          ) : null}
        </span>
      </label>
    </div>
  );
}
