import type { SegmentView } from '~/learning/views/page.server';
import { Button } from '~/ui/button';
import { TextArea, TextField } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { AboutThisBox } from './about-this-box';
import { KeptDraft, SaveForLater } from './kept-draft';
import { ModuleForm, type OnPage } from './module-form';

/** One thing I will do, when, and how I will know. */
export function CommitForm({
  segment,
  on,
}: {
  segment: Extract<SegmentView, { type: 'commit' }>;
  on: OnPage;
}) {
  const { commitment } = segment;
  const kept = on.kept.commit;
  const startOf = (name: 'what' | 'when' | 'know') =>
    on.answer?.values[name]?.[0] ?? kept?.fields[name] ?? commitment?.[name] ?? '';
  return (
    <Panel id="commit" tone="tinted" title="One thing I will do">
      <ModuleForm on={on} hidden={{ intent: 'commit', enrolmentId: on.enrolmentId }}>
        <TextArea
          label="What I will do"
          name="what"
          rows={3}
          hint="One small thing. No names of children, please, and no initials either."
          error={on.answer?.errors.what}
          defaultValue={startOf('what')}
        />
        <TextField
          label="When"
          name="when"
          width="full"
          hint="Optional. “Monday, in maths.”"
          error={on.answer?.errors.when}
          defaultValue={startOf('when')}
        />
        <TextField
          label="How I will know"
          name="know"
          width="full"
          hint="Optional. What would you see or hear?"
          error={on.answer?.errors.know}
          defaultValue={startOf('know')}
        />
        <AboutThisBox
          tell={on.tell}
          kept="Your record says that you committed to something, never what. The words stay until you delete them under “Your words”, or until 30 days after your last day at the school."
        />
        <div className="actions">
          <Button>{commitment ? 'Save the change' : 'I will do this'}</Button>
          <SaveForLater />
        </div>
        <KeptDraft formKey={`${on.here}#commit`} kept={kept} saved={commitment} />
      </ModuleForm>
    </Panel>
  );
}
