import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { setConfidence } from '~/learning/confidence.server';
import { requireEnrolment } from '~/learning/enrolments.server';
import { quizOf } from '~/learning/parts';
import { startRefresher } from '~/learning/refresher-offer.server';
import { sayKnownAlready, startModule } from '~/learning/start.server';
import { markPutBackRead } from '~/learning/told-put-back.server';
import { actorOf } from '~/people/actor';
import { requireForm } from '~/people/guard.server';
import { refuse, refuseFor } from './page-answer.server';

const id = z.string().min(1).max(200);
const act = z.discriminatedUnion('intent', [
  z.object({
    intent: z.enum(['start', 'start knowing', 'start refresher']),
    n: z.coerce.number().int().min(0),
  }),
  z.object({ intent: z.literal('know already'), enrolmentId: id }),
  z.object({ intent: z.literal('read put back'), entry: id, from: z.literal('home').optional() }),
  z.object({
    intent: z.literal('confidence'),
    enrolmentId: id,
    moment: z.enum(['before', 'after']),
  }),
]);

/** Start, "I know this already", how confident one is, and that one has read of a completion put back. */
export async function moduleAction(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'learn');
  const { attune } = args.context;
  const actor = actorOf(who, 'learn');
  const slug = args.params.module ?? '';
  const home = `/learn/${slug}`;
  const parsed = act.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(form, '', 'Press one of the buttons on this page.');
  const asked = parsed.data;
  const toQuiz = (enrolmentId: string) => {
    const { version } = requireEnrolment(attune, actor, enrolmentId);
    return redirect(`${home}/${quizOf(version)?.page.id ?? ''}`, 303);
  };
  try {
    switch (asked.intent) {
      case 'start':
        startModule(attune, actor, { module: slug, n: asked.n });
        return redirect(`${home}#next`, 303);
      case 'start refresher':
        startRefresher(attune, actor, { module: slug, n: asked.n });
        return redirect(`${home}#next`, 303);
      case 'start knowing': {
        const enrolmentId = startModule(attune, actor, { module: slug, n: asked.n });
        sayKnownAlready(attune, actor, { enrolmentId });
        return toQuiz(enrolmentId);
      }
      case 'know already':
        sayKnownAlready(attune, actor, asked);
        return toQuiz(asked.enrolmentId);
      case 'read put back':
        markPutBackRead(attune, actor, asked);
        return redirect(asked.from ? '/learn' : home, 303);
      case 'confidence':
        setConfidence(attune, actor, { ...asked, levels: levelsIn(form, asked.moment) });
        return redirect(`${home}?said=${asked.moment}#next`, 303);
    }
  } catch (error) {
    return refuseFor(form, '', error);
  }
}

/** `before-1`, `before-2`…: outcome number → level; those left out are not there. */
function levelsIn(form: FormData, moment: string): Record<number, number> {
  const levels: Record<number, number> = {};
  for (const [name, value] of form) {
    const outcome = name.startsWith(`${moment}-`) ? Number(name.slice(moment.length + 1)) : 0;
    if (outcome > 0) levels[outcome] = Number(value);
  }
  return levels;
}
