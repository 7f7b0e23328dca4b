import type { MadeCode } from '~/learning/by-code/codes.server';
import type { QrDrawing } from '~/ui/qr-square';
import { drawQr } from './qr.server';

export interface CodeSlip {
  name: string;
  code: string;
  /** Of the link with the code in it. */
  qr: QrDrawing;
  /** Where to open it, as people type it. */
  address: string;
  moduleTitle: string;
  schoolName: string;
  /** Civil date. */
  lastDay: string;
}

interface About {
  /** Where Attune is reached, no trailing slash. */
  origin: string;
  schoolName: string;
  moduleTitle: string;
  lastDay: string;
}

export function codeSlipOf({ name, code }: MadeCode, { origin, ...about }: About): CodeSlip {
  // Browsers put https:// in front by themselves, and not http://.
  const address = `${origin.replace(/^https:\/\//, '')}/code`;
  return { name, code, qr: drawQr(`${origin}/code/${code}`), address, ...about };
}
