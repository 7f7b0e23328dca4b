import type { Attune } from '~/context.server';
import type { SegmentView } from '~/learning/views/page.server';
import { readDraft } from '~/people/drafts.server';
import type { Kept } from './kept-draft';

/** Drafts of the forms that a page shows now, by form id: words, and what was marked when a session ended. */
export function keptFor(
  attune: Attune,
  personId: string,
  here: string,
  segments: readonly SegmentView[],
): Record<string, Kept> {
  const kept: Record<string, Kept> = {};
  for (const formId of segments.flatMap(formIdsOf)) {
    const draft = readDraft(attune, personId, `${here}#${formId}`);
    if (draft)
      kept[formId] = { fields: draft.fields, savedAt: new Date(draft.savedAt).toISOString() };
  }
  return kept;
}

function formIdsOf(segment: SegmentView): string[] {
  if (segment.type === 'reflect') return [`reflect-${segment.id}`];
  if (segment.type === 'commit') return ['commit'];
  if (segment.type === 'check') return [`check-${segment.question.id}`];
  if (segment.type === 'quiz')
    return segment.quiz.state === 'item' ? [`item-${segment.quiz.question.id}`] : [];
  if (segment.type !== 'scenario') return [];
  const { scenario } = segment;
  const moving = scenario.state === 'step' || scenario.state === 'ending';
  return moving ? [`why-${scenario.id}-${scenario.n}`] : [];
}
