import { and, eq, ne } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { sizeNow } from '~/record/as-at.server';
import type {
  ChangeKind,
  ChangeOwner,
  ChangeTheme,
  ChangeWithdrawalReason,
  RevisionReason,
} from '~/record/change-kinds';
import { londonDate } from '~/record/london-date';
import type { SchoolChangeRow } from '~/record/row-types';
import { schoolChange, schoolChangesAsAt } from '~/record/school-changes.server';
import type { EventData } from '~/record/vocabulary';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { changeWords } from '~db/schema';
import { ChangeError } from './errors';
import { type ChangeWords, sealWords } from './words-digest';

type House = Pick<Attune, 'db' | 'now'>;

/** A change, but for the words. Days are civil dates. */
export interface ChangeDetails {
  kind: ChangeKind;
  themes: ChangeTheme[];
  owner: ChangeOwner;
  changedOn: string;
  /** Null: no further look is planned. */
  reviewOn: string | null;
}

/**
 * Puts on the record that the school changed something. Returns the change's id; of one that stands there already, word for
 * word, its own, so that a form that is sent twice makes one.
 * @throws ChangeError `bad-date` for a day still to come, or a look again that is not after it.
 */
export function recordChange(
  { db, now }: House,
  actor: Actor,
  said: ChangeDetails & ChangeWords,
): string {
  refuseDates(said, now());
  return inTransaction(db, (tx) => {
    const there = standingAlready(db, actor.schoolId, said);
    if (there !== null) return there;
    const id = uuid();
    append(tx, now(), {
      ...about(actor, id),
      verb: 'school change',
      happenedOn: said.changedOn,
      data: { ...detailsOf(said), wordsDigest: keepWords(tx, now(), actor, id, said) },
    });
    return id;
  });
}

function standingAlready(
  db: Db,
  schoolId: string,
  said: ChangeDetails & ChangeWords,
): string | null {
  const details = JSON.stringify(detailsOf(said));
  const same = schoolChangesAsAt(db, schoolId, sizeNow(db, schoolId)).find((row) => {
    if (JSON.stringify(detailsOfRow(row)) !== details) return false;
    const words = readWords(db, schoolId, row.wordsDigest);
    return words?.what === said.what && words.why === said.why;
  });
  return same?.changeId ?? null;
}

/**
 * Says anew all that there is to say of a change, with the reason. Where the old words named somebody, they are taken out.
 * @throws ChangeError `not-here`; `withdrawn`; `bad-date`; `nothing-different`.
 */
export function reviseChange(
  { db, now }: House,
  actor: Actor,
  id: string,
  said: ChangeDetails & ChangeWords & { reason: Exclude<RevisionReason, 'looked at again'> },
): void {
  refuseDates(said, now());
  inTransaction(db, (tx) => {
    const before = readStanding(tx, actor, id);
    const words = readWords(tx, actor.schoolId, before.wordsDigest);
    const sameWords = words?.what === said.what && words.why === said.why;
    if (sameWords && said.reason === 'named somebody') {
      throw new ChangeError('nothing-different', 'Write it without the name first.', 'what');
    }
    if (sameWords && JSON.stringify(detailsOf(said)) === JSON.stringify(detailsOfRow(before))) {
      throw new ChangeError(
        'nothing-different',
        'Nothing here is different yet, so nothing was recorded.',
      );
    }
    const wordsDigest = sameWords ? before.wordsDigest : keepWords(tx, now(), actor, id, said);
    append(tx, now(), {
      ...about(actor, id),
      verb: 'school change revised',
      happenedOn: londonDate(now()),
      data: { ...detailsOf(said), wordsDigest, reason: said.reason },
    });
    if (said.reason === 'named somebody') takeOutWords(tx, actor.schoolId, id, wordsDigest);
  });
}

/**
 * Notes that a change was looked at again today, and when next; said twice in a day, it is noted once.
 * @throws ChangeError `not-here`; `withdrawn`; `bad-date` for a next look that is not after today.
 */
