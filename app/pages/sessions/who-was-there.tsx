import { Form, Link } from '@remix-run/react';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { SelectField, TextArea, TextField } from '~/ui/fields';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface GroupProps {
  groups: { value: string; label: string }[];
  from: string;
  find: string;
}

/** Whom the list to tick is drawn from. */
export function ChooseGroup({ groups, from, find }: GroupProps) {
  return (
    <Form method="get" action="#there" className="form-row" preventScrollReset>
      <SelectField label="Tick from" name="from" key={from} defaultValue={from} options={groups} />
      <TextField
        label="Find by name, role or team"
        name="find"
        type="search"
        key={`find ${find}`}
        defaultValue={find}
      />
      <Button variant="secondary">Show them</Button>
    </Form>
  );
}

interface TickProps {
  who: PageWho;
  tick: {
    from: string;
    find: string;
    tick: boolean;
    inGroup: number;
    people: { id: string; name: string; about: string }[];
  };
  error: string[] | undefined;
}

/** Why there is nobody to tick: of those in the group, so many were on the staff that day. */
export function nobodyToTick(find: string, inGroup: number): string {
  if (inGroup === 0) return 'Nobody in that group was on your staff list that day.';
  return find === ''
    ? 'Everyone in that group is on the record for it.'
    : `Nobody fits “${find}” who is not on the record for it.`;
}

export function TickPeople({ who, tick: { from, find, tick, inGroup, people }, error }: TickProps) {
  if (people.length === 0) return <p>{nobodyToTick(find, inGroup)}</p>;
  const query = new URLSearchParams({
    from,
    ...(find === '' ? {} : { find }),
    ...(tick ? {} : { tick: 'all' }),
  });
  return (
    <PostForm who={who}>
      <input type="hidden" name="formId" value="there" />
      <p>
        <Link to={`?${query}#there`} prefetch="none" preventScrollReset>
          {tick ? 'Tick nobody' : `Tick all ${people.length}`}
        </Link>
        {tick ? ', or take out the ticks of those who were away.' : ', or one by one.'}
      </p>
      <Checkboxes
        legend="Those who were there"
        name="people"
        error={error}
        options={people.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))}
        defaultValue={tick ? people.map(({ id }) => id) : []}
      />
      <Button>Put those ticked on the record</Button>
    </PostForm>
  );
}

interface PasteProps {
  who: PageWho;
  names: string;
  error: string[] | undefined;
}

/** From a signing-in sheet or a calendar. */
export function PasteNames({ who, names, error }: PasteProps) {
  return (
    <Details summary="Or paste names" open={names !== '' || error !== undefined}>
      <PostForm who={who} noValidate>
        <input type="hidden" name="formId" value="names" />
        <TextArea
          label="Names, e-mail addresses or staff numbers"
          name="text"
          rows={6}
          hint="One to a line, or with semicolons between them. You see whom each is taken for before anything is recorded."
          error={error}
          defaultValue={names}
          spellCheck={false}
          autoComplete="off"
        />
        <Button variant="secondary">Look at these names</Button>
      </PostForm>
    </Details>
  );
}
