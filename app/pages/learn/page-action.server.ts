import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import type { Attune } from '~/context.server';
import { commitTo } from '~/learning/commitment.server';
import { currentEnrolment, versionOf } from '~/learning/enrolments.server';
import { isLearningError } from '~/learning/errors';
import { standingOf } from '~/learning/facts.server';
import { offerHelp } from '~/learning/help.server';
import { nextPiece } from '~/learning/home.server';
import { answerCheck, continuePage } from '~/learning/pages.server';
import { putNoticeAway } from '~/learning/paper/own-paper.server';
import { answerItem, lackingIn, openAttempt } from '~/learning/quiz.server';
import { reflectionsIn, saveReflection } from '~/learning/reflections.server';
import { pageAfter } from '~/learning/route';
import { chooseStep, readDebrief, readSummary, startScenario } from '~/learning/scenarios.server';
import { tooLong } from '~/learning/too-long';
import { type Actor, actorOf } from '~/people/actor';
import { clearDraft, saveDraft } from '~/people/drafts.server';
import { requireForm } from '~/people/guard.server';
import { refuse, refuseAll, refuseFor } from './page-answer.server';
import { pickName, readPick } from './pick-form';
import { holdsWords, typedIn } from './typed-in';

const id = z.string().min(1).max(200);
const count = z.coerce.number().int().min(0).max(10_000);
const words = z.string();

/** Every form of a module page, by its hidden `intent`. */
const act = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('continue'), enrolmentId: id }),
  z.object({
    intent: z.literal('check'),
    enrolmentId: id,
    question: id,
    practice: z.literal('yes').optional(),
  }),
  z.object({ intent: z.literal('start scenario'), enrolmentId: id, scenario: id, n: count }),
  z.object({
    intent: z.literal('choose'),
    runId: id,
    n: count,
    choice: count,
    why: words.optional(),
  }),
  z.object({ intent: z.literal('read debrief'), runId: id }),
  z.object({ intent: z.literal('read summary'), enrolmentId: id, scenario: id, n: count }),
  z.object({ intent: z.literal('open attempt'), enrolmentId: id, n: count }),
  z.object({
    intent: z.literal('answer'),
    attemptId: id,
    item: id,
    confidence: z.enum(['sure', 'fairly', 'guess']).optional(),
  }),
  z.object({
    intent: z.literal('help'),
    enrolmentId: id,
    agreed: z.enum(['yes', 'no']).optional(),
  }),
  z.object({ intent: z.literal('seen paper'), enrolmentId: id }),
  z.object({
    intent: z.literal('reflect'),
    enrolmentId: id,
    prompt: id,
    onward: z.literal('yes').optional(),
    /** A check on the page, whose button was pressed in the place of Save. */
    check: id.optional(),
    practice: z.literal('yes').optional(),
  }),
  z.object({ intent: z.literal('commit'), enrolmentId: id, what: words, when: words, know: words }),
]);
type Act = z.infer<typeof act>;

interface Asking {
  attune: Attune;
  actor: Actor;
  form: FormData;
  slug: string;
  page: string;
  /** The page's own address. */
  here: string;
}

export async function pageAction(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'learn');
  const { module: slug = '', page = '' } = args.params;
  const { attune } = args.context;
  const here = `/learn/${slug}/${page}`;
  const formId = String(form.get('formId') ?? '');
  const key = `${here}#${formId}`;
  if (form.has('later')) {
    saveDraft(attune, who.personId, key, typedIn(form));
    return redirect(`${here}?kept=${encodeURIComponent(formId)}#${formId}`, 303);
  }
  const parsed = act.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(form, '', 'Press one of the buttons on this page.');
  const long = longIn(form, parsed.data);
  if (Object.keys(long).length > 0) return refuseAll(form, long);
  const asking = { attune, actor: actorOf(who, 'learn'), form, slug, page, here };
  try {
    const to = perform(asking, parsed.data);
    if (typeof to !== 'string') return to;
    const left = leftUnsaved(asking, parsed.data);
    if (left) saveDraft(attune, who.personId, key, left);
    else if (formId) clearDraft(attune, who.personId, key);
    const answered = answeredForm(parsed.data);
    if (answered) clearDraft(attune, who.personId, `${here}#${answered}`);
    return redirect(to, 303);
  } catch (error) {
    if (isLearningError(error) && error.code === 'set aside') {
      const typed = typedIn(form);
      if (holdsWords(typed)) saveDraft(attune, who.personId, key, typed);
      return redirect(`/learn/${slug}?aside=1`, 303);
    }
    return refuseFor(form, fieldOf(parsed.data), error);
  }
}

/** What is to be said of boxes that this form would save and that hold too much. */
function longIn(form: FormData, asked: Act): Record<string, string[]> {
  return Object.fromEntries(
    savedBoxes(asked).flatMap((name) => {
      const long = tooLong(String(form.get(name) ?? ''));
      return long ? [[name, [long]]] : [];
    }),
  );
}

function savedBoxes(asked: Act): string[] {
  if (asked.intent === 'choose') return ['why'];
  if (asked.intent === 'commit') return ['what', 'when', 'know'];
  const saves = asked.intent === 'reflect' && !asked.onward && !asked.check;
  return saves ? [`words-${asked.prompt}`] : [];
}

