import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '~/ui/button';
import { DateField } from '~/ui/fields';

interface AsAtFormProps {
  asAt: { typed: string; error: string | null; began: string; today: string };
  /** More fields of the same question. */
  children?: ReactNode;
}

/** Asks for a day, and whatever else the page lets one choose; a plain GET. */
export function AsAtForm({ asAt, children }: AsAtFormProps) {
  return (
    <Form method="get" className="form-row" noValidate>
      <DateField
        key={asAt.typed}
        label="As at the end of"
        name="asAt"
        min={asAt.began}
        max={asAt.today}
        defaultValue={asAt.typed}
        error={asAt.error ?? undefined}
      />
      {children}
      <Button variant="secondary">Show</Button>
    </Form>
  );
}
