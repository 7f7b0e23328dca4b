import type { Attune } from '~/context.server';
import type { Beside } from '~/record/export/beside';
import type { MakeBeside } from '~/record/export/export.server';
import type { ExportChoice } from '~/record/export/export-choice';
import { countedRows, type Progress } from '~/record/export/progress';
import { recordTable } from '~/record/export/record-table.server';
import type { Table } from '~/record/export/table';
import { tableCsv } from '~/record/export/table-csv';
import { workbook } from '~/record/export/workbook.server';
import { londonDate } from '~/record/london-date';
import { changeTable } from '~/school-changes/change-table.server';
import { aboutFile } from './about-file';
import { summaryAsAt } from './summary.server';
import { signedSummary } from './summary-paper.server';
import { tablesBeside } from './tables-beside.server';

/**
 * What `everything.zip` holds besides the record and its proof: the other tables, the policies, all of them as a workbook,
 * and the summary without names.
 * @param began civil date of the record's first entry
 */
export async function everythingBeside(
  attune: Attune,
  schoolId: string,
  choice: ExportChoice,
  began: string,
): Promise<MakeBeside> {
  const { asAt: date } = choice;
  const tables = await tablesBeside(attune, schoolId, date);
  return (db, { size, of, progress }) => {
    const policies = { ...changeTable(db, schoolId, size, { kind: 'policy' }), name: 'policies' };
    return [
      ...[...tables(db, size), policies].map((table) => csvOf(table, progress)),
      {
        name: 'training-record.xlsx',
        packed: true,
        bytes: 20_000 + 30 * size,
        open: () => {
          const record = recordTable(db, of, size, choice, progress, 'workbook');
          const others = tables(db, size);
          const about = aboutFile({
            ...{ schoolName: of.name, asAt: date, madeOn: londonDate(attune.now()), part: '' },
            ...{ names: choice.names, beside: others.map(({ name }) => name) },
          });
          return workbook([record, ...others, about], attune.now());
        },
      },
      {
        name: 'summary.pdf',
        packed: true,
        bytes: 100_000,
        async *open() {
          if (progress) Object.assign(progress, { file: 'summary', rows: 0, of: null });
          const asked = { schoolId, schoolName: of.name, date, size, began };
          yield await signedSummary(await summaryAsAt({ ...attune, db }, asked), attune);
        },
      },
    ];
  };
}

function csvOf({ name, columns, rows }: Table, progress: Progress | undefined): Beside {
  return {
    name: `${name}.csv`,
    *open() {
      for (const piece of tableCsv({ columns, rows: countedRows(rows, progress, name) }))
        yield Buffer.from(piece, 'utf8');
    },
  };
}
