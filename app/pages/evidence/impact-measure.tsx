import type { ReactNode } from 'react';
import { figureInWords } from '~/school-changes/figures';
import type { Measure } from '~/school-changes/impact.server';
import { caveat, ladder } from '~/school-changes/ladder';
import { Panel } from '~/ui/panel';
import { shortDate } from './said';

/** One of the school's own figures, always with what else changed and what it does not show. */
export function MeasurePanel({ measure, children }: { measure: Measure; children?: ReactNode }) {
  const { what, figure: kind, unit, level, source, alsoChanged, writtenOn } = measure;
  const step = ladder.find((one) => one.level === level);
  return (
    <Panel title={what} level={3}>
      <dl className="definitions">
        <div>
          <dt>{measure.beforePeriod}</dt>
          <dd>{figureInWords({ kind, typed: measure.before, of: measure.beforeOf }, unit)}</dd>
        </div>
        <div>
          <dt>{measure.afterPeriod}</dt>
          <dd>{figureInWords({ kind, typed: measure.after, of: measure.afterOf }, unit)}</dd>
        </div>
        <div>
          <dt>What else changed</dt>
          <dd>{alsoChanged}</dd>
        </div>
        <div>
          <dt>Where it is from</dt>
          <dd>{source}</dd>
        </div>
        <div>
          <dt>On the ladder</dt>
          <dd>
            Step {level}: {step?.title.toLowerCase()}
          </dd>
        </div>
      </dl>
      <p>
        <strong>{caveat}</strong>
      </p>
      <p className="small muted">Written down on {shortDate(writtenOn)} by the school itself.</p>
      {children}
    </Panel>
  );
}
