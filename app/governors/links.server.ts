import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { logAccess } from '~/record/access.server';
import { addDays, isCivilDate, londonDate } from '~/record/london-date';
import { inTransaction, type Tx } from '~db/client.server';
import { governorsLink, person, school } from '~db/schema';
import { GovernorsError } from './errors';

type House = Pick<Attune, 'db' | 'now'>;

/** For how many days a link is good unless the head says otherwise, and at most. */
export const usualDays = 60;
export const mostDays = 366;

export interface NewLink {
  label: string;
  /** Civil date: it opens until the end of it. */
  lastDay: string;
  /** Civil date whose figures it shows; null: the day on which it is opened. */
  asAt: string | null;
  /** As `drawToken` gave it to the form; without it, or where it stands for another link, one is drawn. */
  token?: string;
}

export interface SharedLink extends Omit<NewLink, 'token'> {
  id: string;
  /** UTC milliseconds. */
  createdAt: number;
  /** As they are called now. */
  by: string | null;
  opened: number;
  /** Civil date on which it was last opened. */
  openedOn: string | null;
  state: 'open' | 'over' | 'withdrawn';
  /** Civil date. Who withdrew it is in the access log. */
  withdrawnOn: string | null;
}

/** 160 bits, so that no one is ever guessed. */
export const drawToken = () => randomBytes(20).toString('base64url');
const tokenShape = /^[\w-]{27}$/;

/** All that is stored of a token. */
const hashOf = (token: string) => createHash('sha256').update(`governors:${token}`).digest('hex');

/**
 * What is wrong with the day until which a link is to open, in words; null when it can be taken.
 * @param today civil date
 */
export function lastDayProblem(lastDay: string, today: string): string | null {
  if (!isCivilDate(lastDay)) return 'Choose the last day on which the link opens.';
  if (lastDay < today) return 'That day has gone by. Choose today or a later one.';
  return lastDay > addDays(today, mostDays)
    ? 'A link is good for a year at most. Choose an earlier day; you can make another one then.'
    : null;
}

/**
 * What is wrong with the day whose figures are to stay as they are; null when it can be taken. Today is not over: what is
 * entered until midnight still counts for it.
 */
export function fixedDayProblem(asAt: string, today: string): string | null {
  if (!isCivilDate(asAt)) return 'Choose the day whose figures it shows.';
  if (asAt > today) return 'That day is still to come. Choose yesterday or an earlier day.';
  return asAt === today
    ? 'Today is not over: its figures may still change until midnight. Choose yesterday or an earlier day.'
    : null;
}

/**
 * Makes a link. Its token is given back and kept nowhere: a form that is sent twice brings the same one along, and is given
 * the same link.
 * @throws GovernorsError `bad-day`; `there-already` for one that is like another that opens.
 */
export function makeLink(
  attune: House,
  actor: Actor,
  { label, lastDay, asAt, token: brought = '' }: NewLink,
): { id: string; token: string } {
  const { db, now } = attune;
  const problem = lastDayProblem(lastDay, londonDate(now()));
  if (problem) throw new GovernorsError('bad-day', problem, 'lastDay');
  const moving = asAt === null ? null : fixedDayProblem(asAt, londonDate(now()));
  if (moving) throw new GovernorsError('bad-day', moving, 'asAt');
  return inTransaction(db, (tx) => {
    const there = openLike(tx, actor.schoolId, { label, lastDay, asAt });
    if (there?.tokenHash === hashOf(brought)) return { id: there.id, token: brought };
    if (there) {
      throw new GovernorsError(
        'there-already',
        `A link for “${label}” opens already, with the same last day and figures. Its address was shown when it was made. If nobody copied it, withdraw that one first; if you want two, give this one another name.`,
        'label',
        409,
      );
    }
    const id = uuid();
    const token = isFree(tx, brought) ? brought : drawToken();
    tx.insert(governorsLink)
      .values({
        ...{ id, schoolId: actor.schoolId, label, tokenHash: hashOf(token), asAt, lastDay },
        ...{ createdBy: actor.personId, createdAt: now().getTime() },
      })
      .run();
    logAccess({ db: tx, now }, noted(actor, `made a link to totals for governors, “${label}”`));
    return { id, token };
  });
}

