import encodeQR from 'qr';
import type { QrDrawing } from '~/ui/qr-square';

/** The white edge that the standard asks for, in modules. */
const edge = 4;

/** A text as a QR code, of which 15 % may be creased or smudged: one path of runs of dark squares. */
export function drawQr(text: string): QrDrawing {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: edge });
  const runs = rows.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; ) {
      let n = 0;
      while (row[x + n]) n += 1;
      if (n > 0) found.push(`M${x} ${y}h${n}v1h-${n}z`);
      x += n || 1;
    }
    return found;
  });
  return { d: runs.join(''), size: rows.length };
}
