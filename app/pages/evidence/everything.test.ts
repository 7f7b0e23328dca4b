import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { exportZip } from '~/record/export/export.server';
import { filesBeside, parseManifest } from '~/record/export/manifest';
import { noProgress } from '~/record/export/progress';
import { londonDate } from '~/record/london-date';
import { parseNote } from '~/record/note';
import { readZip } from '~/record/verify/read-zip';
import { verifyExport } from '~/record/verify/verify-export';
import { verifyPdf } from '~/record/verify/verify-pdf';
import { recordChange } from '~/school-changes/record-change.server';
import { addLearner, openHouse } from '../../../tests/fixtures/house-with-content';
import { everythingBeside } from './everything.server';

async function everything() {
  const house = await openHouse();
  const { attune, head } = house;
  addLearner(house);
  recordChange(attune, head, {
    ...{ kind: 'policy', themes: ['f'], owner: 'headteacher', changedOn: '2026-10-05' },
    ...{ reviewOn: null, what: 'Behaviour policy', why: 'It shouted' },
  });
  const asAt = londonDate(attune.now());
  const choice = { asAt, filter: {}, names: true };
  const beside = await everythingBeside(attune, head.schoolId, choice, '2026-10-21');
  const progress = noProgress();
  const zip = exportZip(attune, head.schoolId, choice, { beside, progress });
  return { files: readZip(await buffer(zip)), progress };
}

const bytes = (file: Uint8Array | undefined) => file ?? new Uint8Array();

test('everything is one file that fits together, and says which of it was not counted again', async () => {
  const { files, progress } = await everything();
  const manifest = parseManifest(
    parseNote(Buffer.from(bytes(files.get('manifest.note'))).toString())?.text ?? '',
  );
  const beside = manifest ? filesBeside(manifest) : [];
  expect(beside).toEqual([
    ...['coverage-summary.csv', 'practice-themes.csv', 'external-cpd.csv', 'org-change-log.csv'],
    ...['policies.csv', 'training-record.xlsx', 'summary.pdf'],
  ]);
  const { fits, unproved } = verifyExport(files, {});
  const report = [...fits, ...unproved].join('\n');
  for (const name of beside) expect(report).toContain(name);
  const readMe = Buffer.from(bytes(files.get('READ-ME.txt'))).toString();
  for (const name of files.keys()) {
    if (name !== 'READ-ME.txt') expect(readMe).toContain(name);
  }
  expect(progress.file).toBe('summary');

  const policies = parse(Buffer.from(bytes(files.get('policies.csv'))), {
    bom: true,
    columns: true,
  });
  expect(policies).toMatchObject([{ type: 'policy', what_changed: 'Behaviour policy' }]);
  const sheet = await readSheet(
    Buffer.from(bytes(files.get('training-record.xlsx'))),
    'training-record',
  );
  const csv = parse(Buffer.from(bytes(files.get('training-record.csv'))), { bom: true });
  expect(sheet).toHaveLength(csv.length);
  const pdf = await getDocumentProxy(new Uint8Array(bytes(files.get('summary.pdf'))));
  const { text } = await extractText(pdf, { mergePages: true });
  expect(text).toContain('Completion is not impact.');
  expect(text).toContain('Annex A. What each module version contained');
  expect(text).not.toContain('Someone New');
  const summary = new Uint8Array(bytes(files.get('summary.pdf')));
  expect(verifyPdf(summary, {}).fits.join(' ')).toContain('as they were when it was signed');
  summary[summary.length >> 1] = (summary[summary.length >> 1] ?? 0) ^ 1;
  expect(() => verifyPdf(summary, {})).toThrow('altered');
});

test('whatever of it is altered, taken out or put in, it no longer fits', async () => {
  const { files } = await everything();
  for (const name of [...files.keys()].filter((one) =>
    /summary|themes|cpd|log|policies|xlsx/.test(one),
  )) {
    const altered = new Map(files).set(
      name,
      Buffer.concat([bytes(files.get(name)), Buffer.from(' ')]),
    );
    expect(() => verifyExport(altered, {}), name).toThrow(name);
    const without = new Map(files);
    without.delete(name);
    expect(() => verifyExport(without, {}), name).toThrow(name);
  }
  const more = new Map(files).set('another.csv', Buffer.from('a,b'));
  expect(() => verifyExport(more, {})).toThrow('another.csv');
});
