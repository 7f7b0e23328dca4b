import type { MadeWayIn } from '~/people/ways-in.server';
import { londonDate } from '~/record/london-date';
import { drawQr } from './qr.server';
import type { SlipWords } from './slip';

/**
 * What goes on a slip.
 * @param origin where Attune is reached, no trailing slash
 */
export function slipOf(
  made: Omit<MadeWayIn, 'personId'>,
  { origin, schoolName }: { origin: string; schoolName: string },
): SlipWords {
  const link = `${origin}/join/${made.code}`;
  return {
    name: made.name,
    code: made.code,
    qr: drawQr(link),
    link,
    // Browsers put https:// in front by themselves, and not http://.
    address: `${origin.replace(/^https:\/\//, '')}/join`,
    expiresOn: londonDate(made.expiresAt),
    schoolName,
    signInName: [made.email, made.staffNumber].filter(Boolean).join(' or '),
  };
}
