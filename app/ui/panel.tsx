import clsx from 'clsx';
import type { ReactNode } from 'react';

interface PanelProps {
  title?: ReactNode;
  /** Heading level of the title. */
  level?: 2 | 3 | 4;
  id?: string;
  tone?: 'plain' | 'tinted' | 'next';
  className?: string;
  children: ReactNode;
}

export function Panel({ title, level = 2, id, tone = 'plain', className, children }: PanelProps) {
  const Heading = `h${level}` as const;
  return (
    <section
      className={clsx('panel', `panel-${tone}`, className)}
      id={id}
      tabIndex={id ? -1 : undefined}
    >
      {title ? <Heading className="panel-title">{title}</Heading> : null}
      {children}
    </section>
  );
}

interface DetailsProps {
  summary: ReactNode;
  open?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
}

export function Details({ summary, open, id, className, children }: DetailsProps) {
  return (
    <details className={clsx('details', className)} open={open} id={id}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  );
}

export interface StepItem {
  title: ReactNode;
  children?: ReactNode;
  state?: 'done' | 'now' | 'later';
}

const stateSaid = { done: 'done', now: 'you are here', later: 'to come' } as const;

/** An ordered way through something; the states are said in words too. */
export function Steps({ items }: { items: StepItem[] }) {
  return (
    <ol className="steps">
      {items.map((item, n) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity of a step.
          key={n}
          className={item.state ? `step step-${item.state}` : 'step'}
          aria-current={item.state === 'now' ? 'step' : undefined}
        >
          <div className="step-body">
            <span className="step-title">
              {item.title}
              {item.state ? (
                <span className="visually-hidden"> ({stateSaid[item.state]})</span>
              ) : null}
            </span>
            {item.children}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface DefinitionItem {
  term: ReactNode;
  children: ReactNode;
}

export function DefinitionList({
  items,
  className,
}: {
  items: DefinitionItem[];
  className?: string;
}) {
  return (
    <dl className={clsx('definitions', className)}>
      {items.map((item, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: terms may be elements, and the list never reorders.
        <div key={n}>
          <dt>{item.term}</dt>
          <dd>{item.children}</dd>
        </div>
      ))}
    </dl>
  );
}
