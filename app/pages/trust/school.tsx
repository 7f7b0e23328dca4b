import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { found } from '~/pages/form-answer.server';
import { pageWho, requirePerson } from '~/people/guard.server';
import { trustLedFrom, trustSchool } from '~/people/trust.server';
import { londonDate } from '~/record/london-date';
import { schoolTotals, stillToDo } from '~/record/trust-totals.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { SelectField } from '~/ui/fields';
import { Meter } from '~/ui/meter';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { NotYet } from '../evidence/not-yet';
import { noteWholeRecord } from '../evidence/note-access.server';

export const meta = () => title('A school of the trust');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the trust');
  const { db, now } = args.context.attune;
  const school = found(() =>
    trustSchool(db, trustLedFrom(db, who.schoolId).id, args.params.school ?? ''),
  );
  const today = londonDate(now());
  const asked = new URL(args.request.url).searchParams.get('module');
  if (school.names) {
    const there = { ...who, schoolId: school.id };
    noteWholeRecord(args, there, 'opened, for the trust, who has still to do what');
  }
  return {
    who: pageWho(who),
    school,
    totals: schoolTotals(db, school.id, today),
    still: school.names ? stillToDo(db, school.id, today, asked) : null,
  };
}

export default function TrustSchoolPage() {
  const { who, school, totals, still } = useLoaderData<typeof loader>();
  const { staff, modules } = totals;
  return (
    <AppPage
      who={who}
      section="trust"
      here="/trust"
      title={school.name}
      intro={staff === 1 ? 'One person on the staff today.' : `${staff} on the staff today.`}
      back={{ to: '/trust', label: 'Schools' }}
    >
      <Panel title="Completed, of everyone on the staff">
        {modules.length === 0 ? <p>Nobody has been asked for a module yet.</p> : null}
        {modules.map(({ module, title: name, trained, asked }) => (
          <Meter
            key={module}
            label={name}
            value={trained}
            max={staff}
            text={`${trained} of ${staff}. Asked, or have begun: ${asked}.`}
          />
        ))}
      </Panel>
      {school.names ? (
        <p>
          The headteacher lets the trust see who has still to do what. Opening this page is written
          down, and staff see that it was.
        </p>
      ) : (
        <p>
          Who has still to do what is the school’s to know. Its headteacher can let the trust see
          names, under Settings.
        </p>
      )}
      {still ? (
        <>
          {modules.length > 1 ? (
            <Form method="get" className="form-row">
              <SelectField
                label="Module"
                name="module"
                key={still.module}
                defaultValue={still.module}
                options={modules.map(({ module, title: name }) => ({ value: module, label: name }))}
              />
              <Button variant="secondary">Show</Button>
            </Form>
          ) : null}
          <NotYet detail={still} />
        </>
      ) : null}
    </AppPage>
  );
}
