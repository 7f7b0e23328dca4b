import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SignedIn } from '~/people/rights';
import { certificate } from '~/record/certificates.server';
import { notFound } from './page-answer.server';

/** The certificate asked for, when it is the asker's own; anyone else's is a 404. Looking at one changes nothing. */
export function ownCertificate(args: LoaderFunctionArgs, who: SignedIn) {
  const { module: slug = '', completion = '' } = args.params;
  const found = certificate(args.context.attune.db, who.schoolId, completion);
  if (!found || found.personId !== who.personId || found.module !== slug) {
    throw notFound('You have no certificate at this address. Yours are on your home page.');
  }
  return { slug, completion, found };
}
