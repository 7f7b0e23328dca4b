import { MaxFileSizeExceededError, parseFormData } from '@remix-run/form-data-parser';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { saveDraft } from './drafts.server';
import { localPath, pathOf } from './local-path';
import { may, type Right, type SignedIn } from './rights';
import { type Found, readSession } from './session.server';

type Args = Pick<LoaderFunctionArgs | ActionFunctionArgs, 'request' | 'context'>;

/** What pages pass to `<AppPage who={…}>`: safe for the browser. */
export type PageWho = Pick<
  SignedIn,
  'name' | 'roles' | 'roleNames' | 'schoolName' | 'sharedDevice' | 'formTag'
>;

export function pageWho(who: SignedIn): PageWho {
  const { name, roles, roleNames, schoolName, sharedDevice, formTag } = who;
  return { name, roles, roleNames, schoolName, sharedDevice, formTag };
}

/** The person signed in, or null. For pages that anyone may open. */
export async function whoIsHere(args: Args): Promise<SignedIn | null> {
  const found = await readSessionOf(args);
  return found.state === 'signed in' ? found.who : null;
}

/**
 * For loaders. Nobody signed in: throws a redirect to `/sign-in?next=…` (a program that asks for JSON gets 401).
 * Signed in without the right: throws a 403 in words.
 */
export async function requirePerson(args: Args, right: Right): Promise<SignedIn> {
  const found = await readSessionOf(args);
  if (found.state !== 'signed in') throw toSignIn(args.request, false);
  return withRight(found.who, right);
}

/**
 * For actions: the person, and what they sent. A session that has ended has the typed text kept as that person's draft,
 * under `<path>#<form id>` (the hidden field `formId`, else "form"), and leads to sign-in. A form that someone else
 * opened is refused with 409 in words, and nothing of it is saved.
 */
export async function requireForm(
  args: Args,
  right: Right,
): Promise<{ who: SignedIn; form: FormData; sessionId: string }> {
  const form = await formOf(args.request);
  const found = await readSessionOf(args);
  if (found.state === 'nobody') throw toSignIn(args.request, false);
  if (form.get('formTag') !== tagOf(found)) {
    throw found.state === 'ended' ? toSignIn(args.request, false) : someoneElses(args.request);
  }
  if (found.state === 'ended') {
    const fields = typedFields(form);
    const some = Object.keys(fields).length > 0 && !found.quiz;
    const key = `${pathOf(args.request)}#${form.get('formId') ?? 'form'}`;
    if (some) saveDraft(args.context.attune, found.personId, key, fields);
    throw toSignIn(args.request, some);
  }
  return { who: withRight(found.who, right), form, sessionId: found.sessionId };
}

/** Here with a code for one module's quiz: what that page, and no other, asks for. */
export interface HereByCode {
  who: SignedIn;
  /** The one module, by its slug. */
  module: string;
  /** When the code was used, UTC milliseconds. */
  since: number;
}

/** For the loader of the one page that a quiz code opens. Whoever is here otherwise, or no longer, is led to `/code`. */
export async function requireQuiz(args: Args): Promise<HereByCode> {
  const found = await readSessionOf(args);
  if (found.state !== 'signed in' || !found.who.quiz) throw toCode(args.request, found);
  return { who: found.who, ...found.who.quiz };
}

/** For its action. A form that was sent after the time was up is kept as that person's draft for this page alone. */
export async function requireQuizForm(args: Args): Promise<HereByCode & { form: FormData }> {
  const form = await formOf(args.request);
  const found = await readSessionOf(args);
  if (found.state === 'nobody') throw toCode(args.request, found);
  if (form.get('formTag') !== tagOf(found)) throw someoneElses(args.request);
  if (found.state === 'ended') {
    const fields = typedFields(form);
    const key = `${quizPage}#${form.get('formId') ?? 'form'}`;
    if (found.quiz && Object.keys(fields).length > 0) {
      saveDraft(args.context.attune, found.personId, key, fields);
    }
    throw toCode(args.request, found);
  }
  if (!found.who.quiz) throw toCode(args.request, found);
  return { who: found.who, ...found.who.quiz, form };
}

const quizPage = '/by-code';

function toCode(request: Request, found: Found): Response {
  if (asksForJson(request)) return Response.json({ error: 'signed out' }, { status: 401 });
  return redirect(found.state === 'ended' ? '/code?over=1' : '/code', 303);
}

/**
 * Whose draft a form may be kept as: the person signed in, or the one whose session ended less than a day ago; null
 * when it is nobody's, or when someone else opened the form. `mayKeep`: here with a quiz code, only on its own page.
 */
