import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { DateField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';
import type { OpenView } from './staff-list-view.server';

interface MissingProps {
  who: PageWho;
  view: Pick<OpenView, 'missing' | 'leaveOn'>;
  error: string[] | undefined;
}

/** Those on the staff list whom the new list does not have: offered as leavers, and never taken to be. */
export function StaffListMissing({ who, view: { missing, leaveOn }, error }: MissingProps) {
  const offered = missing.filter(({ onlyLead }) => !onlyLead);
  const kept = missing.filter(({ onlyLead }) => onlyLead);
  return (
    <>
      <p>
        They are on your staff list and not in this one. If it is a list of everybody, tick those
        who have left or are leaving. Nobody is removed: they get a last day, and what they learned
        stays.
      </p>
      <PostForm who={who} noValidate>
        <input type="hidden" name="formId" value="leavers" />
        {offered.map(({ id }) => (
          <input key={id} type="hidden" name="shown" value={id} />
        ))}
        {offered.length > 0 ? (
          <Checkboxes
            legend="Who has left or is leaving?"
            name="leaver"
            options={offered.map(({ id, name, about }) => ({
              value: id,
              label: name,
              hint: about,
            }))}
            defaultValue={offered.filter(({ leaving }) => leaving).map(({ id }) => id)}
          />
        ) : null}
        {kept.map(({ id, name }) => (
          <p key={id}>{name} is the only attachment lead, and so cannot be taken to have left.</p>
        ))}
        <DateField
          label="Their last day"
          name="leaveOn"
          hint="For all whom you tick. It can be moved on a person’s own page."
          error={error}
          defaultValue={leaveOn}
        />
        <Button variant="secondary">Keep these answers</Button>
      </PostForm>
    </>
  );
}
