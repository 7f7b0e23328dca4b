import { queryOf } from './links';

interface DownloadsProps {
  asAt: string;
  filter?: { roleGroup?: string; team?: string; module?: string };
}

/** For those who may export: plain links, so that the browser takes the file itself. */
export function Downloads({ asAt, filter = {} }: DownloadsProps) {
  const query = queryOf({ asAt, ...filter });
  const day = queryOf({ asAt });
  return (
    <ul>
      <li>
        <a href={`/evidence/training-record.csv${query}`} download>
          The training record as a spreadsheet (CSV)
        </a>
      </li>
      <li>
        <a href={`/evidence/training-record.xlsx${query}`} download>
          The same as a workbook (XLSX)
        </a>
        , with the tables named below on sheets of their own
      </li>
      <li>
        <a href={`/evidence/training-record.zip${query}`} download>
          The same with its proof (ZIP)
        </a>
        , so that anyone can check it was not altered
      </li>
      <li>
        Beside it, of all staff:{' '}
        <a href={`/evidence/coverage-summary.csv${day}`} download>
          how far each role group and team has come
        </a>
        ,{' '}
        <a href={`/evidence/external-cpd.csv${day}`} download>
          sessions and outside training
        </a>
        ,{' '}
        <a href={`/evidence/org-change-log.csv${day}`} download>
          what the school changed
        </a>{' '}
        and{' '}
        <a href={`/evidence/practice-themes.csv${day}`} download>
          what staff tried, counted together
        </a>{' '}
        (CSV)
      </li>
      <li>
        <a href="/evidence/checkpoint.txt" download>
          Today’s checkpoint
        </a>
        , to keep and compare later exports with
      </li>
    </ul>
  );
}
