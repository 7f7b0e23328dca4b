import type { LoaderFunctionArgs } from '@remix-run/node';
import { civilDateInWords } from '~/course/said';
import { sealOf } from '~/pages/evidence/seal.server';
import { lengthInWords } from '~/pages/sessions/in-words';
import { requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { signedBySchool } from '~/record/sign-pdf.server';
import type { PdfPaper } from '~/ui/pdf/pdf-paper';
import { taggedPdf } from '~/ui/pdf/tagged-pdf.server';
import { type Passport, type PassportModule, passportOf } from './passport.server';

/** One's own passport as a PDF, as the record stands now. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const today = londonDate(attune.now());
  const passport = passportOf(attune, who);
  const { fingerprint } = sealOf(attune, who.schoolId);
  const foot = `${who.name}, ${who.schoolName}, as at ${civilDateInWords(today)}`;
  const meta = { title: `Training passport: ${who.name}`, foot, now: attune.now() };
  const pdf = taggedPdf(meta, (paper) => {
    paper.heading(1, who.name);
    paper.text(
      `Training passport: what ${who.name} completed and attended at ${who.schoolName}, from the school’s training record as at ${civilDateInWords(today)}.`,
    );
    drawPassport(paper, passport);
    paper.heading(2, 'Anyone can check it');
    if (passport.modules.length > 0) {
      paper.text(
        `Each code above can be looked up at ${attune.config.origin}/verify. Kept inside this file is the proof of each certificate: with it and the school’s key, anyone can check at ${attune.config.origin}/verify/check that the completion is on the school’s record and that nothing on these pages was altered, without asking the school. The record’s key has the fingerprint ${fingerprint}; compare it with one that the school has printed.`,
      );
    }
    if (passport.attended.length > 0) {
      paper.text(
        'Sessions and courses stand here as the school entered them; no proof of theirs is kept inside.',
      );
    }
    paper.text(
      'A completion says that the quiz met its standard, every safety question among it. It does not say how anyone works with children, and it does not qualify the holder to assess or diagnose attachment.',
    );
  });
  return new Response(await signedBySchool(attune, who.schoolId, pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="training-passport-${today}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

function drawPassport(paper: PdfPaper, passport: Passport): void {
  const { modules, attended, withdrawn, minutes } = passport;
  paper.heading(2, 'Modules completed');
  if (modules.length === 0) paper.text('None yet.');
  else paper.text(`${modules.length} in all, ${lengthInWords(minutes.modules)} as published.`);
  for (const module of modules) drawModule(paper, module);
  paper.heading(2, 'Sessions and courses attended');
  if (attended.length === 0) paper.text('None yet.');
  else {
    paper.table({
      caption: `${attended.length} in all${minutes.attended > 0 ? `, ${lengthInWords(minutes.attended)}` : ''}, as the school entered them`,
      columns: ['When', 'What', 'Kind and provider', 'How long', 'Entered on'].map((head) => ({
        head,
      })),
      rows: attended,
    });
  }
  if (withdrawn.length > 0) {
    paper.heading(2, 'Withdrawn');
    paper.list(withdrawn);
  }
}

function drawModule(paper: PdfPaper, { title, facts, outcomes, proof }: PassportModule): void {
  paper.heading(3, title);
  paper.facts(facts);
  if (outcomes.length > 0) {
    paper.text('What it covers:');
    paper.list(outcomes);
  }
  if (proof) paper.attach(proof.name, proof.text, `The proof of the certificate for ${title}`);
}
