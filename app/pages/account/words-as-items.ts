import type { Words } from '~/learning/words.server';
import { commitmentLines } from '~/pages/commitment-in-words';
import type { WrittenItem } from './written-list';

/** With its day in words. */
type Said<Name extends keyof Words> = Words[Name][number] & { on: string };

export const commitmentItem = (c: Said<'commitments'>): WrittenItem => ({
  key: c.enrolmentId,
  title: c.moduleTitle,
  under: c.on,
  texts: commitmentLines(c),
  hidden: { what: 'commitment', enrolmentId: c.enrolmentId },
});

export const happenedItem = (h: Said<'happened'>): WrittenItem => ({
  key: `happened ${h.enrolmentId}`,
  title: h.moduleTitle,
  under: h.on,
  texts: [h.text],
  hidden: { what: 'happened', enrolmentId: h.enrolmentId },
});

export const whyItem = (w: Said<'whys'>): WrittenItem => ({
  key: `${w.runId} ${w.n}`,
  title: w.scenario,
  under: `${w.moduleTitle}, ${w.on}`,
  html: w.choice,
  texts: [w.text],
  hidden: { what: 'why', runId: w.runId, n: w.n },
});
