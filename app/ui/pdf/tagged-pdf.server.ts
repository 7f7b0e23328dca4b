import PDFDocument from 'pdfkit';
import { columnWidths } from './column-widths';
import { type Pieces, stepsOf, takeSteps } from './in-steps';
import { boxesSaid, canBeDrawn, fontFor, type Weight } from './letters';
import type { PdfMeta, PdfPaper } from './pdf-paper';
import { layByDirection } from './right-to-left';
import { accent, band, columnsTall, ink, margin, soft, types } from './style';

interface Pen {
  size: number;
  colour: string;
  weight: Weight;
}

/**
 * A4 as a stream of bytes, tagged for screen readers (PDF/UA): headings, lists, tables with header cells, language, title;
 * what stands at the foot of each page is marked as no part of the text. It is drawn a little at a time, after this has
 * returned.
 */
export function taggedPdf(
  { title, foot, now, type = 'plain' }: PdfMeta,
  draw: (paper: PdfPaper) => void,
) {
  // What the types have not heard of yet (the subset, a table's place in the structure) is given by way of a name.
  const asked = {
    size: 'A4',
    margins: { top: margin, bottom: margin + 16, left: margin, right: margin },
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: fontFor(''),
    info: { Title: title, Creator: 'Attune', Producer: 'Attune', CreationDate: now },
  };
  const doc = new PDFDocument(asked as unknown as PDFKit.PDFDocumentOptions);
  const { bodySize, tableSize, headingSizes, air, cellPadding, lineGap } = types[type];
  const root = doc.struct('Document', { title });
  doc.addStructure(root);
  const width = doc.page.width - 2 * margin;

  let boxes = false;
  /** Ready to write this text: in the font that has its letters. */
  const pen = (
    text: string,
    { size = bodySize, colour = ink, weight = 'plain' as Weight }: Partial<Pen> = {},
  ) => {
    boxes ||= !canBeDrawn(text);
    const ready = doc.font(fontFor(text, weight)).fontSize(size).fillColor(colour);
    if (fontFor(text, weight) !== fontFor('', weight)) layByDirection(doc);
    return ready;
  };
  const piece = (type: string, put: () => void) => {
    const element = doc.struct(type, {}, put);
    root.add(element);
    element.end();
  };

  /** Read out as `alt`, in one piece on one page, from the margin to the right. */
  const picture = (alt: string, tall: number, put: (y: number) => void) => {
    if (doc.y + tall > doc.page.height - doc.page.margins.bottom) doc.addPage();
    const { y } = doc;
    const options = { alt, bbox: [margin, y, margin + width, y + tall] };
    const figure = doc.struct('Figure', options, () => put(y));
    root.add(figure);
    figure.end();
    Object.assign(doc, { x: margin, y: y + tall });
  };

  const pieces: Pieces = {
    heading(level, text) {
      const size = headingSizes[level];
      // A heading at the foot of a page would head nothing: the next thing may be a picture or a table.
      const room = level === 2 ? 130 : 4 * size;
      if (doc.y > doc.page.height - margin - 16 - room) doc.addPage();
      doc.moveDown(level === 1 ? 0 : 0.9 * air);
      piece(`H${level}`, () => {
        pen(text, { size, colour: level === 1 ? accent : ink, weight: 'bold' }).text(text, {
          width,
        });
      });
      doc.moveDown(0.35 * air);
    },
    text(text, { size = bodySize, soft: isSoft = false, bold = false } = {}) {
      piece('P', () => {
        const weight = bold ? 'bold' : 'plain';
        pen(text, { size, colour: isSoft ? soft : ink, weight }).text(text, { width, lineGap });
      });
      doc.moveDown(0.5 * air);
    },
    list(items) {
      const list = doc.struct('L');
      root.add(list);
      for (const item of items) {
        const entry = doc.struct('LI');
        list.add(entry);
        const { y } = doc;
        entry.add(doc.struct('Lbl', {}, () => void pen('•').text('•', margin, y, { lineGap })));
        entry.add(
          doc.struct(
            'LBody',
            {},
            () =>
              void pen(item).text(item, margin + 14, doc.y < y ? doc.y : y, {
                width: width - 14,
                lineGap,
              }),
          ),
        );
        entry.end();
        doc.moveDown(0.15);
      }
      list.end();
      doc.x = margin;
      doc.moveDown(0.4);
    },
    facts(items) {
      for (const { term, is } of items) {
        piece('P', () => {
          // In one font, so that both stand on the same line.
          pen(`${term}${is}`, { weight: 'bold' });
          doc.text(`${term}: `, { width, continued: true, lineGap });
          pen(is).text(is, { lineGap });
        });
        doc.moveDown(0.15);
      }
      doc.moveDown(0.4);
    },
    *table({ caption, columns, rows }) {
      // A caption and a head alone at the foot of a page would head nothing.
      if (doc.y > doc.page.height - 3 * margin) doc.addPage();
      piece('P', () => {
        pen(caption, { weight: 'bold' }).text(caption, { width });
      });
      doc.moveDown(0.25);
      for (const row of rows) for (const text of row) pen(text, { size: tableSize });
      pen('', { size: tableSize });
      const head = columns.map((column) => ({
        ...{ text: column.head, type: 'TH' as const, scope: 'Column' as const },
        ...{
          font: { src: fontFor(column.head, 'bold') },
          align: { x: column.align ?? ('left' as const) },
        },
      }));
      const body = rows.map((row) =>
        row.map((text, n) => ({
          text,
          font: { src: fontFor(text) },
          align: { x: columns[n]?.align ?? ('left' as const) },
          ...(n === 0 ? { type: 'TH' as const, scope: 'Row' as const } : {}),
        })),
      );
      const table = {
        structParent: root,
        maxWidth: width,
        // Rules would need border colours, which pdfkit tags in a way that readers warn of.
        defaultStyle: { border: 0, padding: { vertical: cellPadding, horizontal: 4 } },
        rowStyles: (n: number) => (n % 2 === 1 ? { backgroundColor: band } : {}),
        columnStyles: columnWidths([columns.map((one) => one.head), ...rows], width, tableSize).map(
          (points) => ({ width: points }),
        ),
      };
      const drawn = doc.table(table as PDFKit.Mixins.TableOptions);
      for (const row of [head, ...body]) yield drawn.row(row);
      drawn.end();
      doc.x = margin;
      doc.moveDown(0.8 * air);
    },
    bars(caption, rows) {
      piece('P', () => {
        pen(caption, { weight: 'bold' }).text(caption, { width });
      });
      doc.moveDown(0.25);
      for (const { label, value, of } of rows) {
        const words = `${label}: ${value} of ${of}`;
        const tall = pen(words, { size: tableSize }).heightOfString(words, { width }) + 9;
        picture(words, tall, (y) => {
          pen(words, { size: tableSize }).text(words, margin, y, { width });
          const length = width / 2;
          doc.rect(margin, doc.y + 1, length, 4).fill(band);
          if (value > 0) doc.rect(margin, doc.y + 1, (length * value) / of, 4).fill(accent);
        });
      }
      doc.moveDown(0.6 * air);
    },
    columns(of, alt) {
      const most = Math.max(1, ...of.map(({ n }) => n));
      const each = width / Math.max(1, of.length);
      if (doc.y > doc.page.height - 3 * margin - columnsTall) doc.addPage();
      picture(alt, columnsTall + 10, (y) => {
        for (const [place, { label, n }] of of.entries()) {
          const tall = Math.max(0.5, (columnsTall * n) / most);
          const x = margin + place * each;
          doc.rect(x, y + columnsTall - tall, each * 0.8, tall).fill(accent);
          if (label === '') continue;
          pen(label, { size: 7, colour: soft });
          doc.text(label, x, y + columnsTall + 2, { lineBreak: false });
        }
      });
      doc.y += 6;
    },
    squares({ d, size }, points, alt) {
      const { x, y } = doc;
      const options = { alt, bbox: [x, y, x + points, y + points] };
      const figure = doc.struct('Figure', options, () => {
        doc
          .save()
          .translate(x, y)
          .scale(points / size)
          .path(d)
          .fill('#000000')
          .restore();
      });
      root.add(figure);
      figure.end();
      doc.y = y + points;
      doc.moveDown(0.5);
    },
    attach(name, text, description) {
      doc.file(Buffer.from(text), { name, description, type: 'text/plain', creationDate: now });
    },
    pageBreak() {
      doc.addPage();
    },
  };

  function* feet() {
    const said = () => void pen(boxesSaid, { colour: soft }).text(boxesSaid, { width, lineGap });
    if (boxes) piece('P', said);
    root.end();
    const { start, count } = doc.bufferedPageRange();
    for (let n = start; n < start + count; n += 1) {
      putFoot(n, `${foot} · page ${n - start + 1} of ${count}`);
      yield;
    }
  }
  function putFoot(n: number, words: string) {
    doc.switchToPage(n);
    // Written below the margin, where text would start a new page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    const place = [margin, doc.page.height - 44] as const;
    pen(foot, { size: 8, colour: soft }).text(words, ...place, { width, lineBreak: true });
    doc.endMarkedContent();
  }

  takeSteps([...stepsOf(draw, pieces), feet], () => !doc.destroyed)
    .then(() => doc.destroyed || doc.end())
    .catch((error) => doc.destroy(error));
  return doc;
}
