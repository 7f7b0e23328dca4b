import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { saveDraft } from '~/people/drafts.server';
import { draftOwner } from '~/people/guard.server';

/** Room for words that are too long to be saved, too: they can be shortened only where they are kept. */
const draft = z.object({
  key: z
    .string()
    .regex(/^\/[^#]*#.+$/)
    .max(300),
  fields: z
    .string()
    .max(500_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.record(z.string().max(100), z.string())),
});

/** Keeps what is being typed; also for a day after the session ended, for whoever opened the form. Gives nothing back. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const owner = await draftOwner(args, form.get('formTag'));
  if (!owner) return Response.json({ error: 'signed out' }, { status: 401 });
  const parsed = draft.safeParse(Object.fromEntries(form));
  if (!parsed.success) return Response.json({ error: 'This is not a draft.' }, { status: 400 });
  const { key, fields } = parsed.data;
  if (!owner.mayKeep(key)) return Response.json({ error: 'Not with a code.' }, { status: 403 });
  const { savedAt } = saveDraft(args.context.attune, owner.personId, key, fields);
  return Response.json({ savedAt: new Date(savedAt).toISOString() });
}
