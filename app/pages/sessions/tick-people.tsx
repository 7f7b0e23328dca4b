import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { SelectField, TextField } from '~/ui/fields';
import type { whoToTick } from './who-to-tick.server';

/** Why there is nobody to tick: of those in the group, so many were on the staff that day. */
function nobodyToTick(find: string, inGroup: number): string {
  if (inGroup === 0) return 'Nobody in that group was on your staff list that day.';
  return find === ''
    ? 'Everyone in that group is on the record for it.'
    : `Nobody fits “${find}” who is not on the record for it.`;
}

interface TickProps {
  tick: ReturnType<typeof whoToTick>;
  error: string[] | undefined;
}

/** Whom to choose from, and whoever is ticked so far. Every button sends the ticks, so that none of them is lost. */
export function TickPeople({ tick, error }: TickProps) {
  const { groups, from, find, inGroup, people, soFar } = tick;
  const key = [...soFar, ...people].map(({ id }) => id).join();
  const ticked = people.filter((one) => one.ticked).map(({ id }) => id);
  const all = people.length > 0 && ticked.length === people.length;
  return (
    <>
      <div className="form-row">
        <SelectField
          label="Tick from"
          name="from"
          key={from}
          defaultValue={from}
          options={groups}
        />
        <TextField
          label="Find by name, role or team"
          name="find"
          type="search"
          key={`find ${find}`}
          defaultValue={find}
        />
        <Button variant="secondary" name="formId" value="look">
          Show them
        </Button>
      </div>
      {soFar.length > 0 ? (
        <Checkboxes
          key={`so far ${key}`}
          legend="Ticked so far"
          name="kept"
          options={soFar.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))}
          defaultValue={soFar.map(({ id }) => id)}
        />
      ) : null}
      {from === '' ? null : people.length === 0 ? (
        <p>{nobodyToTick(find, inGroup)}</p>
      ) : (
        <>
          <p>
            <Button variant="quiet" name="formId" value={all ? 'none' : 'all'}>
              {all ? 'Tick nobody' : `Tick all ${people.length}`}
            </Button>
          </p>
          <Checkboxes
            key={`${key} ${ticked.join()}`}
            legend="Those who were there"
            name="people"
            error={error}
            options={people.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))}
            defaultValue={ticked}
          />
        </>
      )}
      {people.length + soFar.length > 0 ? (
        <Button name="formId" value="there">
          Put those ticked on the record
        </Button>
      ) : null}
    </>
  );
}
