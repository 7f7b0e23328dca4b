import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Encrypts what staff type for themselves, with a key that is in no backup of the database. */
export interface Keyring {
  /** `context` says what the text is and whose, e.g. `reflection:<personId>`; only the same context opens it again. */
  encrypt(text: string, context: string): string;
  /** @throws Error when the key or the context is another, or the text was altered. */
  decrypt(cipher: string, context: string): string;
}

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
/** Stands before every text, so that a later way of encrypting can be told apart. */
const format = 'v1.';

/**
 * Opens the key in `<dataDir>/keys/words.key`, making it (mode 0600) when it is missing.
 * @throws Error in plain words when it cannot be read or is not a key.
 */
export function loadKeyring(dataDir: string): Keyring {
  const file = path.join(dataDir, 'keys', 'words.key');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  return keyringOf(existsSync(file) ? readKey(file) : makeKey(file));
}

function makeKey(file: string): Buffer {
  const key = randomBytes(keyBytes);
  try {
    writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    // Another process made it in the meantime: theirs is the key.
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return readKey(file);
    throw new Error(
      `The key for private words could not be made at ${file}. Check that Attune may write there.`,
      { cause },
    );
  }
  return key;
}

function readKey(file: string): Buffer {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
    chmodSync(file, 0o600);
  } catch (cause) {
    throw new Error(
      `The key for private words at ${file} could not be read. Check that it belongs to the user that runs Attune.`,
      { cause },
    );
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes) {
    throw new Error(
      `${file} does not hold a key for private words. Put back the file that was there: without it, what staff wrote cannot be opened.`,
    );
  }
  return key;
}

function keyringOf(key: Buffer): Keyring {
  return {
    encrypt(text, context) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return format + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
    },
    decrypt(cipher, context) {
      if (!cipher.startsWith(format))
        throw new Error('These words were encrypted in a way this version does not know.');
      const bytes = Buffer.from(cipher.slice(format.length), 'base64');
      const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      const opened = [opener.update(bytes.subarray(ivBytes + tagBytes)), opener.final()];
      return Buffer.concat(opened).toString('utf8');
    },
  };
}
