import { civilDateInWords } from '~/course/said';
import { PrintedSlip } from '~/ui/paper';
import { PrintButton } from '~/ui/print-button';

interface SlipProps {
  slip: {
    name: string;
    code: string;
    /** Civil date: the last day on which it can be used. */
    expiresOn: string;
    /** Where Attune is reached, no trailing slash. */
    origin: string;
    schoolName: string;
    /** What they sign in with from the second time on. */
    signInName: string;
  };
}

/** A way in, as a slip to print and a link to send. */
export function Slip({ slip }: SlipProps) {
  const address = `${slip.origin}/join`;
  return (
    <>
      <PrintedSlip name={slip.name} code={slip.code}>
        <p>{slip.schoolName}: your way in to Attune, our staff training.</p>
        <ol>
          <li>
            On any phone or computer, open <strong>{address}</strong>
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
      <p className="no-print">
        Print it, or send this link to them alone:{' '}
        <span className="as-typed">{`${address}/${slip.code}`}</span>
      </p>
      <PrintButton>Print the slip</PrintButton>
    </>
  );
}
