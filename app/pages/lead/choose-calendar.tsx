import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';

export function ChooseCalendar({ who, error }: { who: PageWho; error: string[] | undefined }) {
  return (
    <PostForm who={who} encType="multipart/form-data" noValidate>
      <TextField
        label="Calendar file (.ics)"
        name="file"
        type="file"
        accept=".ics,.ical,.ifb,text/calendar"
        hint="On the council’s or the school’s website it is behind “Add to calendar”, “Subscribe” or “iCal”. Nothing of it is kept but the dates and their names. Up to 1 MB."
        error={error}
      />
      <div className="form-actions">
        <Button>Read the calendar</Button>
      </div>
    </PostForm>
  );
}
