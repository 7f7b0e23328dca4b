import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Radios } from './choices';
import { ProseInline } from './prose';

/** Asked with every quiz answer; the values are those of the learning tables. */
const confidences = [
  { value: 'sure', label: 'Sure' },
  { value: 'fairly', label: 'Fairly sure' },
  { value: 'guess', label: 'A guess' },
];

export function ConfidenceRadios({
  name = 'confidence',
  legend = 'How sure are you?',
  hint,
  error,
  defaultValue,
}: {
  name?: string;
  legend?: string;
  hint?: ReactNode;
  error?: string | string[];
  defaultValue?: string;
}) {
  return (
    <Radios
      legend={legend}
      name={name}
      hint={hint}
      error={error}
      options={confidences}
      defaultValue={defaultValue}
      inline
      className="confidence"
    />
  );
}

interface ExplanationProps {
  right: boolean;
  /** Takes the focus, by `#id`, after the answer comes back. */
  id?: string;
  /** "Right", "Not this one" unless the page has better words. */
  words?: ReactNode;
  chosen?: boolean;
  children: ReactNode;
}

/** Why an option fits or does not: words and a shape, never a red cross. */
export function Explanation({ right, id, words, chosen, children }: ExplanationProps) {
  return (
    <div
      className={clsx('explanation', right ? 'explanation-right' : 'explanation-other')}
      id={id}
      tabIndex={id ? -1 : undefined}
    >
      <p className="explanation-words">
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
          {right ? (
            <>
              <circle cx="10" cy="10" r="9" fill="currentColor" />
              <path
                d="M5.5 10.5 8.7 13.5 14.5 7"
                fill="none"
                stroke="var(--paper)"
                strokeWidth="2"
              />
            </>
          ) : (
            <>
              <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
              <path d="M7 10h6" fill="none" stroke="currentColor" strokeWidth="2" />
            </>
          )}
        </svg>
        <strong>{words ?? (right ? 'Right' : 'Not this one')}</strong>
        {chosen ? <span className="chosen-mark">You chose this</span> : null}
      </p>
      {children}
    </div>
  );
}

/** Says back what was picked. */
export function YouChose({ html, label = 'You chose' }: { html: string; label?: string }) {
  return (
    <p className="you-chose">
      <span className="you-chose-label">{label}</span> <ProseInline html={html} />
    </p>
  );
}

/** One moment of a scenario: what happens, then what the learner may do (a form of `<SceneChoice>`s). */
export function Scene({
  id,
  kind = 'step',
  children,
}: {
  id?: string;
  kind?: 'step' | 'ending' | 'lens';
  children: ReactNode;
}) {
  return (
    <div className={`scene scene-${kind}`} id={id} tabIndex={id ? -1 : undefined}>
      {children}
    </div>
  );
}

/** A choice in a scenario: the whole card is the button, so that one press is enough. */
export function SceneChoice({
  name,
  value,
  html,
  letter,
}: {
  name: string;
  value: string;
  html: string;
  /** To say which is meant, where a group chooses. */
  letter?: string;
}) {
  return (
    <button type="submit" name={name} value={value} className="scene-choice">
      {letter ? <span className="scene-choice-letter">{letter} </span> : null}
      <ProseInline html={html} />
    </button>
  );
}

/** Beside every box that takes words: who can read them and when they go, and who to tell about a child. */
export function WhoReads({ children }: { children: ReactNode }) {
  return <div className="who-reads">{children}</div>;
}

/** A cue or rehearsal card, which prints on its own. */
export function CueCard({
  title,
  level = 3,
  children,
}: {
  title: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <section className="cue-card">
      <Heading className="cue-card-title">{title}</Heading>
      {children}
    </section>
  );
}
