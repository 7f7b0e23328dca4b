import { queryOf } from './links';

interface DownloadsProps {
  asAt: string;
  filter?: { roleGroup?: string; team?: string; module?: string };
}

/** For those who may export: plain links, so that the browser takes the file itself. */
export function Downloads({ asAt, filter = {} }: DownloadsProps) {
  const query = queryOf({ asAt, ...filter });
  return (
    <ul>
      <li>
        <a href={`/evidence/training-record.csv${query}`} download>
          The training record as a spreadsheet (CSV)
        </a>
      </li>
      <li>
        <a href={`/evidence/training-record.zip${query}`} download>
          The same with its proof (ZIP)
        </a>
        , so that anyone can check it was not altered
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
