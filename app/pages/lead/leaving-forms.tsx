import { civilDateInWords } from '~/course/said';
import { OpenedWith } from '~/pages/opened-with';
import type { PageWho } from '~/people/guard.server';
import type { StaffMember } from '~/people/staff-list.server';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { DateField } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface LeavingFormsProps {
  who: PageWho;
  /** What the forms were opened with. */
  opened: Record<string, string>;
  member: Pick<StaffMember, 'startDate' | 'leaveDate'>;
  answer: { errors: Record<string, string[]>; values: Record<string, string> } | undefined;
}

/** Someone's last day: to be recorded, or, when there is one, to be put right. */
export function LeavingForms({ who, opened, member, answer }: LeavingFormsProps) {
  const { startDate, leaveDate } = member;
  const { errors, values } = answer ?? {};
  if (leaveDate === null) {
    return (
      <Panel title="Leaving">
        <PostForm who={who} noValidate>
          <input type="hidden" name="formId" value="leaving" />
          <OpenedWith values={opened} />
          <DateField
            label="Last day at the school"
            name="leaveDate"
            hint="From the day after, they cannot sign in. Their record stays. If they would like their training passport, they can download it until then, under “Your record”."
            required
            error={errors?.leaveDate}
            defaultValue={values?.leaveDate}
          />
          <Button variant="secondary">Record the last day</Button>
        </PostForm>
      </Panel>
    );
  }
  if (leaveDate < startDate) {
    return (
      <Panel title="Not on the staff list">
        <p>They were put on the list by mistake and taken off again.</p>
        <PostForm who={who} noValidate>
          <input type="hidden" name="formId" value="lastDay" />
          <input type="hidden" name="why" value="came back" />
          <OpenedWith values={opened} />
          <DateField
            label="First day at the school"
            name="day"
            required
            error={errors?.day}
            defaultValue={values?.day}
          />
          <Button variant="secondary">Put them on the list again</Button>
        </PostForm>
      </Panel>
    );
  }
  return (
    <Panel title="Leaving">
      <p>Last day at the school: {civilDateInWords(leaveDate)}.</p>
      <PostForm who={who} noValidate>
        <input type="hidden" name="formId" value="lastDay" />
        <OpenedWith values={opened} />
        <Radios
          legend="What is to be put right?"
          name="why"
          error={errors?.why}
          defaultValue={values?.why}
          options={[
            {
              value: 'came back',
              label: 'They came back',
              hint: 'From the day below. The record keeps both times, with the days away between.',
            },
            { value: 'wrong day', label: 'Their last day is another one', hint: 'The day below.' },
            {
              value: 'mistake',
              label: 'They have not left',
              hint: 'It was recorded by mistake. No day is needed.',
            },
          ]}
        />
        <DateField label="Day" name="day" error={errors?.day} defaultValue={values?.day} />
        <Button variant="secondary">Put it right</Button>
      </PostForm>
    </Panel>
  );
}
