import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { clearDraft, readDraft, saveDraft } from '~/people/drafts.server';
import { pathOf } from '~/people/local-path';
import type { SignedIn } from '~/people/rights';

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>;

const keyOf = ({ request }: Args, formId: string) => `${pathOf(request)}#${formId}`;

/** What was typed in this page's form when the session ended, as the guard kept it; null when nothing was. */
export function keptForm(
  args: Args,
  who: SignedIn,
  formId = 'form',
): Record<string, string> | null {
  return readDraft(args.context.attune, who.personId, keyOf(args, formId))?.fields ?? null;
}

/** Puts words into the form at an address, for the person to look through and send. */
export function keepForm(
  { context }: Pick<Args, 'context'>,
  who: SignedIn,
  path: string,
  fields: Record<string, string>,
  formId = 'form',
): void {
  saveDraft(context.attune, who.personId, `${path}#${formId}`, fields);
}

/** Once the form has been accepted, what was kept of it goes. */
export function forgetForm(args: Args, who: SignedIn, formId = 'form'): void {
  clearDraft(args.context.attune, who.personId, keyOf(args, formId));
}

/** The button of `<KeptNotice>`: throws a redirect to the page as it is without what was kept. */
export function forgetIfAsked(args: Args, who: SignedIn, form: FormData): void {
  if (!form.has('forget')) return;
  forgetForm(args, who, String(form.get('formId') ?? 'form'));
  throw redirect(pathOf(args.request), 303);
}
