import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { certificateProof } from '~/record/certificate-proof.server';
import { ownCertificate } from './own-certificate.server';
import { notFound } from './page-answer.server';

/** The proof that one's own certificate is on the school's record, to keep beside it. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { completion, found } = ownCertificate(args, who);
  // Its entry is on the record for good, and what withdrew it is not in this proof: to hand it out would mislead.
  if (found.status === 'withdrawn')
    throw notFound('This certificate was withdrawn, so it has no proof to hand out.');
  const proof = certificateProof(args.context.attune, who.schoolId, completion);
  if (proof === null) throw notFound('There is no proof at this address.');
  return new Response(proof, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="certificate-${found.code}.txt"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
