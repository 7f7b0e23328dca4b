import { Form, Link } from '@remix-run/react';
import { shortDate } from '~/pages/evidence/said';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { SelectField, TextField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';
import { Table } from '~/ui/table';

interface Sheet {
  number: string;
  /** As it stands on the paper. */
  shown: string;
  /** Civil dates. */
  printedOn: string;
  enteredOn: string | null;
  by: string | null;
}

export interface PersonOnPaper {
  id: string;
  name: string;
  roleGroup: string;
  done: boolean;
  sheet: Sheet | null;
}

interface FindProps {
  typed: string | null;
  error?: string;
  from: string;
}

/** From a paper in the hand to the form for it. */
export function FindSheet({ typed, error, from }: FindProps) {
  return (
    <Form method="get" className="form-row">
      {from ? <input type="hidden" name="from" value={from} /> : null}
      <TextField
        label="Number on a sheet"
        name="number"
        width="short"
        hint="At the top of the paper, like K7Q-94M."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={typed ?? ''}
        error={error}
      />
      <Button variant="secondary">Type in this sheet</Button>
    </Form>
  );
}

interface ChooseProps {
  modules: { slug: string; name: string }[];
  groups: { from: string; name: string }[];
  module: string;
  from: string;
}

export function ChoosePaper({ modules, groups, module, from }: ChooseProps) {
  return (
    <Form method="get" className="form-row">
      <SelectField
        label="Module"
        name="module"
        key={`module ${module}`}
        defaultValue={module}
        options={[
          ...(module === '' ? [{ value: '', label: 'Choose a module' }] : []),
          ...modules.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <SelectField
        label="People"
        name="from"
        key={`from ${from}`}
        defaultValue={from}
        options={[
          { value: '', label: 'All staff' },
          ...groups.map((group) => ({ value: group.from, label: group.name })),
        ]}
      />
      <Button variant="secondary">Show them</Button>
    </Form>
  );
}

interface TickProps {
  who: PageWho;
  module: string;
  /** Ticked from the start: those who have no sheet yet. */
  tick: boolean;
  people: PersonOnPaper[];
  error: string[] | undefined;
}

/** Those of whom nothing is asked any more, as the overview shows too. */
export function CompletedAlready({ n }: { n: number }) {
  if (n === 0) return null;
  return (
    <p>
      {n} {n === 1 ? 'person has' : 'people have'} completed this module already.
    </p>
  );
}

/** Whoever has completed the module, or whose sheet was entered, has none to print. */
export function TickForPaper({ who, module, tick, people, error }: TickProps) {
  const some = people.filter(({ done, sheet }) => !done && !sheet?.enteredOn);
  return (
    <>
      <h2>Print</h2>
      <CompletedAlready n={people.filter(({ done }) => done).length} />
      {some.length === 0 ? (
        <p>There is nobody here to print a sheet for.</p>
      ) : (
        <PostForm who={who} noValidate>
          <input type="hidden" name="module" value={module} />
          <Checkboxes
            legend="Who would like it on paper?"
            name="people"
            hint="Each gets questions of their own, so that no two sheets need be the same. Whoever has not started the module is started in it."
            error={error}
            options={some.map(({ id, name, sheet }) => ({
              value: id,
              label: name,
              hint: sheet ? `Has sheet ${sheet.shown}: tick to print it again.` : undefined,
            }))}
            defaultValue={tick ? some.filter(({ sheet }) => !sheet).map(({ id }) => id) : []}
          />
          <Button>Make the sheets</Button>
        </PostForm>
      )}
    </>
  );
}

interface SheetsProps {
  people: PersonOnPaper[];
  /** Whom the list is of, as in the address; '' for all staff. */
  from: string;
}

const backTo = (from: string) => (from ? `?${new URLSearchParams({ from })}` : '');

export function PrintedSheets({ people, from }: SheetsProps) {
  const rows = people.filter(({ done, sheet }) => !done && sheet && sheet.enteredOn === null);
  if (rows.length === 0) return null;
  return (
    <>
      <h2>Type in</h2>
      <Table<PersonOnPaper>
        caption={`Printed, and not entered yet: ${rows.length}`}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
          { key: 'number', head: 'Number', cell: ({ sheet }) => <code>{sheet?.shown}</code> },
          {
            key: 'printed',
            head: 'Printed',
            cell: ({ sheet }) => (sheet ? shortDate(sheet.printedOn) : ''),
          },
          {
            key: 'enter',
            head: 'Enter',
            cell: ({ name, sheet }) => (
              <Link to={`/lead/quiz-on-paper/${sheet?.number}${backTo(from)}`} prefetch="none">
                Type it in<span className="visually-hidden">: {name}</span>
              </Link>
            ),
          },
        ]}
      />
    </>
  );
}

export function EnteredSheets({ people, from }: SheetsProps) {
  const rows = people.filter(({ sheet }) => sheet?.enteredOn);
  if (rows.length === 0) return null;
  return (
    <>
      <h2>Entered</h2>
      <p>
        Each sees how it went when they next sign in. Another go, if they want one, is theirs to
        take signed in: a code for a shared computer opens no second go, because whether one is
        needed is for them alone.
      </p>
      <Table<PersonOnPaper>
        caption={`Entered: ${rows.length}`}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
          {
            key: 'entered',
            head: 'Entered',
            cell: ({ sheet }) =>
              sheet?.enteredOn ? `${shortDate(sheet.enteredOn)}${by(sheet.by)}` : '',
          },
          {
            key: 'back',
            head: 'Put right',
            cell: ({ name, sheet }) => (
              <Link
                to={`/lead/quiz-on-paper/${sheet?.number}/take-back${backTo(from)}`}
                prefetch="none"
              >
                Take it back<span className="visually-hidden">: {name}</span>
              </Link>
            ),
          },
        ]}
      />
    </>
  );
}

const by = (name: string | null) => (name ? `, by ${name}` : '');
