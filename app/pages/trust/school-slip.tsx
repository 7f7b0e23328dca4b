import { civilDateInWords } from '~/course/said';
import { PrintedSlip } from '~/ui/paper';
import { PrintButton } from '~/ui/print-button';

interface SchoolSlipProps {
  trust: string;
  slip: { code: string; expiresOn: string; origin: string };
}

/** A code for another school of the trust, shown this once. */
export function SchoolSlip({ slip, trust }: SchoolSlipProps) {
  return (
    <>
      <PrintedSlip name={`A school of ${trust}`} code={slip.code}>
        <ol>
          <li>
            Open <strong>{`${slip.origin}/setup`}</strong>
          </li>
          <li>
            Type the code above, then enter the school, whom staff tell about a worry, and its first
            attachment lead and headteacher.
          </li>
        </ol>
        <p>
          The code works once, until {civilDateInWords(slip.expiresOn)}. It is shown this once:
          print it, or copy it now.
        </p>
      </PrintedSlip>
      <PrintButton>Print the slip</PrintButton>
    </>
  );
}
