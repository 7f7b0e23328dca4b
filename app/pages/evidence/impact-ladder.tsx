import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ladder, type Step } from '~/school-changes/ladder';
import { Table } from '~/ui/table';
import { queryOf } from './links';

interface LadderProps {
  date: string;
  changes: number;
  /** How many measures stand on each step. */
  measures: Record<number, number>;
  /** Whether the summary of that day counts anything that staff tried. */
  tried: boolean;
}

/** Guskey’s five steps: what there is on each, what may be claimed from it, and what may not. */
export function LadderTable({ date, changes, measures, tried }: LadderProps) {
  const asAt = queryOf({ asAt: date });
  const own = (n: number) =>
    n === 1 ? 'One figure of the school’s own, below.' : `${n} figures of the school’s own, below.`;
  const linked: Record<number, ReactNode> = {
    2: (
      <Link to={`/evidence${asAt}`} prefetch="none">
        Who is trained, that day
      </Link>
    ),
    3: (
      <Link to={`/evidence/changes${asAt}`} prefetch="none">
        {changes === 1 ? 'One change' : `${changes} changes`} on the log
      </Link>
    ),
  };
  const here = ({ level }: Step) => {
    const n = measures[level] ?? 0;
    if (level === 4 && tried) {
      return (
        <div>
          <Link to={`/evidence/summary${asAt}#heading-6`} prefetch="none">
            What staff are trying
          </Link>
          , in the summary of that day.{n > 0 ? ` ${own(n)}` : null}
        </div>
      );
    }
    return linked[level] ?? (n > 0 ? own(n) : 'Nothing yet.');
  };
  return (
    <Table<Step>
      caption="The ladder of evidence"
      rows={ladder}
      rowKey={({ level }) => String(level)}
      columns={[
        {
          key: 'step',
          head: 'Step',
          rowHead: true,
          cell: ({ level, title, evidence }) => (
            <div>
              {level}. {title}
              <span className="hint">{evidence}</span>
            </div>
          ),
        },
        { key: 'here', head: 'Here', cell: here },
        { key: 'may', head: 'What may be said', cell: ({ mayClaim }) => mayClaim },
        { key: 'not', head: 'What may not', cell: ({ mayNotClaim }) => mayNotClaim },
      ]}
    />
  );
}
