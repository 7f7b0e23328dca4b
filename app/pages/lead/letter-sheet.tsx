import { PrintButton } from '~/ui/print-button';
import { CopyText } from './copy-text';

interface LetterSheetProps {
  letter: { name: string; address: string | null; subject: string; text: string };
  /** Offer to print it, copy it, or open it in a mail program. */
  tools?: boolean;
}

/** A message as it reads, on a sheet of its own when printed. */
export function LetterSheet({ letter: { name, address, subject, text }, tools }: LetterSheetProps) {
  const to = address?.split('@').map(encodeURIComponent).join('@');
  const query = new URLSearchParams({ subject, body: text }).toString().replaceAll('+', '%20');
  return (
    <>
      <section className="letter" aria-label={`Message to ${name}`}>
        <p className="letter-name">{name}</p>
        <p className="letter-subject">{subject}</p>
        <p className="as-typed">{text}</p>
      </section>
      {tools ? (
        <div className="form-row no-print">
          <CopyText text={text}>Copy the text</CopyText>
          <PrintButton>Print</PrintButton>
          {to ? (
            <a className="button button-secondary" href={`mailto:${to}?${query}`}>
              Open in your mail program
            </a>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
