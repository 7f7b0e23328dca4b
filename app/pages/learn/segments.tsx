import type { SegmentView } from '~/learning/views/page.server';
import { CueCard } from '~/ui/learning';
import { Prose } from '~/ui/prose';
import { AnsweredCheck, Check } from './check';
import { CommitForm } from './commit-form';
import type { OnPage } from './module-form';
import { Quiz } from './quiz-view';
import { ReflectForm } from './reflect-form';
import { ScenarioPlay } from './scenario-view';

interface SegmentsProps {
  segments: SegmentView[];
  /** A check that is asked once more. */
  again: string | null;
  otherExamples: { id: string; title: string }[];
  on: OnPage;
}

/** A page's content, in order. */
export function Segments({ segments, again, otherExamples, on }: SegmentsProps) {
  // biome-ignore lint/suspicious/useIterableCallbackReturn: every kind of segment returns; TypeScript checks that none is forgotten.
  return segments.map((segment, n) => {
    // Segments never move: the order is theirs in the version.
    const key = `${segment.type} ${n}`;
    switch (segment.type) {
      case 'prose':
        return <Prose key={key} html={segment.html} />;
      case 'card':
        return (
          <CueCard key={key} title={segment.title}>
            <Prose html={segment.html} />
          </CueCard>
        );
      case 'check':
        return (
          <Check key={key} segment={segment} practice={again === segment.question.id} on={on} />
        );
      case 'answered':
        return <AnsweredCheck key={key} segment={segment} on={on} />;
      case 'reflect':
        return <ReflectForm key={key} segment={segment} on={on} />;
      case 'commit':
        return <CommitForm key={key} segment={segment} on={on} />;
      case 'scenario':
        return (
          <ScenarioPlay key={key} scenario={segment.scenario} others={otherExamples} on={on} />
        );
      case 'quiz':
        return <Quiz key={key} quiz={segment.quiz} on={on} />;
    }
  });
}
