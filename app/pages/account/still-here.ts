import type { ActionFunctionArgs } from '@remix-run/node';
import { draftOwner } from '~/people/guard.server';

/**
 * On a shared computer the page says now and then that someone is there: asking who it is renews the session. Answers
 * 401 once it has ended or belongs to someone else, and never with a redirect, which a fetch would follow unseen.
 */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const owner = await draftOwner(args, form.get('formTag'));
  const signedIn = owner?.signedIn ?? false;
  return Response.json({ signedIn }, { status: signedIn ? 200 : 401 });
}
