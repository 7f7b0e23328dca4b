import type { Cell, Column, Table } from './table';

/*
 * What a workbook is made of, as ECMA-376 part 1 has it (SpreadsheetML), and of that no more than a few tables need.
 */
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';
const main = `${office}/spreadsheetml/2006/main`;
const relations = `${office}/officeDocument/2006/relationships`;
const typeOf = 'application/vnd.openxmlformats';

const widths = { text: 24, date: 12, number: 10 } as const;
/** Titles and names want more room than codes. */
const widest = 40;

/** Numbers of the styles in `styles`: a header’s, and a date’s. */
const [bold, asDate] = [1, 2];

const styles = `${declared}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The files of a workbook that say how the others belong together, by name; its sheets and `workbookXml` come after. */
export function partsBefore(sheets: number, now: Date): Record<string, string> {
  const numbers = Array.from({ length: sheets }, (_, n) => n + 1);
  const part = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="${typeOf}-${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const related = (list: string[]) =>
    `${declared}<Relationships xmlns="${office}/package/2006/relationships">${list.join('')}</Relationships>`;
  return {
    '[Content_Types].xml': `${declared}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="${typeOf}-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      part('xl/workbook.xml', 'officedocument.spreadsheetml.sheet.main'),
      part('xl/styles.xml', 'officedocument.spreadsheetml.styles'),
      ...numbers.map((n) => part(sheetName(n), 'officedocument.spreadsheetml.worksheet')),
      part('docProps/core.xml', 'package.core-properties'),
    ].join('')}</Types>`,
    '_rels/.rels': related([
      relation('rId1', `${relations}/officeDocument`, 'xl/workbook.xml'),
      relation(
        'rId2',
        `${office}/package/2006/relationships/metadata/core-properties`,
        'docProps/core.xml',
      ),
    ]),
    'docProps/core.xml': `${declared}<cp:coreProperties xmlns:cp="${office}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Attune</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${now.toISOString()}</dcterms:created></cp:coreProperties>`,
    'xl/_rels/workbook.xml.rels': related([
      ...numbers.map((n) =>
        relation(`rId${n}`, `${relations}/worksheet`, sheetName(n).replace('xl/', '')),
      ),
      relation(`rId${sheets + 1}`, `${relations}/styles`, 'styles.xml'),
    ]),
    'xl/styles.xml': styles,
  };
}

/** @param n from 1 */
export const sheetName = (n: number): string => `xl/worksheets/sheet${n}.xml`;

/** `xl/workbook.xml`. @param lastCells of each table, `Z120`: what the filter of its columns reaches */
export function workbookXml(tables: readonly Table[], lastCells: readonly string[]): string {
  const sheets = tables.map(
    ({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`,
  );
  const filters = tables.map(({ name }, n) => {
    const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(lastCells[n] ?? '') ?? [];
    const range = `'${escaped(name)}'!$A$1:$${letters}$${row}`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${n}" hidden="1">${range}</definedName>`;
  });
  return `${declared}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

/**
 * One sheet, a row at a time: a header that stays in view, and a filter on each column. Texts are stored as texts, so that
 * a formula among them does nothing.
 * @param filled called with its last cell, `Z120`, when that is known
 */
export function* sheetXml(
  { columns, rows }: Table,
  filled: (lastCell: string) => void,
): Generator<string> {
  const letters = columns.map((_, n) => lettersOf(n));
  const cols = columns.map(({ name, kind }, n) => {
    const width = Math.min(widest, Math.max(widths[kind], name.length + 4));
    return `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`;
  });
  const header = columns.map(({ name }, n) => text(`${letters[n]}1`, name, ` s="${bold}"`));
  yield `${declared}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row r="1">${header.join('')}</row>`;
  let n = 1;
  for (const row of rows) {
    n += 1;
    let cells = '';
    for (const [i, cell] of row.entries()) cells += cellXml(`${letters[i]}${n}`, cell, columns[i]);
    yield `<row r="${n}">${cells}</row>`;
  }
  const lastCell = `${letters.at(-1) ?? 'A'}${n}`;
  filled(lastCell);
  yield `</sheetData><autoFilter ref="A1:${lastCell}"/></worksheet>`;
}

function cellXml(at: string, cell: Cell, column: Column | undefined): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (column?.kind !== 'date') return text(at, cell);
  return `<c r="${at}" s="${asDate}"><v>${dayNumber(cell)}</v></c>`;
}

const text = (at: string, cell: string, style = '') =>
  `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;

const day = 24 * 60 * 60 * 1000;
/** Days since the last but one of 1899, as spreadsheets count them. */
const dayNumber = (date: string) =>
  (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / day;

/** A, B … Z, AA, AB … @param n from 0 */
function lettersOf(n: number): string {
  const last = String.fromCharCode(65 + (n % 26));
  return n < 26 ? last : lettersOf(Math.floor(n / 26) - 1) + last;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML has no sign for, as control characters, is left out. */
function escaped(words: string): string {
  return (
    words
      .replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what cannot stand in XML.
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  );
}
