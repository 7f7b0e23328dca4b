import type { ScenarioView } from '~/learning/views/scenario.server';
import { Button } from '~/ui/button';
import { ModuleForm, type OnPage } from './module-form';

/** Starts a go at it, or another one. */
export function StartAgain({
  scenario,
  on,
  words,
  primary,
}: {
  scenario: Pick<ScenarioView, 'id' | 'goes'>;
  on: OnPage;
  words: string;
  primary?: boolean;
}) {
  return (
    <ModuleForm
      on={on}
      hidden={{
        intent: 'start scenario',
        enrolmentId: on.enrolmentId,
        scenario: scenario.id,
        n: scenario.goes,
      }}
    >
      <Button variant={primary ? 'primary' : 'secondary'}>{words}</Button>
    </ModuleForm>
  );
}
