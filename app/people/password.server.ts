import { hash, type Options, verify } from '@node-rs/argon2';
import PQueue from 'p-queue';
import type { Attune } from '~/context.server';
import { PeopleError } from './errors';

/** OWASP's argon2id: 19 MiB, two passes, one lane. `2` is argon2id; the package's enum cannot be imported one file at a time. */
const cost: Options = { algorithm: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 };

export const shortestPassword = 12;
const longestPassword = 1000;

/** Guessed first by whoever tries; each is long enough to pass otherwise. */
const obvious = new Set([
  '123456789012',
  '1234567890123',
  'passwordpassword',
  'password1234',
  'password12345',
  'qwertyuiop12',
  'qwertyuiopas',
  'letmeinletmein',
  'welcomewelcome',
  'changeme1234',
  'changemechangeme',
  'teachingassistant',
]);

/** Of a password that nobody knows, so that an unknown address costs as much time as a wrong password. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$4DpvQv7EGUygXxB6YFcubg$aSDf98TFrjM0F6p9y0LAfmNjjms38XCVDmfu4GVkvn4';

const queues = new WeakMap<object, PQueue>();

/** Each hash takes a core and 19 MiB for a while: at most two at once, the others wait. */
function queueOf({ db }: Pick<Attune, 'db'>): PQueue {
  let queue = queues.get(db);
  if (!queue) {
    queue = new PQueue({ concurrency: 2 });
    queues.set(db, queue);
  }
  return queue;
}

/** Any characters will do. What is wrong with it stands under the form's field `field`. */
export function passwordProblems(password: string, field = 'password'): PeopleError[] {
  const words = weakness(password);
  return words === null ? [] : [new PeopleError('weak-password', words, field)];
}

/** @throws PeopleError `weak-password`, under the form's field `field`. */
export function checkPassword(password: string, field = 'password'): void {
  const [problem] = passwordProblems(password, field);
  if (problem) throw problem;
}

function weakness(password: string): string | null {
  if ([...password].length < shortestPassword) {
    return `Use at least ${shortestPassword} characters. Three or four words you will remember are enough.`;
  }
  if (password.length > longestPassword) return `Use at most ${longestPassword} characters.`;
  const plain = password.toLowerCase().replace(/\s/g, '');
  if (obvious.has(plain) || new Set(plain).size < 4) {
    return 'That password is one of the first that others would guess. Three or four unrelated words are better.';
  }
  return null;
}

/** Argon2id of a password that has been checked. */
export async function hashPassword(house: Pick<Attune, 'db'>, password: string): Promise<string> {
  return await queueOf(house).add(() => hash(password.normalize('NFC'), cost));
}

/** Takes the same time whether or not there is a hash to compare with. */
export async function passwordFits(
  house: Pick<Attune, 'db'>,
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const typed = password.slice(0, longestPassword + 1).normalize('NFC');
  const fits = await queueOf(house).add(() => verify(passwordHash ?? nobodys, typed));
  return fits && passwordHash != null;
}
