import { Button } from '~/ui/button';
import { ModuleForm, type OnPage } from './module-form';

/** Opens a go at the quiz; `goes` so far makes a second press harmless. */
export function OpenAttempt({ goes, words, on }: { goes: number; words: string; on: OnPage }) {
  return (
    <ModuleForm on={on} hidden={{ intent: 'open attempt', enrolmentId: on.enrolmentId, n: goes }}>
      <Button>{words}</Button>
    </ModuleForm>
  );
}