export function lookAgain(
  { db, now }: House,
  actor: Actor,
  id: string,
  reviewOn: string | null,
): void {
  const today = londonDate(now());
  if (reviewOn !== null && reviewOn <= today) {
    throw new ChangeError('bad-date', 'Choose a day after today for the next look.', 'reviewOn');
  }
  inTransaction(db, (tx) => {
    const { wordsDigest, ...row } = readStanding(tx, actor, id);
    if (row.reviewedOn === today && row.reviewOn === reviewOn) return;
    append(tx, now(), {
      ...about(actor, id),
      verb: 'school change revised',
      happenedOn: today,
      data: {
        ...detailsOfRow({ ...row, reviewOn }),
        wordsDigest,
        reason: 'looked at again',
      },
    });
  });
}

/**
 * Takes a change off the log, with a reason; the record still knows that it stood there.
 * @throws ChangeError `not-here`; `withdrawn` when it is off already.
 */
export function withdrawChange(
  { db, now }: House,
  actor: Actor,
  id: string,
  reason: ChangeWithdrawalReason,
): void {
  inTransaction(db, (tx) => {
    readStanding(tx, actor, id);
    append(tx, now(), {
      ...about(actor, id),
      verb: 'school change withdrawn',
      happenedOn: londonDate(now()),
      data: { reason },
    });
    if (reason === 'named somebody') takeOutWords(tx, actor.schoolId, id, '');
  });
}

function readStanding(tx: Tx, { schoolId }: Actor, id: string): SchoolChangeRow {
  const row = schoolChange(tx, schoolId, id);
  if (!row) throw notHere();
  if (row.status === 'withdrawn') {
    throw new ChangeError('withdrawn', 'This change was taken off the log already.', '', 409);
  }
  return row;
}

export const notHere = () =>
  new ChangeError('not-here', 'There is no such change on your school’s log.', '', 404);

/** About nobody: the school's own id stands where others have a person's. */
const about = (actor: Actor, id: string) => ({
  school: actor.schoolId,
  object: id,
  person: actor.schoolId,
  actor: actor.personId,
  actorRole: actor.role,
});

type Said = Omit<EventData<'school change'>, 'wordsDigest'>;

const detailsOf = ({ kind, themes, owner, changedOn, reviewOn }: ChangeDetails): Said => ({
  ...{ kind, themes: [...new Set(themes)].sort(), owner, changedOn, reviewOn },
});

const detailsOfRow = (row: Pick<SchoolChangeRow, keyof Said>): Said =>
  detailsOf(row as ChangeDetails);

function keepWords(
  tx: Tx,
  now: Date,
  { schoolId }: Actor,
  changeId: string,
  { what, why }: ChangeWords,
): string {
  const { salt, digest } = sealWords({ what, why });
  tx.insert(changeWords)
    .values({ schoolId, changeId, digest, salt, what, why, createdAt: now.getTime() })
    .run();
  return digest;
}

function readWords(tx: Db | Tx, schoolId: string, digest: string): ChangeWords | undefined {
  return tx
    .select({ what: changeWords.what, why: changeWords.why })
    .from(changeWords)
    .where(and(eq(changeWords.schoolId, schoolId), eq(changeWords.digest, digest)))
    .get();
}

/** All that was ever written of a change, but for the newest words. */
function takeOutWords(tx: Tx, schoolId: string, changeId: string, but: string): void {
  tx.delete(changeWords)
    .where(
      and(
        eq(changeWords.schoolId, schoolId),
        eq(changeWords.changeId, changeId),
        ne(changeWords.digest, but),
      ),
    )
    .run();
}

function refuseDates({ changedOn, reviewOn }: ChangeDetails, now: Date): void {
  if (changedOn > londonDate(now)) {
    throw new ChangeError(
      'bad-date',
      'That day is still to come. Put a change on the log once it has happened.',
      'changedOn',
    );
  }
  if (reviewOn !== null && reviewOn <= changedOn) {
    throw new ChangeError('bad-date', 'The next look comes after the change itself.', 'reviewOn');
  }
}
