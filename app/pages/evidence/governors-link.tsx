import { civilDateInWords } from '~/course/said';
import { CopyText } from '~/pages/lead/copy-text';
import { Notice } from '~/ui/notice';
import { Details } from '~/ui/panel';
import { type QrDrawing, QrSquare } from '~/ui/qr-square';
import { figuresInWords } from './governors-list';

interface LinkOnceProps {
  made: { label: string; lastDay: string; asAt: string | null; address: string; qr: QrDrawing };
}

/** A new link, shown this once. */
export function LinkOnce({ made: { label, lastDay, asAt, address, qr } }: LinkOnceProps) {
  return (
    <Notice kind="good" title={`The link for “${label}”`} focus live>
      <p>
        It is shown this once: copy it now. Whoever has it can open the page until{' '}
        {civilDateInWords(lastDay)}, and pass it on. {figuresInWords(asAt)}.
      </p>
      <p>
        <a href={address} className="anywhere">
          {address}
        </a>
      </p>
      <p>
        <CopyText text={address}>Copy the link</CopyText>
      </p>
      <Details summary="As a QR code, for a slide or an agenda">
        <QrSquare qr={qr} label="The link as a QR code" />
      </Details>
    </Notice>
  );
}
