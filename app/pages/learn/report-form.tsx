import type { FormAnswer } from '~/pages/form-answer.server';
import type { PageWho } from '~/people/guard.server';
import { reportKinds } from '~/review/report-kinds';
import { Button } from '~/ui/button';
import { Checkbox, Radios, TextArea } from '~/ui/fields';
import { WhoReads } from '~/ui/learning';
import { PostForm } from '~/ui/post-form';
import { KeptDraft, SaveForLater } from './kept-draft';
import type { ReportAbout } from './report-about.server';

interface ReportFormProps {
  who: PageWho;
  about: ReportAbout;
  /** Name of the safeguarding lead. */
  tell: string | null;
  answer?: FormAnswer;
}

/** What is wrong with a page, for the attachment lead. Unnamed unless its sender ticks otherwise. */
export function ReportForm({ who, about, tell, answer }: ReportFormProps) {
  const fields: Record<string, string> = answer?.values ?? about.kept?.fields ?? {};
  return (
    <PostForm who={who} action={about.action} noValidate>
      <input type="hidden" name="report-id" value={about.reportId} />
      <input type="hidden" name="report-version" value={about.contentHash} />
      <WhoReads>
        <p>
          <strong>Not for a worry about a child.</strong> Tell {tell ?? 'your safeguarding lead'}{' '}
          now: this is read when there is time.
        </p>
      </WhoReads>
      <Radios
        legend="What is wrong?"
        name="report-kind"
        options={reportKinds}
        error={answer?.errors['report-kind']}
        defaultValue={fields['report-kind']}
      />
      <TextArea
        label="In your own words"
        name="report-words"
        rows={3}
        hint="Optional. Please name no child and no colleague."
        error={answer?.errors['report-words']}
        defaultValue={fields['report-words']}
      />
      <Checkbox
        label="Put my name to it"
        name="report-named"
        value="yes"
        hint="Leave it empty, and your lead sees the page, the version and the day, and not who you are."
        defaultChecked={fields['report-named'] === 'yes'}
      />
      <WhoReads>
        <p>
          Your attachment leads can read this. It is stored encrypted, is no part of your training
          record, and is deleted a year after it is answered. Attune keeps no name or time with it;
          a small school may still guess, so write what you are happy to have read.
        </p>
      </WhoReads>
      <div className="actions">
        <Button variant="secondary">Send it to the lead</Button>
        <SaveForLater />
      </div>
      <KeptDraft formKey={`${about.action}#report`} kept={about.kept} />
    </PostForm>
  );
}
