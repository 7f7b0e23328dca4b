import type { SegmentView } from '~/learning/views/page.server';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { AboutThisBox } from './about-this-box';
import { KeptDraft, SaveForLater } from './kept-draft';
import { ModuleForm, type OnPage } from './module-form';

/** The form's own id: Continue sends it, so that words not saved yet go along and are kept. */
export const reflectFormOf = (prompt: string) => `reflection-${prompt}`;

/** Of a page's last reflection. */
export function wordsFormOf(segments: readonly SegmentView[]): string | null {
  const reflect = segments.findLast((segment) => segment.type === 'reflect');
  return reflect ? reflectFormOf(reflect.id) : null;
}

/** A private reflection. Nothing asks for one: Continue works without. */
export function ReflectForm({
  segment,
  on,
}: {
  segment: Extract<SegmentView, { type: 'reflect' }>;
  on: OnPage;
}) {
  const { id, prompt, written } = segment;
  const name = `words-${id}`;
  const formId = `reflect-${id}`;
  const kept = on.kept[formId];
  return (
    <Panel id={formId} title="For yourself">
      <ModuleForm
        id={reflectFormOf(id)}
        on={on}
        hidden={{ intent: 'reflect', enrolmentId: on.enrolmentId, prompt: id }}
      >
        <TextArea
          label={prompt}
          name={name}
          hint="Optional."
          error={on.answer?.errors[name]}
          defaultValue={on.answer?.values[name]?.[0] ?? kept?.fields[name] ?? written?.text ?? ''}
        />
        <AboutThisBox
          tell={on.tell}
          kept="It stays until you delete it under “Your words”, or until 30 days after your last day at the school."
        />
        <div className="actions">
          <Button variant="secondary">{written ? 'Save the change' : 'Save for myself'}</Button>
          <SaveForLater />
        </div>
        <KeptDraft formKey={`${on.here}#${formId}`} kept={kept} saved={written} />
        {written && !kept ? <p role="status">Saved. Only you can read it here.</p> : null}
      </ModuleForm>
    </Panel>
  );
}
