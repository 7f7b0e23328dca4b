import { v4 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { readPractices } from '~/course/practices.server';
import { logPractice } from '~/learning/practice-log.server';
import { answerRecall, recallNow, recallQuestion, startRecall } from '~/learning/recall.server';
import type { Actor } from '~/people/actor';
import { rightPick } from './answers';

/** Takes the questions that have come back, and has them right. */
export function recallWell(attune: Attune, actor: Actor): void {
  startRecall(attune, actor);
  for (const { id } of recallNow(attune, actor).open) {
    answerRecall(attune, actor, {
      id,
      pick: rightPick(recallQuestion(attune, actor, id).question),
    });
  }
}

/** Notes the n-th of the practices in the log. */
export async function notePractice(attune: Attune, actor: Actor, n: number): Promise<void> {
  const { lists } = await readPractices(attune.config.contentDir);
  if (!lists) throw new Error('The lists of the practice log cannot be read');
  const pick = (list: { id: string }[], at: number) => list[at % list.length]?.id ?? '';
  logPractice(attune, actor, lists, {
    id: uuid(),
    practice: pick(lists.practices, n),
    setting: pick(lists.settings, n),
    went: pick(lists.went, n % 3),
    barrier: n % 2 ? pick(lists.barriers, n) : '',
    next: pick(lists.next, n),
    note: n % 2 ? '' : 'The book stayed open for longer than last week.',
  });
}
