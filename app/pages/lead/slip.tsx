import { civilDateInWords } from '~/course/said';
import { PrintedSlip } from '~/ui/paper';
import { PrintButton } from '~/ui/print-button';
import type { QrDrawing } from '~/ui/qr-square';

/** What a slip says: made by `slip.server.ts`, and shown once. */
export interface SlipWords {
  name: string;
  code: string;
  /** Of the link with the code in it. */
  qr: QrDrawing;
  link: string;
  /** Where to open Attune, as people type it. */
  address: string;
  /** Civil date: the last day on which it can be used. */
  expiresOn: string;
  schoolName: string;
  /** What they sign in with from the second time on. */
  signInName: string;
}

/** A way in, as a slip to print and a link to send. */
export function Slip({ slip }: { slip: SlipWords }) {
  return (
    <>
      <SlipOnPaper slip={slip} />
      <p className="no-print">
        Print it, or send this link to them alone: <span className="as-typed">{slip.link}</span>
      </p>
      <PrintButton>Print the slip</PrintButton>
    </>
  );
}

export function SlipOnPaper({ slip }: { slip: SlipWords }) {
  return (
    <PrintedSlip name={slip.name} code={slip.code} qr={slip.qr}>
      <p>{slip.schoolName}: your way in to Attune, our staff training.</p>
      <ol>
        <li>
          On any phone or computer, open <strong>{slip.address}</strong>, or point a phone’s camera
          at the square.
        </li>
        <li>Type the code above and choose a password of at least 12 characters.</li>
        <li>
          From then on, sign in with <strong>{slip.signInName}</strong> and your password.
        </li>
      </ol>
      <p>
        The code works once, until {civilDateInWords(slip.expiresOn)}. Please keep this slip to
        yourself.
      </p>
    </PrintedSlip>
  );
}
