import type { Logger } from 'pino';
import type { Db } from '~db/client.server';
import type { Config } from './config.server';
import type { Course } from './course/module';
import type { Keyring } from './people/keyring.server';
import type { RecordKey } from './record/signing-key.server';

/**
 * Everything that outlives a request, made once by `createAttune` and handed to whoever needs it. Nothing in the house
 * keeps state in a module: the server runs from source and the pages from the built bundle, so a module may exist twice.
 */
export interface Attune {
  config: Config;
  db: Db;
  course: Course;
  /** Encrypts what staff type for themselves. */
  keyring: Keyring;
  /** Signs checkpoints. */
  recordKey: RecordKey;
  /** The only clock. The demonstration school is made by setting it. */
  now: () => Date;
  log: Logger;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    attune: Attune;
    /** For inline scripts, this request only. */
    nonce: string;
    /** The asker's address, for throttling. */
    address: string;
    /** Resolves when this response can take more bytes; a long download waits for it before each piece. */
    drained?: () => Promise<void>;
  }
}
