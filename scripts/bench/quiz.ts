import type { Attune } from '~/context.server';
import { attemptById } from '~/learning/attempts.server';
import { openAttempt } from '~/learning/quiz.server';
import { startModule } from '~/learning/start.server';
import { pickName } from '~/pages/learn/pick-form';
import { formTagOf } from '~/people/form-tag.server';
import { cookieOf } from './data';

export interface QuizPost {
  url: string;
  cookie: string;
  body: string;
}

/** Opens a quiz for each person and writes out the posts that answer its items, not yet sent. */
export async function quizPosts(
  attune: Attune,
  schoolId: string,
  personIds: string[],
  slug: string,
): Promise<QuizPost[]> {
  const module = attune.course.module(slug);
  const page = module?.pages.find((p) => p.segments.some((s) => s.type === 'quiz'));
  if (!module || !page) throw new Error(`No quiz in ${slug}`);
  const bank = page.segments.flatMap((s) => (s.type === 'quiz' ? s.bank : []));
  const posts: QuizPost[] = [];
  for (const personId of personIds) {
    const actor = { personId, schoolId, role: 'staff' as const };
    const enrolmentId = startModule(attune, actor, { module: slug, n: 1 });
    const attemptId = openAttempt(attune, actor, { enrolmentId });
    const cookie = await cookieOf(attune, personId);
    for (const item of attemptById(attune.db, attemptId)?.items ?? []) {
      const body = new URLSearchParams({
        intent: 'answer',
        formTag: formTagOf(personId),
        attemptId,
        item,
        confidence: 'fairly',
      });
      const question = bank.find((q) => q.id === item);
      const fields =
        question?.kind === 'sort'
          ? question.statements.map((_, n) => pickName(item, n))
          : [pickName(item)];
      for (const field of fields) body.append(field, '0');
      posts.push({ url: `/learn/${slug}/${page.id}`, cookie, body: body.toString() });
    }
  }
  return posts;
}

/** Sends the posts, `atOnce` at a time, each acknowledged before the next. Returns answers a second. */
export async function answersPerSecond(
  origin: string,
  posts: QuizPost[],
  atOnce = 8,
): Promise<number> {
  const queue = [...posts];
  const began = performance.now();
  const one = async () => {
    for (let post = queue.shift(); post; post = queue.shift()) {
      const response = await fetch(origin + post.url, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: post.cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: post.body,
      });
      await response.arrayBuffer();
      if (response.status >= 400) throw new Error(`An answer was refused with ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return posts.length / ((performance.now() - began) / 1000);
}
