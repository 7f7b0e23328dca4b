import { buffer } from 'node:stream/consumers';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { drawQr } from '~/pages/lead/qr.server';
import type { PdfPaper } from './pdf-paper';
import { taggedPdf } from './tagged-pdf.server';

type Draw = (paper: PdfPaper) => void;
interface Tag {
  role?: string;
  alt?: string;
  children?: Tag[];
}

/** Read by somebody else’s code. */
async function read(draw: Draw) {
  const meta = { title: 'Record & summary', foot: 'Elm Road', now: new Date('2026-11-22') };
  const doc = await getDocumentProxy(new Uint8Array(await buffer(taggedPdf(meta, draw))));
  const pages = await Promise.all(
    Array.from({ length: doc.numPages }, async (_, n) => {
      const page = await doc.getPage(n + 1);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join('');
      return { text, tags: (await page.getStructTree()) as Tag };
    }),
  );
  return { doc, pages };
}

const roles = ({ role, children = [] }: Tag): string[] => [
  ...(role ? [role] : []),
  ...children.flatMap(roles),
];

test('a document has a title, a language, and its text in reading order', async () => {
  const { doc, pages } = await read((paper) => {
    paper.heading(1, 'Zoë Łukasz Ωμέγα Ђорђе');
    paper.text('First.');
    paper.list(['Second.', 'Third.']);
    paper.facts([{ term: 'Version', is: '3' }]);
  });
  const { info } = await doc.getMetadata();
  expect(info).toMatchObject({ Title: 'Record & summary', Language: 'en-GB' });
  expect(await doc.getMarkInfo()).toMatchObject({ Marked: true });
  expect(pages[0]?.text).toMatch(
    /^Zoë Łukasz Ωμέγα ЂорђеFirst\.•\s*Second\.•\s*Third\.Version: 3Elm Road · page 1 of 1$/,
  );
  expect(roles(pages[0]?.tags ?? {}).filter((role) => role !== 'Root')).toEqual([
    ...['Document', 'H1', 'P', 'L', 'LI', 'Lbl', 'LBody', 'LI', 'Lbl', 'LBody', 'P'],
  ]);
});

test('a table keeps its header cells, over the end of a page too', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => [`Row ${n}`, String(n)]);
  const { pages } = await read((paper) =>
    paper.table({ caption: 'Counts', columns: [{ head: 'What' }, { head: 'n' }], rows }),
  );
  expect(pages.length).toBeGreaterThan(1);
  const tags = pages.flatMap(({ tags }) => roles(tags));
  const count = (role: string) => tags.filter((tag) => tag === role).length;
  // Either page tells of the table and the rows that stand on it.
  expect(count('TH')).toBeGreaterThanOrEqual(2 + rows.length);
  expect(count('TD')).toBeGreaterThanOrEqual(rows.length);
  const text = pages.map((page) => page.text).join('');
  expect(rows.every(([head = '']) => text.includes(head))).toBe(true);
});

test('a picture is read out, and a file kept inside can be taken out again', async () => {
  const { doc, pages } = await read((paper) => {
    paper.squares(drawQr('https://school.example'), 90, 'The address as a QR code');
    paper.attach('proof.txt', 'a proof ✓', 'The proof');
  });
  const figures = (tag: Tag): Tag[] => [
    ...(tag.role === 'Figure' ? [tag] : []),
    ...(tag.children ?? []).flatMap(figures),
  ];
  expect(figures(pages[0]?.tags ?? {})).toMatchObject([{ alt: 'The address as a QR code' }]);
  const kept = (await doc.getAttachments()) as Record<string, { content: Uint8Array }>;
  expect(new TextDecoder().decode(kept['proof.txt']?.content)).toBe('a proof ✓');
});

test('a bar is a picture with its words, and so are columns', async () => {
  const { pages } = await read((paper) => {
    paper.bars('Of all staff', [{ label: 'Teacher', value: 7, of: 8 }]);
    paper.columns(
      [1, 0, 3].map((n) => ({ label: `M${n}`, n })),
      'Month by month',
    );
  });
  const [{ text = '', tags = {} } = {}] = pages;
  const alts = (tag: Tag): string[] => [
    ...(tag.role === 'Figure' ? [tag.alt ?? ''] : []),
    ...(tag.children ?? []).flatMap(alts),
  ];
  expect(alts(tags)).toEqual(['Teacher: 7 of 8', 'Month by month']);
  expect(text).toContain('Teacher: 7 of 8');
  expect(text).toMatch(/M1\s*M0\s*M3/);
});

test('an Arabic name is shaped, reads from right to left, and stands in its sentence', async () => {
  const name = 'محمد علي';
  const { pages } = await read((paper) => {
    paper.heading(1, name);
    paper.text(`This records that ${name}, a teacher, completed it.`);
    paper.table({ caption: 'Names', columns: [{ head: 'Name' }], rows: [[name]] });
  });
  const { text = '' } = pages[0] ?? {};
  expect(text).toContain(`This records that ${name}, a teacher, completed it.`);
  expect(text.split(name)).toHaveLength(4);
  expect(text).not.toContain('empty boxes');
});

test('what cannot be drawn is said', async () => {
  const { pages } = await read((paper) => paper.text('王小明'));
  expect(pages[0]?.text).toContain('On the page in Attune each name is shown in full.');
});
