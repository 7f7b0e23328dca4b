import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Checkbox, SelectField } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

interface RemindersScheduleProps {
  who: PageWho;
  schedule: { weekday: number | null; hour: number; fridays: boolean } | null;
  /** When they next go by themselves, in words. */
  nextRun: string | null;
  errors: Record<string, string[]> | undefined;
}

/** When reminders go by themselves, if at all. */
export function RemindersSchedule({ who, schedule, nextRun, errors }: RemindersScheduleProps) {
  return (
    <Panel title="By themselves" id="schedule">
      <p>
        {nextRun
          ? `Reminders are next written on ${nextRun}. Whoever is not at work then gets theirs on their next working day.`
          : 'Reminders go when you send them, and not otherwise.'}
      </p>
      <PostForm who={who}>
        <input type="hidden" name="formId" value="schedule" />
        <div className="form-row">
          <SelectField
            label="Day"
            name="weekday"
            error={errors?.weekday}
            defaultValue={String(schedule?.weekday ?? 0)}
            options={[
              { value: '0', label: 'Only when I send them' },
              ...days.map((label, n) => ({ value: String(n + 1), label: `Every ${label}` })),
            ]}
          />
          <SelectField
            label="From"
            name="hour"
            width="short"
            error={errors?.hour}
            defaultValue={String(schedule?.hour ?? 8)}
            options={Array.from({ length: 9 }, (_, n) => ({
              value: String(n + 8),
              label: `${n + 8}:00`,
            }))}
          />
        </div>
        <Checkbox
          label="On Fridays, write to the attachment leads who may need a hand"
          name="fridays"
          hint="Names and where they stand: asked for a hand, past a date, not joined. Nothing about how anyone did."
          defaultChecked={schedule?.fridays ?? false}
        />
        <Button variant="secondary">Save</Button>
      </PostForm>
    </Panel>
  );
}