/** Does it, and says where to go next; or what to mend. */
function perform(asking: Asking, asked: Act) {
  const { attune, actor, form, slug, page, here } = asking;
  switch (asked.intent) {
    case 'continue':
      continuePage(attune, actor, { enrolmentId: asked.enrolmentId, page });
      return afterPage(attune, actor, slug, page);
    case 'check':
      return check(asking, asked);
    case 'start scenario':
      startScenario(attune, actor, asked);
      return `${here}#scene`;
    case 'choose':
      chooseStep(attune, actor, asked);
      return `${here}#scene`;
    case 'read debrief':
      readDebrief(attune, actor, asked);
      return `${here}#debrief`;
    case 'read summary':
      readSummary(attune, actor, asked);
      return `${here}?read=summary#summary`;
    case 'open attempt':
      openAttempt(attune, actor, asked);
      return `${here}#item`;
    case 'answer': {
      const { confidence, item } = asked;
      const pick = readPick(form, item);
      if (!confidence) {
        const lacking = lackingIn(attune, actor, { ...asked, pick });
        return refuseAll(form, {
          ...(lacking ? { [pickName(item)]: [lacking] } : {}),
          confidence: ['Say how sure you are. It is for you: nobody else sees it.'],
        });
      }
      const { differs } = answerItem(attune, actor, { ...asked, pick, confidence });
      return `${here}?answered=${encodeURIComponent(item)}${differs ? '&before=1' : ''}#explained`;
    }
    case 'help':
      if (!asked.agreed) return refuse(form, 'agreed', 'Choose yes or no. Either is fine.');
      offerHelp(attune, actor, { ...asked, agreed: asked.agreed === 'yes' });
      return here;
    case 'seen paper':
      putNoticeAway(attune, actor, asked);
      return here;
    case 'reflect':
      if (asked.onward) {
        continuePage(attune, actor, { enrolmentId: asked.enrolmentId, page });
        return afterPage(attune, actor, slug, page);
      }
      if (asked.check) return check(asking, { ...asked, question: asked.check });
      saveReflection(attune, actor, { ...asked, text: reflected(form, asked.prompt) });
      return `${here}#reflect-${asked.prompt}`;
    case 'commit':
      commitTo(attune, actor, asked);
      return onward(attune, actor, slug);
  }
}

function check(
  { attune, actor, form, here }: Asking,
  asked: { enrolmentId: string; question: string; practice?: 'yes' },
): string {
  const { question } = asked;
  const pick = readPick(form, question);
  const { first } = answerCheck(attune, actor, { ...asked, pick });
  const tried = first ? '' : `?tried=${question}&pick=${pick.join('-')}`;
  return `${here}${asked.practice ? tried : ''}#feedback-${question}`;
}

const reflected = (form: FormData, prompt: string) => String(form.get(`words-${prompt}`) ?? '');

/**
 * Words that went along with Continue or a check, and are not those saved already: to be kept as a draft, for nobody
 * pressed Save. Null when there are none.
 */
function leftUnsaved(
  { attune, actor, form, slug }: Asking,
  asked: Act,
): Record<string, string> | null {
  if (asked.intent !== 'reflect' || !(asked.onward || asked.check)) return null;
  const words = reflected(form, asked.prompt);
  const typed = words.replaceAll('\r\n', '\n');
  const saved = reflectionsIn(attune, actor.personId, slug).get(asked.prompt)?.text ?? '';
  const same = typed.trim() === '' || typed === saved.replaceAll('\r\n', '\n');
  return same ? null : { [`words-${asked.prompt}`]: words };
}

/** The form of a question that is answered now, wherever it was sent from: its draft has done its work. */
function answeredForm(asked: Act): string | undefined {
  if (asked.intent === 'check') return `check-${asked.question}`;
  if (asked.intent === 'reflect' && asked.check) return `check-${asked.check}`;
  return asked.intent === 'answer' ? `item-${asked.item}` : undefined;
}

function fieldOf(asked: Act): string {
  if (asked.intent === 'check') return pickName(asked.question);
  if (asked.intent === 'answer') return pickName(asked.item);
  if (asked.intent === 'reflect')
    return asked.check ? pickName(asked.check) : `words-${asked.prompt}`;
  return asked.intent === 'commit' ? 'what' : '';
}

function afterPage(attune: Attune, actor: Actor, slug: string, page: string): string {
  const enrolled = currentEnrolment(attune.db, actor, slug);
  if (!enrolled) return '/learn';
  const after = pageAfter(versionOf(attune, enrolled), standingOf(attune.db, enrolled).facts, page);
  return after ? `/learn/${slug}/${after.id}` : `/learn/${slug}`;
}

function onward(attune: Attune, actor: Actor, slug: string): string {
  const enrolled = currentEnrolment(attune.db, actor, slug);
  const next = enrolled && nextPiece(versionOf(attune, enrolled), standingOf(attune.db, enrolled));
  return next ? `/learn/${slug}/${next.page}` : `/learn/${slug}`;
}
