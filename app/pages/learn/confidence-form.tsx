import type { Mine, Overview } from '~/learning/overview.server';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/fields';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

export const levels = [
  { value: '1', label: '1, not yet' },
  { value: '2', label: '2' },
  { value: '3', label: '3' },
  { value: '4', label: '4' },
  { value: '5', label: '5, very' },
];
const words = {
  before: 'Before you start: how confident are you? (optional)',
  after: 'And now: how confident are you? (optional)',
};

/** How confident the learner is about each outcome, before and after. All of it may be skipped. */
export function ConfidenceForm({
  who,
  shown,
  mine,
  moment,
}: {
  who: PageWho;
  shown: Pick<Overview, 'slug' | 'outcomes'>;
  mine: Mine;
  moment: 'before' | 'after';
}) {
  const said = mine.confidence[moment];
  return (
    <Details summary={words[moment]} id={`confidence-${moment}`}>
      <PostForm who={who} action={`/learn/${shown.slug}`}>
        <input type="hidden" name="intent" value="confidence" />
        <input type="hidden" name="enrolmentId" value={mine.enrolmentId} />
        <input type="hidden" name="moment" value={moment} />
        <p>
          How confident are you that you could do this? No answer is a wrong one, and nobody is
          shown yours.
        </p>
        {shown.outcomes.map((outcome, n) => (
          <Radios
            key={outcome}
            name={`${moment}-${n + 1}`}
            legend={outcome}
            options={levels}
            defaultValue={said[n + 1] === undefined ? undefined : String(said[n + 1])}
            inline
          />
        ))}
        <Button variant="secondary">Save</Button>
      </PostForm>
    </Details>
  );
}
