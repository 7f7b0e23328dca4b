import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Attune } from '~/context.server';
import { civilDateInWords } from '~/course/said';
import { signPdf } from '~/record/signed-pdf';
import type { PdfPaper } from '~/ui/pdf/pdf-paper';
import { taggedPdf } from '~/ui/pdf/tagged-pdf.server';
import { laterInWords } from './later-in-words';
import { type Block, type Section, type Summary, wordsOf } from './summary-sections';

type House = Pick<Attune, 'now' | 'recordKey'>;

/** The summary on paper, tagged for screen readers: what matters first, then the annexes on pages of their own. */
export function summaryPaper(summary: Summary, now: Date): Readable {
  const { schoolName, date, seal } = summary;
  return taggedPdf(
    {
      title: `Training record & impact summary: ${schoolName}`,
      foot: `${schoolName}, as at ${civilDateInWords(date)} · key ${seal.fingerprint}`,
      now,
      type: 'dense',
    },
    (paper) => drawSummary(paper, summary),
  );
}

/** The same, signed as it is by the key of the school's record, so that whatever is changed on its pages shows. */
export async function signedSummary(
  summary: Summary,
  { now, recordKey }: House,
): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await buffer(summaryPaper(summary, now()));
  return new Uint8Array(signPdf(pdf, summary.seal.origin, recordKey));
}

/**
 * The same as a file to keep.
 * @param named it has the named register, which its name says, so that nobody sends the wrong one
 */
export async function summaryPdfResponse(
  summary: Summary,
  attune: House,
  named = false,
): Promise<Response> {
  const name = `summary-${summary.date}${named ? '-with-names' : ''}.pdf`;
  return new Response(await signedSummary(summary, attune), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

function drawSummary(paper: PdfPaper, summary: Summary): void {
  const { schoolName, date, sections, annexes, seal } = summary;
  paper.heading(1, 'Training record & impact summary');
  paper.text(`${schoolName}, as at ${civilDateInWords(date)}`, { soft: true });
  const later = laterInWords(summary);
  if (later) paper.text(later, { soft: true });
  for (const section of sections) drawSection(paper, section);
  drawSeal(paper, seal);
  if (annexes.length > 0) paper.pageBreak();
  for (const annex of annexes) drawSection(paper, annex);
}

/** What later checks of the record are compared with. */
export function drawSeal(paper: PdfPaper, seal: Summary['seal']): void {
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

export function drawSection(paper: PdfPaper, { title, blocks }: Section): void {
  paper.heading(2, title);
  for (const block of blocks) draw(paper, block);
}

function draw(paper: PdfPaper, block: Block): void {
  if (block.type === 'text') paper.text(wordsOf(block.text), { soft: block.soft ?? false });
  if (block.type === 'list') paper.list(block.items.map(wordsOf));
  if (block.type === 'bars') paper.bars(block.caption, block.rows);
  if (block.type === 'timeline') {
    const alt = `${block.caption}, as columns. The table below says each.`;
    paper.columns(block.columns, alt);
  }
  if (block.type === 'timeline' || block.type === 'table') {
    const { caption, head, rows } = block;
    paper.table({
      caption,
      columns: head.map((one) => ({ head: one })),
      rows: rows.map((row) => row.map(wordsOf)),
    });
  }
}
