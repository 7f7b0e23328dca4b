import type { LoaderFunctionArgs } from '@remix-run/node';
import { civilDateInWords } from '~/course/said';
import { requirePerson } from '~/people/guard.server';
import { signedBySchool } from '~/record/sign-pdf.server';
import { taggedPdf } from '~/ui/pdf/tagged-pdf.server';
import { designatedTeacherAsAt } from './designated-teacher.server';
import { readFileQuestion } from './download.server';
import { noteWholeRecord } from './note-access.server';
import { sealOf } from './seal.server';
import { drawSeal, drawSection } from './summary-paper.server';

/** The page for the designated teacher’s report on paper, as at a day: what whoever sees the page may print. It names nobody. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { attune } = args.context;
  const { date, size, began } = readFileQuestion(args, who).asAt;
  const { schoolId, schoolName } = who;
  const sections = designatedTeacherAsAt(attune, { schoolId, date, size, began });
  noteWholeRecord(args, who, 'downloaded the page for the designated teacher’s report', date);
  const seal = sealOf(attune, schoolId);
  const day = civilDateInWords(date);
  const meta = {
    title: `For the designated teacher’s report: ${schoolName}`,
    foot: `${schoolName}, as at ${day} · key ${seal.fingerprint}`,
    now: attune.now(),
    type: 'dense' as const,
  };
  const pdf = taggedPdf(meta, (paper) => {
    paper.heading(1, 'For the designated teacher’s report');
    paper.text(
      `${schoolName}, as at ${day}: what staff learned of what can affect children who are looked after, or were before.`,
      { soft: true },
    );
    for (const section of sections) drawSection(paper, section);
    drawSeal(paper, seal);
  });
  return new Response(await signedBySchool(attune, schoolId, pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="designated-teacher-${date}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
