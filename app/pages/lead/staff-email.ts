import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { textFile } from './as-text.server';
import { staffEmail } from './before-you-start.server';

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'prepare the school');
  const text = staffEmail(args.context.attune, who);
  if (text === null) throw new Response('There is no e-mail in the guide yet.', { status: 404 });
  return textFile('e-mail-to-staff.txt', text);
}
