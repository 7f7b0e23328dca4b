import { Link } from '@remix-run/react';
import type { Learned, ToLearn } from '~/learning/home.server';
import { Panel } from '~/ui/panel';
import { Status } from '~/ui/status';
import { DoneTogether } from './done-together';
import { minutes } from './minutes';
import { Asked } from './next-thing';

interface ModuleListProps {
  heading: string;
  intro?: string;
  modules: ToLearn[];
}

export function ModuleList({ heading, intro, modules }: ModuleListProps) {
  return (
    <Panel title={heading}>
      {intro ? <p>{intro}</p> : null}
      <ul>
        {modules.map((module) => (
          <li key={module.module}>
            <Link to={`/learn/${module.module}`} prefetch="none">
              {module.title}
              {module.refreshes === null ? '' : ': refresher'}
            </Link>{' '}
            {module.underWay ? (
              <Status kind="going">
                {module.underWay.done} of {module.underWay.total} done
              </Status>
            ) : (
              <Status kind="todo">Not started, {minutes(module.minutes)}</Status>
            )}
            {module.underWay?.together ? <DoneTogether told={module.underWay.together} /> : null}
            {module.asked ? <Asked asked={module.asked} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function DoneList({ done }: { done: (Learned & { on: string })[] }) {
  return (
    <Panel title="Done">
      <ul>
        {done.map((learned) => (
          <li key={learned.completionId}>
            <Link to={`/learn/${learned.module}`} prefetch="none">
              {learned.title}
              {learned.refresher ? `: refresher, version ${learned.version}` : ''}
            </Link>{' '}
            <Status kind="done">Completed on {learned.on}</Status>{' '}
            <Link
              to={`/learn/${learned.module}/certificate/${learned.completionId}`}
              prefetch="none"
              aria-label={`Certificate of ${learned.title}${learned.refresher ? ', refresher' : ''}, ${learned.on}`}
            >
              Certificate
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
