import { buffer } from 'node:stream/consumers';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { civilDateInWords } from '~/course/said';
import { requirePerson } from '~/people/guard.server';
import { type PdfPaper, taggedPdf } from '~/ui/pdf/tagged-pdf.server';
import { noteWholeRecord } from './note-access.server';
import { readQuestion } from './question.server';
import { summaryAsAt } from './summary.server';
import type { Block, Summary } from './summary-sections';

/** `summary.pdf` as at a day: the summary on paper, tagged for screen readers. It names nobody. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const { attune } = args.context;
  const { asAt } = readQuestion(args, who);
  const { error, date, size, began } = asAt;
  if (error) {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
    throw new Response(`${error}\n`, { status: 400, headers });
  }
  const { schoolId, schoolName } = who;
  const summary = await summaryAsAt(attune, { schoolId, schoolName, date, size, began });
  noteWholeRecord(args, who, 'downloaded the summary');
  const pdf = taggedPdf(
    {
      title: `Training record & impact summary: ${schoolName}`,
      foot: `${schoolName}, as at ${civilDateInWords(date)} · key ${summary.seal.fingerprint}`,
      now: attune.now(),
    },
    (paper) => drawSummary(paper, summary),
  );
  return new Response(new Uint8Array(await buffer(pdf)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="summary-${date}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

function drawSummary(paper: PdfPaper, { schoolName, date, sections, seal }: Summary): void {
  paper.heading(1, 'Training record & impact summary');
  paper.text(`${schoolName}, as at ${civilDateInWords(date)}`, { soft: true });
  for (const { title, blocks } of sections) {
    paper.heading(2, title);
    for (const block of blocks) draw(paper, block);
  }
  paper.heading(3, 'For checking this later');
  paper.facts([
    { term: 'Key fingerprint', is: seal.fingerprint },
    { term: 'The whole key', is: seal.verifierKey },
    {
      term: 'Checkpoint of the record when this was made',
      is: `${seal.origin}, ${seal.size} entries, ${seal.root}`,
    },
  ]);
}

function draw(paper: PdfPaper, block: Block): void {
  if (block.type === 'text') paper.text(block.text, { soft: block.soft ?? false });
  if (block.type === 'list') paper.list(block.items);
  if (block.type === 'bars') paper.bars(block.caption, block.rows);
  if (block.type === 'table') {
    const { caption, head, rows } = block;
    paper.table({ caption, columns: head.map((one) => ({ head: one })), rows });
  }
}
