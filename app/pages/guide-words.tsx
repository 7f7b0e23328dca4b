import type { Segment } from '~/course/module';
import { CueCard } from '~/ui/learning';
import { Prose } from '~/ui/prose';

/** What a guide may hold: prose and cards. */
export function GuideWords({ segments }: { segments: Segment[] }) {
  return (
    <>
      {segments.map((segment, n) => {
        // The order is theirs in the guide.
        const key = `${segment.type} ${n}`;
        if (segment.type === 'prose') return <Prose key={key} html={segment.html} />;
        if (segment.type !== 'card') return null;
        return (
          <CueCard key={key} title={segment.title} level={2}>
            <Prose html={segment.html} />
          </CueCard>
        );
      })}
    </>
  );
}