export async function draftOwner(
  args: Args,
  formTag: FormDataEntryValue | null,
): Promise<{ personId: string; signedIn: boolean; mayKeep: (key: string) => boolean } | null> {
  const found = await readSessionOf(args);
  if (found.state === 'nobody' || formTag !== tagOf(found)) return null;
  const signedIn = found.state === 'signed in';
  const byCode = signedIn ? found.who.quiz !== null : found.quiz;
  return {
    personId: signedIn ? found.who.personId : found.personId,
    signedIn,
    mayKeep: (key) => !byCode || key.startsWith(`${quizPage}#`),
  };
}

const tagOf = (found: Exclude<Found, { state: 'nobody' }>) =>
  found.state === 'ended' ? found.formTag : found.who.formTag;

function readSessionOf({ request, context }: Args): Promise<Found> {
  // What a browser fetches ahead is no sign that anyone is there.
  const ahead = /prefetch/.test(
    `${request.headers.get('Sec-Purpose')} ${request.headers.get('Purpose')}`,
  );
  return readSession(context.attune, request.headers.get('Cookie'), !ahead);
}

const onlyFor: Record<Right, string> = {
  learn: 'Only those on the staff list can open this page',
  'see a cohort they lead': 'Only those on the staff list can open this page',
  'manage people': 'Only attachment leads can open this page',
  'keep the staff list': 'Only attachment leads and the school office can open this page',
  'give roles': 'Only attachment leads and headteachers can open this page',
  'give the head’s role': 'Only headteachers can give or take the headteacher’s role',
  'manage cohorts': 'Only attachment leads can open this page',
  'record sessions': 'Only attachment leads can open this page',
  'see module drafts': 'Only attachment leads can open this page',
  'read modules whole': 'Only attachment leads and headteachers can read a module whole',
  'see what was hard': 'Only attachment leads can see what people found hard',
  'prepare the school': 'Only attachment leads and headteachers can open this page',
  'see the training record': 'Only attachment leads and headteachers can see the training record',
  'export the training record': 'Only headteachers can export the training record',
  'record school changes': 'Only attachment leads and headteachers can open this page',
  'settle the trust': 'Only headteachers can open this page',
  'see the trust': 'Only those who lead a trust of schools can open this page',
};

/** Who can give the role that a right comes with: of the head’s, a lead is told to ask the head and not herself. */
const giverOf = (right: Right): string =>
  onlyFor[right].startsWith('Only headteachers') ? 'headteacher' : 'attachment lead';

function withRight(who: SignedIn, right: Right): SignedIn {
  if (may(who, right)) return who;
  if (who.quiz) {
    throw new Response(
      'The code that you used opens one quiz and nothing else, so your account does not open here. To see more, sign out, and sign in with your password.',
      { status: 403, statusText: 'Not with a code' },
    );
  }
  throw new Response(
    `${onlyFor[right]}, and your account does not have that role. If it should, ask your ${giverOf(right)}.`,
    { status: 403, statusText: 'Not for this account' },
  );
}

/** Of all that anyone may send, one file: a list of staff or of past training. */
const oneFile = { maxFiles: 1, maxFileSize: 5_000_000, maxTotalSize: 11_000_000 };

async function formOf(request: Request): Promise<FormData> {
  try {
    return await parseFormData(request, oneFile);
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError) {
      throw new Response(
        'That file is over 5 MB, so nothing was read. Go back and choose a smaller one.',
        { status: 413, statusText: 'Too large' },
      );
    }
    throw new Response('What was sent is not a form. Go back, reload the page and try again.', {
      status: 400,
      statusText: 'Not a form',
    });
  }
}

const asksForJson = (request: Request) =>
  request.headers.get('Accept')?.startsWith('application/json') ?? false;

function toSignIn(request: Request, kept: boolean): Response {
  if (asksForJson(request)) return Response.json({ error: 'signed out', kept }, { status: 401 });
  const next = localPath(request.method === 'GET' ? whole(request) : pathOf(request));
  const query = new URLSearchParams({ next, ...(kept ? { kept: '1' } : {}) });
  return redirect(`/sign-in?${query}`, 303);
}

function someoneElses(request: Request): Response {
  const words =
    'This page was opened by someone else, who has signed out since. Nothing was saved. Open the page again and it will be yours.';
  if (asksForJson(request)) return Response.json({ error: words }, { status: 409 });
  return new Response(words, { status: 409, statusText: 'Opened by someone else' });
}

const whole = (request: Request) => pathOf(request) + searchOf(request);

function searchOf(request: Request): string {
  const query = new URL(request.url).searchParams;
  // Remix's own, which say nothing about the page.
  query.delete('_routes');
  query.delete('index');
  return query.size > 0 ? `?${query}` : '';
}

/** What was typed, without what must not be kept. */
function typedFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value === '') continue;
    if (name === 'formTag' || name === 'formId' || /^(current|code|token)$|password/i.test(name))
      continue;
    fields[name] = name in fields ? `${fields[name]}\n${value}` : value;
  }
  return fields;
}
