import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { columnWidths } from './column-widths';
import type { PdfPaper } from './pdf-paper';

const { resolve } = createRequire(import.meta.url);
/** Covers every Latin, Greek and Cyrillic letter that a name may have. */
const fonts = {
  plain: resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
};

const ink = '#2a2422';
const soft = '#5f544e';
const accent = '#6a2c57';
const band = '#f6efe5';
const margin = 56;
const columnsTall = 40;
/** In points. Dense is for much on few pages, and still as large as a printed book. */
const types = {
  plain: { bodySize: 10.5, tableSize: 9, headingSizes: { 1: 22, 2: 15, 3: 12 }, air: 1 },
  dense: { bodySize: 9.5, tableSize: 8.5, headingSizes: { 1: 20, 2: 13, 3: 11 }, air: 0.7 },
} as const;

interface Meta {
  title: string;
  /** At the foot of every page, beside its number. */
  foot: string;
  /** When it was made. */
  now: Date;
  type?: keyof typeof types;
}

/**
 * A4 as a stream of bytes, tagged for screen readers (PDF/UA): headings, lists, tables with header cells, language, title;
 * what stands at the foot of each page is marked as no part of the text.
 */
export function taggedPdf(
  { title, foot, now, type = 'plain' }: Meta,
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
    font: fonts.plain,
    info: { Title: title, Creator: 'Attune', Producer: 'Attune', CreationDate: now },
  };
  const doc = new PDFDocument(asked as unknown as PDFKit.PDFDocumentOptions);
  const { bodySize, tableSize, headingSizes, air } = types[type];
  const root = doc.struct('Document', { title });
  doc.addStructure(root);
  const width = doc.page.width - 2 * margin;

  const plain = (size: number = bodySize, colour = ink) =>
    doc.font(fonts.plain).fontSize(size).fillColor(colour);
  const piece = (type: string, put: () => void) => {
    const element = doc.struct(type, {}, put);
    root.add(element);
    element.end();
  };

  draw({
    heading(level, text) {
      const size = headingSizes[level];
      // A heading at the foot of a page would head nothing: the next thing may be a picture or a table.
      const room = level === 2 ? 130 : 4 * size;
      if (doc.y > doc.page.height - margin - 16 - room) doc.addPage();
      doc.moveDown(level === 1 ? 0 : 0.9 * air);
      piece(`H${level}`, () => {
        doc
          .font(fonts.bold)
          .fontSize(size)
          .fillColor(level === 1 ? accent : ink);
        doc.text(text, { width });
      });
      doc.moveDown(0.35 * air);
    },
    text(text, { size = bodySize, soft: isSoft = false, bold = false } = {}) {
      piece('P', () => {
        plain(size, isSoft ? soft : ink);
        if (bold) doc.font(fonts.bold);
        doc.text(text, { width, lineGap: 2 });
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
        entry.add(doc.struct('Lbl', {}, () => void plain().text('•', margin, y, { lineGap: 2 })));
        entry.add(
          doc.struct(
            'LBody',
            {},
            () =>
              void plain().text(item, margin + 14, doc.y < y ? doc.y : y, {
                width: width - 14,
                lineGap: 2,
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
          doc.font(fonts.bold).fontSize(bodySize).fillColor(ink);
          doc.text(`${term}: `, { width, continued: true, lineGap: 2 });
          plain().text(is, { lineGap: 2 });
        });
        doc.moveDown(0.15);
      }
      doc.moveDown(0.4);
    },
    table({ caption, columns, rows }) {
      // A caption and a head alone at the foot of a page would head nothing.
      if (doc.y > doc.page.height - 3 * margin) doc.addPage();
      piece('P', () => {
        doc.font(fonts.bold).fontSize(bodySize).fillColor(ink).text(caption, { width });
      });
      doc.moveDown(0.25);
      plain(tableSize);
      const head = columns.map((column) => ({
        ...{ text: column.head, type: 'TH' as const, scope: 'Column' as const },
        ...{ font: { src: fonts.bold }, align: { x: column.align ?? ('left' as const) } },
      }));
      const body = rows.map((row) =>
        row.map((text, n) => ({
          text,
          align: { x: columns[n]?.align ?? ('left' as const) },
          ...(n === 0 ? { type: 'TH' as const, scope: 'Row' as const } : {}),
        })),
      );
      const table = {
        structParent: root,
        maxWidth: width,
        // Rules would need border colours, which pdfkit tags in a way that readers warn of.
        defaultStyle: { border: 0, padding: 4 },
        rowStyles: (n: number) => (n % 2 === 1 ? { backgroundColor: band } : {}),
        columnStyles: columnWidths([columns.map((one) => one.head), ...rows], width, tableSize).map(
          (points) => ({ width: points }),
        ),
        data: [head, ...body],
      };
      doc.table(table as PDFKit.Mixins.TableOptionsWithData);
      doc.x = margin;
      doc.moveDown(0.8 * air);
    },
    bars(caption, rows) {
      piece('P', () => {
        doc.font(fonts.bold).fontSize(bodySize).fillColor(ink).text(caption, { width });
      });
      doc.moveDown(0.25);
      for (const { label, value, of } of rows) {
        piece('P', () => void plain(tableSize).text(`${label}: ${value} of ${of}`, { width }));
        const length = width / 2;
        doc.markContent('Artifact', { type: 'Layout' });
        doc.rect(margin, doc.y + 1, length, 4).fill(band);
        if (value > 0) doc.rect(margin, doc.y + 1, (length * value) / of, 4).fill(accent);
        doc.endMarkedContent();
        doc.y += 9;
      }
      doc.moveDown(0.6 * air);
    },
    columns(counts) {
      const most = Math.max(1, ...counts);
      const each = width / Math.max(1, counts.length);
      if (doc.y > doc.page.height - 3 * margin - columnsTall) doc.addPage();
      doc.markContent('Artifact', { type: 'Layout' });
      for (const [n, count] of counts.entries()) {
        const tall = Math.max(0.5, (columnsTall * count) / most);
        doc.rect(margin + n * each, doc.y + columnsTall - tall, each * 0.8, tall).fill(accent);
      }
      doc.endMarkedContent();
      doc.y += columnsTall + 6;
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
  });

  root.end();
  const { start, count } = doc.bufferedPageRange();
  for (let n = start; n < start + count; n += 1) {
    doc.switchToPage(n);
    // Written below the margin, where text would start a new page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    plain(8, soft).text(
      `${foot} · page ${n - start + 1} of ${count}`,
      margin,
      doc.page.height - 44,
      {
        width,
        lineBreak: true,
      },
    );
    doc.endMarkedContent();
  }
  doc.end();
  return doc;
}
