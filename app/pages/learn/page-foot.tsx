import type { ModulePage } from '~/learning/module-page.server';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { ModuleForm, type OnPage } from './module-form';

/** The way on and the way back. Continue is what counts as having read a page. */
export function PageFoot({ shown, on }: { shown: ModulePage; on: OnPage }) {
  const { page, after, onward, before, completed, done } = shown;
  const overview = `/learn/${on.slug}`;
  const reads = page.kind === 'page' || page.kind === 'extra';
  const next = reads ? after : onward;
  const to = next ? `${overview}/${next.id}` : overview;
  const words = next ? `Continue: ${next.title}` : 'Back to the module’s first page';
  return (
    <>
      {completed ? (
        <Notice kind="good" title="You have completed this module.">
          <p>You can read it again whenever you like. Your certificate is on its first page.</p>
        </Notice>
      ) : null}
      <div className="actions">
        {reads && !completed ? <Onward words={next ? words : 'Continue'} on={on} /> : null}
        {completed || (!reads && done) ? (
          <ButtonLink variant="primary" to={to}>
            {words}
          </ButtonLink>
        ) : null}
        <ButtonLink variant="quiet" to={before ? `${overview}/${before.id}` : overview}>
          {before ? `Back: ${before.title}` : 'Back to the module’s first page'}
        </ButtonLink>
      </div>
    </>
  );
}

function Onward({ words, on }: { words: string; on: OnPage }) {
  if (on.wordsForm) {
    return (
      <Button form={on.wordsForm} name="onward" value="yes">
        {words}
      </Button>
    );
  }
  return (
    <ModuleForm on={on} hidden={{ intent: 'continue', enrolmentId: on.enrolmentId }}>
      <Button>{words}</Button>
    </ModuleForm>
  );
}
