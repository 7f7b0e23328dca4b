import type { ReactNode } from 'react';
import { type DefinitionItem, DefinitionList } from './panel';
import { type QrDrawing, QrSquare } from './qr-square';
import { Wordmark } from './wordmark';

interface CertificateProps {
  /** The learner's name as it was on the day. */
  name: ReactNode;
  /** What was completed. */
  module: ReactNode;
  school: ReactNode;
  /** "3 March 2026". */
  date: ReactNode;
  /** Version, published minutes, kind of CPD: nothing else about how it went. */
  details: DefinitionItem[];
  outcomes?: readonly string[];
  /** How anyone can check it: in words, and as the square that leads there. */
  check: ReactNode;
  qr: QrDrawing;
}

/** A certificate as a sheet of paper, on the screen and from the printer. */
export function CertificateSheet({
  name,
  module,
  school,
  date,
  details,
  outcomes,
  check,
  qr,
}: CertificateProps) {
  return (
    <section className="certificate" aria-label="Certificate">
      <div className="certificate-mark">
        <Wordmark />
      </div>
      <p className="certificate-small">This records that</p>
      <p className="certificate-name">{name}</p>
      <p className="certificate-small">
        completed, at {school}, on {date}
      </p>
      <h2 className="certificate-module">{module}</h2>
      {outcomes && outcomes.length > 0 ? (
        <div className="certificate-outcomes">
          <h3>What it covers</h3>
          <ul>
            {outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <DefinitionList items={details} />
      <div className="certificate-check">
        <div>{check}</div>
        <QrSquare qr={qr} label="The address of its check as a QR code" />
      </div>
    </section>
  );
}

/** Codes are read out and copied by hand: groups of four, letters that do not look alike set well apart. */
export function PrintedSlip({
  name,
  code,
  qr,
  children,
}: {
  name: string;
  code: string;
  /** Of the link, where there is one with the code in it. */
  qr?: QrDrawing;
  children: ReactNode;
}) {
  return (
    <section className="slip" aria-label={`Slip for ${name}`}>
      <div className="slip-keys">
        <div>
          <Wordmark />
          <p className="slip-name">{name}</p>
          <p className="slip-code">{code}</p>
        </div>
        {qr ? <QrSquare qr={qr} label="The link as a QR code" /> : null}
      </div>
      {children}
    </section>
  );
}
