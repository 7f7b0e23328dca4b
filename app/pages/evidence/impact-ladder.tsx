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
}

/** Guskey’s five steps: what there is on each, what may be claimed from it, and what may not. */
export function LadderTable({ date, changes, measures }: LadderProps) {
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
  const here = ({ level }: Step) =>
    linked[level] ?? ((measures[level] ?? 0) > 0 ? own(measures[level] ?? 0) : 'Nothing yet.');
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
