import { DownloadLink } from './download-link';
import { queryOf } from './links';

interface DownloadsProps {
  asAt: string;
  /** Of the file with its proof, which takes fewer choices than the others. */
  filter?: { roleGroup?: string; team?: string; module?: string };
  /** Of the lines themselves, as the page of the record has them. */
  lines?: Parameters<typeof queryOf>[0];
}

/** For those who may export: one file with everything, then each by itself. */
export function Downloads({ asAt, filter = {}, lines = filter }: DownloadsProps) {
  const query = queryOf({ asAt, ...lines });
  const day = queryOf({ asAt });
  return (
    <>
      <p>
        <DownloadLink href={`/evidence/everything.zip${day}`} className="button button-primary">
          Take everything with you (ZIP)
        </DownloadLink>
      </p>
      <p className="small muted">
        The whole record with its proof, the summary as a PDF, the workbook and every table below,
        in one file that anyone can check.
      </p>
      <ul>
        <li>
          <DownloadLink href={`/evidence/training-record.csv${query}`}>
            The training record as a spreadsheet (CSV)
          </DownloadLink>
        </li>
        <li>
          <DownloadLink href={`/evidence/training-record.xlsx${query}`}>
            The same as a workbook (XLSX)
          </DownloadLink>
          , with the tables named below on sheets of their own
        </li>
        <li>
          <DownloadLink href={`/evidence/training-record.zip${queryOf({ asAt, ...filter })}`}>
            The same with its proof (ZIP)
          </DownloadLink>
          , so that anyone can <a href="/verify/check">check that it was not altered</a>
        </li>
        <li>
          Beside it, of all staff:{' '}
          <DownloadLink href={`/evidence/coverage-summary.csv${day}`}>
            how far each role group and team has come
          </DownloadLink>
          ,{' '}
          <DownloadLink href={`/evidence/external-cpd.csv${day}`}>
            sessions and outside training
          </DownloadLink>
          ,{' '}
          <DownloadLink href={`/evidence/org-change-log.csv${day}`}>
            what the school changed
          </DownloadLink>{' '}
          and{' '}
          <DownloadLink href={`/evidence/practice-themes.csv${day}`}>
            what staff tried, counted together
          </DownloadLink>{' '}
          (CSV)
        </li>
        <li>
          <DownloadLink href="/evidence/checkpoint.txt">Today’s checkpoint</DownloadLink>, to keep
          and compare later exports with
        </li>
      </ul>
    </>
  );
}
