import { asc, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { event, eventDetail } from '~db/schema/record';
import { certificate } from './certificates.server';
import { signedCheckpoint } from './log.server';
import { tlogProofText } from './tlog-proof';

/** What a certificate says, and nothing beyond it. */
const shown = new Set([
  ...['name', 'moduleTitle', 'version', 'publishedMinutes', 'outcomes', 'cpdType'],
  ...['standardMet', 'happenedOn', 'code', 'refreshes'],
]);

/**
 * A certificate's own proof, a small text file for its holder to keep: the entry of the completion, what the certificate
 * says of it, and the way to the root of the school's signed checkpoint. `npm run verify-record -- FILE` checks it.
 */
export function certificateProof(
  { db, recordKey }: Pick<Attune, 'db' | 'recordKey'>,
  schoolId: string,
  completionId: string,
): string | null {
  const found = certificate(db, schoolId, completionId);
  const leaf = db.select().from(event).where(eq(event.id, completionId)).get();
  if (!found || !leaf) return null;
  const details = db
    .select()
    .from(eventDetail)
    .where(eq(eventDetail.eventId, completionId))
    .orderBy(asc(eventDetail.name))
    .all();
  return tlogProofText({
    leaf,
    disclosures: details.filter((d) => shown.has(d.name)).map((d) => [d.salt, d.name, d.value]),
    index: found.proof.index,
    hashes: found.proof.hashes.map((hash) => Buffer.from(hash, 'base64')),
    checkpoint: signedCheckpoint(db, schoolId, recordKey),
  });
}
