import type { Attune } from '~/context.server';
import { base64 } from '~/record/bytes';
import { checkpointNow } from '~/record/log.server';
import { verifierKey } from '~/record/note';

/** What later checks of the school's record are compared with, as it stands now. */
export function sealOf({ db, recordKey }: Pick<Attune, 'db' | 'recordKey'>, schoolId: string) {
  const { origin, size, root } = checkpointNow(db, schoolId);
  return {
    fingerprint: recordKey.fingerprint,
    verifierKey: verifierKey(origin, recordKey.publicKey),
    ...{ origin, size, root: base64(root) },
  };
}
