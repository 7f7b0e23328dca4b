import clsx from 'clsx';
import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { describedBy, Field, type FieldWords, hasError } from './field-frame';

type Width = 'short' | 'medium' | 'full';
type Own = FieldWords & { width?: Width };

type TextFieldProps = Own & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Own | 'id'>;

export function TextField({
  label,
  name,
  hint,
  error,
  width = 'medium',
  type = 'text',
  className,
  ...rest
}: TextFieldProps) {
  const { 'aria-describedby': extra, ...others } = rest;
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      <input
        id={name}
        name={name}
        type={type}
        className={clsx('input', `input-${width}`, className)}
        aria-invalid={hasError(error) || undefined}
        aria-describedby={describedBy({ name, hint, error }, extra)}
        {...others}
      />
    </Field>
  );
}

/** A civil date, YYYY-MM-DD. */
export function DateField({ width = 'short', ...rest }: TextFieldProps) {
  return <TextField {...rest} type="date" width={width} />;
}

type TextAreaProps = FieldWords &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldWords | 'id'>;

export function TextArea({
  label,
  name,
  hint,
  error,
  rows = 5,
  className,
  ...rest
}: TextAreaProps) {
  const { 'aria-describedby': extra, ...others } = rest;
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        className={clsx('input input-full', className)}
        aria-invalid={hasError(error) || undefined}
        aria-describedby={describedBy({ name, hint, error }, extra)}
        {...others}
      />
    </Field>
  );
}

export interface SelectOption {
  value: string;
  label: string;
}

type SelectFieldProps = Own & { options: SelectOption[] } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    keyof Own | 'id'
  >;

export function SelectField({
  label,
  name,
  hint,
  error,
  options,
  width = 'medium',
  className,
  ...rest
}: SelectFieldProps) {
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      <select
        id={name}
        name={name}
        className={clsx('input', `input-${width}`, className)}
        aria-invalid={hasError(error) || undefined}
        aria-describedby={describedBy({ name, hint, error })}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export { Checkbox, Checkboxes, Radios } from './choices';
