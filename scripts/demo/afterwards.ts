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

/** Notes the n-th of the practices in the log; `told`: how it went for this person, and where. */
export async function notePractice(
  attune: Attune,
  actor: Actor,
  n: number,
  told = n,
): Promise<void> {
  const { lists } = await readPractices(attune.config.contentDir);
  if (!lists) throw new Error('The lists of the practice log cannot be read');
  const pick = (list: { id: string }[], at: number) => list[at % list.length]?.id ?? '';
  logPractice(attune, actor, lists, {
    id: uuid(),
    practice: pick(lists.practices, n),
    setting: pick(lists.settings, told),
    went: pick(lists.went, told % 3),
    barrier: told % 2 ? pick(lists.barriers, told) : '',
    next: pick(lists.next, told),
    note: told % 2 ? '' : 'The book stayed open for longer than last week.',
  });
}
