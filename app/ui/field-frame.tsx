import type { ReactNode } from 'react';

export interface FieldWords {
  label: ReactNode;
  /** Also the id, so that an error summary can link to it. */
  name: string;
  hint?: ReactNode;
  error?: string | string[];
}

/** The ids of the hint and error that stand beside the field, for `aria-describedby`. */
export function describedBy(field: Pick<FieldWords, 'name' | 'hint' | 'error'>, extra?: string) {
  const ids = [
    field.hint ? `${field.name}-hint` : null,
    hasError(field.error) ? `${field.name}-error` : null,
    extra,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function hasError(error: FieldWords['error']): boolean {
  return Array.isArray(error) ? error.length > 0 : Boolean(error);
}

export function Hint({ name, children }: { name: string; children: ReactNode }) {
  return children ? (
    <div className="hint" id={`${name}-hint`}>
      {children}
    </div>
  ) : null;
}

export function FieldError({ name, error }: { name: string; error: FieldWords['error'] }) {
  if (!hasError(error)) return null;
  return (
    <p className="field-error" id={`${name}-error`}>
      <span className="visually-hidden">To mend: </span>
      {Array.isArray(error) ? error.join(' ') : error}
    </p>
  );
}

/** Label, hint and error around one control. */
export function Field({
  label,
  name,
  hint,
  error,
  children,
}: FieldWords & { children: ReactNode }) {
  return (
    <div className={hasError(error) ? 'field field-with-error' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name} error={error} />
      {children}
    </div>
  );
}
