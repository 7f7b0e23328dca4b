import type { ReactNode } from 'react';
import type { Measure } from '~/school-changes/impact.server';
import { caveat, ladder } from '~/school-changes/ladder';
import { sideInWords, writtenInWords } from '~/school-changes/measure-words';
import { Panel } from '~/ui/panel';

/** One of the school's own figures, always with what else changed and what it does not show. */
export function MeasurePanel({ measure, children }: { measure: Measure; children?: ReactNode }) {
  const { what, level, source, alsoChanged } = measure;
  const sides = [sideInWords(measure, 'before'), sideInWords(measure, 'after')];
  const { first, putRight } = writtenInWords(measure);
  const step = ladder.find((one) => one.level === level);
  return (
    <Panel title={what} level={3}>
      <dl className="definitions">
        {sides.map(({ when, figure }) => (
          <div key={when}>
            <dt>{when}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
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
      <p className="small muted">{first}</p>
      {putRight.map((said) => (
        <p key={said} className="small muted">
          {said}
        </p>
      ))}
      {children}
    </Panel>
  );
}
