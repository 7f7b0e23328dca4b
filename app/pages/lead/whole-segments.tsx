import type { Segment } from '~/course/module';
import { CueCard } from '~/ui/learning';
import { Prose } from '~/ui/prose';
import { WholeQuestion } from './whole-question';
import { WholeScenario } from './whole-scenario';

/**
 * All that a page holds, answers included: only for those with the right to see drafts or to read modules whole.
 * `level` is that of the headings in the text.
 */
export function WholeSegments({ segments, level }: { segments: Segment[]; level: 2 | 3 }) {
  return (
    <>
      {segments.map((segment, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the segments of a version never reorder.
        <WholeSegment key={n} segment={segment} level={level} />
      ))}
    </>
  );
}

function WholeSegment({ segment, level }: { segment: Segment; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  switch (segment.type) {
    case 'prose':
      return <Prose html={atLevel(segment.html, level)} />;
    case 'check':
      return <WholeQuestion question={segment.question} />;
    case 'scenario':
      return <WholeScenario scenario={segment.scenario} level={level} />;
    case 'quiz':
      return (
        <>
          <p>
            Each go at the quiz draws {segment.draw} of these {segment.bank.length} questions.
          </p>
          {segment.bank.map((question) => (
            <WholeQuestion key={question.id} question={question} />
          ))}
        </>
      );
    case 'reflect':
      return (
        <section>
          <Heading>To think about, in private</Heading>
          <p>{segment.prompt}</p>
        </section>
      );
    case 'card':
      return (
        <CueCard title={segment.title} level={level}>
          <Prose html={atLevel(segment.html, level)} />
        </CueCard>
      );
    case 'commit':
      return (
        <section>
          <Heading>One thing I will do</Heading>
          <p>Asked here: what it is, when, and how you will know that you did it.</p>
        </section>
      );
  }
}

/** Text begins at h2, under the page's title. Where that title is itself an h2, its headings move down by one. */
function atLevel(html: string, level: 2 | 3): string {
  if (level === 2) return html;
  return html.replace(/<(\/?)h([2-5])>/g, (_, slash: string, depth: string) => {
    return `<${slash}h${Number(depth) + 1}>`;
  });
}
