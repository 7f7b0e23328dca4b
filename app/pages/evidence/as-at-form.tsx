import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '~/ui/button';
import { DateField, TextField } from '~/ui/fields';

interface AsAtFormProps {
  asAt: { typed: string; error: string | null; began: string; today: string };
  /** More fields of the same question. */
  children?: ReactNode;
}

const dateShape = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Asks for a day, and whatever else the page lets one choose; a plain GET. What is no date at all stands in a plain box, since
 * a browser empties a date box that holds anything else.
 */
export function AsAtForm({ asAt, children }: AsAtFormProps) {
  const day = {
    label: 'As at the end of',
    name: 'asAt',
    defaultValue: asAt.typed,
    error: asAt.error ?? undefined,
  };
  return (
    <Form method="get" className="form-row" noValidate>
      {asAt.error && !isDate(asAt.typed) ? (
        <TextField {...day} width="short" />
      ) : (
        <DateField {...day} key={asAt.typed} min={asAt.began} max={asAt.today} />
      )}
      {children}
      <Button variant="secondary">Show</Button>
    </Form>
  );
}

/** `Date` takes 30 February for 2 March: only what comes back as it went in is a date. */
function isDate(text: string): boolean {
  const time = dateShape.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
