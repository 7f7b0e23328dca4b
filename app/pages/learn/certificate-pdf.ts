import type { LoaderFunctionArgs } from '@remix-run/node';
import { civilDateInWords } from '~/course/said';
import { becameInWords } from '~/pages/became-in-words';
import { drawQr } from '~/pages/lead/qr.server';
import { requirePerson } from '~/people/guard.server';
import { sizeNow } from '~/record/as-at.server';
import { certificateProof } from '~/record/certificate-proof.server';
import { signedBySchool } from '~/record/sign-pdf.server';
import { ledBy } from '~/record/together.server';
import { whatBecameOf } from '~/record/withdrawals.server';
import { taggedPdf } from '~/ui/pdf/tagged-pdf.server';
import { certificateInWords } from './certificate-in-words';
import { ownCertificate } from './own-certificate.server';

/** One's own certificate as a PDF, as it was when it was earned, with its proof inside. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { completion, found } = ownCertificate(args, who);
  const { attune } = args.context;
  const proof =
    found.status === 'withdrawn' ? null : certificateProof(attune, who.schoolId, completion);
  const address = `${attune.config.origin}/verify/${found.code}`;
  const told = ledBy(attune.db, who.schoolId, sizeNow(attune.db, who.schoolId), found.together);
  const { result, version, together, time, caution } = certificateInWords({
    ...found,
    together: found.together.map(told),
  });
  const became = becameInWords({
    ...{ status: found.status, ...whatBecameOf(attune.db, who.schoolId, completion) },
  });
  const name = found.name ?? who.name;
  const pdf = taggedPdf(
    {
      title: `Certificate: ${found.moduleTitle}`,
      foot: `Code ${found.code}`,
      now: attune.now(),
    },
    (paper) => {
      if (found.status === 'withdrawn') {
        paper.text('This certificate was withdrawn.', { bold: true, size: 13 });
      }
      if (became !== null) paper.text(became);
      paper.text('This records that', { soft: true });
      paper.heading(1, name);
      paper.text(`completed, at ${found.schoolName}, on ${civilDateInWords(found.completedOn)}`, {
        soft: true,
      });
      paper.heading(
        2,
        found.refreshes === null ? found.moduleTitle : `${found.moduleTitle}: refresher`,
      );
      if (found.outcomes.length > 0) {
        paper.heading(3, 'What it covers');
        paper.list(found.outcomes);
      }
      paper.facts([
        { term: 'Result', is: result },
        { term: 'Version', is: version },
        ...(together ? [{ term: 'How', is: together }] : []),
        { term: 'Published time', is: time },
      ]);
      paper.text(caution);
      paper.heading(3, 'Anyone can check it');
      paper.text(`Code ${found.code}, at ${address}`);
      paper.squares(drawQr(address), 96, `The address ${address} as a QR code`);
      if (proof === null) return;
      paper.attach(`certificate-${found.code}.txt`, proof, 'The proof of this certificate');
      paper.text(
        `Kept inside this file is its proof. With the school’s key, anyone can check it, and that nothing on this page was altered, without asking the school: ${attune.config.origin}/verify/check`,
        { size: 9, soft: true },
      );
    },
  );
  return new Response(await signedBySchool(attune, who.schoolId, pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="certificate-${found.code}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
