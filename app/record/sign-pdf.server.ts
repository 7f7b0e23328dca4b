import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Attune } from '~/context.server';
import { checkpointNow } from './log.server';
import { signPdf } from './signed-pdf';

/** A PDF, signed as it is by the key of the school's record: see `signPdf`. */
export async function signedBySchool(
  { db, recordKey }: Pick<Attune, 'db' | 'recordKey'>,
  schoolId: string,
  pdf: Readable,
): Promise<Uint8Array<ArrayBuffer>> {
  const { origin } = checkpointNow(db, schoolId);
  return new Uint8Array(signPdf(await buffer(pdf), origin, recordKey));
}
