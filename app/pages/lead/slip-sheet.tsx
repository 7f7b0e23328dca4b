import { Notice } from '~/ui/notice';
import { PrintButton } from '~/ui/print-button';
import { SlipOnPaper, type SlipWords } from './slip';

/** Many slips to print and cut apart. */
export function SlipSheet({ slips, joined }: { slips: SlipWords[]; joined: string[] }) {
  return (
    <>
      {joined.length > 0 ? (
        <Notice kind="info" title="No slip for whoever has joined in the meantime" live>
          <p>{joined.join(', ')}</p>
        </Notice>
      ) : null}
      <p className="no-print">They print up to six to a page, with lines to cut along.</p>
      <div className="form-row">
        <PrintButton>Print the slips</PrintButton>
      </div>
      <div className="slips">
        {slips.map((slip) => (
          <SlipOnPaper key={slip.code} slip={slip} />
        ))}
      </div>
    </>
  );
}