function openLike(tx: Tx, schoolId: string, { label, lastDay, asAt }: NewLink) {
  return tx
    .select({ id: governorsLink.id, tokenHash: governorsLink.tokenHash })
    .from(governorsLink)
    .where(
      and(
        ...[eq(governorsLink.schoolId, schoolId), eq(governorsLink.label, label)],
        ...[eq(governorsLink.lastDay, lastDay), isNull(governorsLink.withdrawnAt)],
        asAt === null ? isNull(governorsLink.asAt) : eq(governorsLink.asAt, asAt),
      ),
    )
    .get();
}

function isFree(tx: Tx, token: string): boolean {
  if (!tokenShape.test(token)) return false;
  return !tx
    .select({ id: governorsLink.id })
    .from(governorsLink)
    .where(eq(governorsLink.tokenHash, hashOf(token)))
    .get();
}

/**
 * Ends a link at once; one that has ended already stays as it is.
 * @throws GovernorsError `not-here`, also for another school's id
 */
export function withdrawLink(attune: House, actor: Actor, id: string): void {
  const { db, now } = attune;
  const theirs = and(eq(governorsLink.schoolId, actor.schoolId), eq(governorsLink.id, id));
  inTransaction(db, (tx) => {
    const found = tx
      .select({ withdrawnAt: governorsLink.withdrawnAt, label: governorsLink.label })
      .from(governorsLink)
      .where(theirs)
      .get();
    if (!found) throw new GovernorsError('not-here', 'Your school has no such link.', '', 404);
    if (found.withdrawnAt !== null) return;
    tx.update(governorsLink).set({ withdrawnAt: now().getTime() }).where(theirs).run();
    logAccess(
      { db: tx, now },
      noted(actor, `withdrew a link to totals for governors, “${found.label}”`),
    );
  });
}

const noted = (actor: Actor, what: string) => ({
  ...{ school: actor.schoolId, actor: actor.personId, person: null, what },
});

/** The links of a school, the newest first: a hundred at most, since nobody looks further back. One query. */
export function linksOf({ db, now }: House, schoolId: string): SharedLink[] {
  const today = londonDate(now());
  return db
    .select({ link: governorsLink, by: person.name })
    .from(governorsLink)
    .leftJoin(person, eq(person.id, governorsLink.createdBy))
    .where(eq(governorsLink.schoolId, schoolId))
    .orderBy(desc(governorsLink.createdAt), desc(governorsLink.id))
    .limit(100)
    .all()
    .map(({ link, by }) => {
      const { id, label, lastDay, asAt, createdAt, opened, openedOn, withdrawnAt } = link;
      const over = lastDay < today ? 'over' : 'open';
      return {
        ...{ id, label, lastDay, asAt, createdAt, by, opened, openedOn },
        state: withdrawnAt === null ? over : 'withdrawn',
        withdrawnOn: withdrawnAt === null ? null : londonDate(withdrawnAt),
      };
    });
}

export interface OpenedLink {
  id: string;
  schoolId: string;
  /** As the school is called today. */
  schoolName: string;
  asAt: string | null;
  lastDay: string;
}

/** What a link opens; null for one that has ended, was withdrawn, or never was: whoever holds it is not told which. */
export function readLink({ db, now }: House, token: string): OpenedLink | null {
  const found = db
    .select({
      id: governorsLink.id,
      schoolId: governorsLink.schoolId,
      schoolName: school.name,
      asAt: governorsLink.asAt,
      lastDay: governorsLink.lastDay,
    })
    .from(governorsLink)
    .innerJoin(school, eq(school.id, governorsLink.schoolId))
    .where(
      and(
        eq(governorsLink.tokenHash, hashOf(token)),
        isNull(governorsLink.withdrawnAt),
        gte(governorsLink.lastDay, londonDate(now())),
      ),
    )
    .get();
  return found ?? null;
}

/** Counts that a link was opened, and nothing about who did. */
export function countOpening({ db, now }: House, { id }: Pick<OpenedLink, 'id'>): void {
  db.update(governorsLink)
    .set({ opened: sql`${governorsLink.opened} + 1`, openedOn: londonDate(now()) })
    .where(eq(governorsLink.id, id))
    .run();
}
