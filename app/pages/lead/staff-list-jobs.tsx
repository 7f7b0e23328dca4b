import type { PageWho } from '~/people/guard.server';
import { roleChoices } from '~/people/role-names';
import { Button } from '~/ui/button';
import { SelectField } from '~/ui/fields';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import type { OpenView } from './staff-list-view.server';
import { people } from './staff-list-words';

/** Job titles that we do not know: asked once each, however many people have them. */
export function StaffListJobs({ who, jobs }: { who: PageWho; jobs: OpenView['jobs'] }) {
  const open = jobs.some((job) => job.as === null);
  return (
    <Details
      summary={`Job titles that we do not know: ${jobs.length}`}
      open={open && jobs.length <= 12}
    >
      <p>Choose the role each is counted with. As “Other” they still learn and are counted.</p>
      <PostForm who={who} noValidate>
        <input type="hidden" name="formId" value="jobs" />
        {jobs.map(({ job, people: n, as }, i) => (
          <div key={job}>
            <input type="hidden" name={`title-${i}`} value={job} />
            <SelectField
              label={job || 'No job given'}
              name={`job-${i}`}
              hint={people(n)}
              options={roleChoices(who.roleNames, ['other', as ?? undefined])}
              defaultValue={as ?? 'other'}
            />
          </div>
        ))}
        <div className="form-actions">
          <Button variant="secondary">Keep these roles</Button>
        </div>
      </PostForm>
    </Details>
  );
}
