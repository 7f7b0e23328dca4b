import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from './note';

/** Signs checkpoints and manifests. The private part never leaves this object. */
export interface RecordKey {
  /** 32 bytes, as in RFC 8032. */
  publicKey: Buffer;
  /** SHA-256 of the public key, hex in groups of four: what a summary prints. */
  fingerprint: string;
  /** Ed25519 over the bytes: 64 bytes. */
  sign(bytes: Uint8Array): Buffer;
}

/**
 * The key in `DATA_DIR/keys/record.key` (PKCS8 PEM, mode 0600), made when it is not there. It stays outside the
 * database and its backups: whoever has only a backup cannot sign for the school.
 * @throws Error in words when the file is not an Ed25519 key.
 */
export function loadRecordKey(dataDir: string): RecordKey {
  const file = path.join(dataDir, 'keys', 'record.key');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  }
  return recordKeyOf(readPrivateKey(file));
}

function readPrivateKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    throw new Error(`${file} cannot be read as a key. Put back the file that was there.`, {
      cause,
    });
  }
  throw new Error(`${file} is not an Ed25519 key. Put back the file that was there.`);
}

export function recordKeyOf(privateKey: KeyObject): RecordKey {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const publicKey = der.subarray(-32);
  return {
    publicKey,
    fingerprint: fingerprint(publicKey),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}
