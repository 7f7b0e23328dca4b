import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { certificate } from '~/record/certificates.server';
import { notFound } from './page-answer.server';

/** The certificate asked for, when it is the asker's own; anyone else's is a 404. Looking at one changes nothing. */
export async function ownCertificate(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const { module: slug = '', completion = '' } = args.params;
  const found = certificate(attune.db, who.schoolId, completion);
  if (!found || found.personId !== who.personId || found.module !== slug) {
    throw notFound('You have no certificate at this address. Yours are on your home page.');
  }
  return { who, slug, completion, found };
}
