import { Form } from '@remix-run/react';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { Table } from '~/ui/table';
import type { Hours } from './hours';

interface HoursAndCostProps {
  modules: { slug: string; title: string; minutes: number }[];
  hours: Hours;
  /** As typed. */
  rate: string;
}

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});

/** What the modules on the shelf take of paid time, for the school's own numbers. */
export function HoursAndCost({ modules, hours, rate }: HoursAndCostProps) {
  const { minutes, people, hours: all, cost } = hours;
  return (
    <section id="hours">
      <h2>Hours and cost</h2>
      <Table
        caption="Required minutes, as measured from the text"
        columns={[
          { key: 'module', head: 'Module', rowHead: true, cell: ({ title }) => title },
          { key: 'minutes', head: 'Minutes', number: true, cell: ({ minutes: each }) => each },
        ]}
        rows={modules}
        rowKey={({ slug }) => slug}
        empty={<p>No module is open to learners yet.</p>}
        foot={
          <tr>
            <th scope="row">All of them, for one person</th>
            <td className="number" data-label="Minutes">
              {minutes}
            </td>
          </tr>
        }
      />
      <Form method="get" action="/lead/before-you-start#hours">
        <TextField
          label="How many people"
          name="people"
          inputMode="numeric"
          width="short"
          defaultValue={people}
          hint="As many as are on your staff list today, unless you change it."
          autoComplete="off"
        />
        <TextField
          label="Pounds for an hour, on-costs included"
          name="rate"
          inputMode="decimal"
          width="short"
          defaultValue={rate}
          hint="Optional. An average will do; it is not kept."
          error={
            rate && cost === null
              ? 'Type pounds and pence, up to 500, such as 14.50. The hours below are without a cost.'
              : undefined
          }
          autoComplete="off"
        />
        <Button variant="secondary">Work it out</Button>
      </Form>
      <p>
        <strong>
          {people} {people === 1 ? 'person' : 'people'}: about {all} paid hours in all
          {cost === null ? '' : `, about ${pounds.format(cost)}`}.
        </strong>{' '}
        People read at different speeds, so allow half as much again. Staff meetings, cover and your
        own time come on top. Attune itself costs what your server costs.
      </p>
    </section>
  );
}
