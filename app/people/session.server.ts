import { createHash, randomBytes } from 'node:crypto';
import { type Adapter, type Cookie, Lucia, TimeSpan } from 'lucia';
import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import { formTagOf } from './form-tag.server';
import type { SignedIn } from './rights';
import { type SessionRow, sessionRows } from './session-rows.server';

/*
 * The only file that knows Lucia (docs/decisions/0002 says why, and how to leave it).
 * Lucia takes the cookie's value for the session's id; here the cookie holds a token of 32 random bytes and the id is
 * its SHA-256, so that whoever reads the database cannot sign in with what they find.
 */

type SessionAttributes = Pick<SessionRow, 'sharedDevice' | 'quiz' | 'createdAt'>;
type UserAttributes = Omit<
  SessionRow,
  'id' | 'personId' | 'expiresAt' | 'sharedDevice' | 'quiz' | 'createdAt'
>;

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

type House = Pick<Attune, 'config' | 'db' | 'now'>;

/** A shared computer's session ends after 15 idle minutes, one's own device's after 30 idle days. */
const kinds = {
  shared: { lasts: new TimeSpan(15, 'm'), renewAfterMs: 60_000 },
  own: { lasts: new TimeSpan(30, 'd'), renewAfterMs: 24 * 60 * 60 * 1000 },
} as const;
type Kind = keyof typeof kinds;

/** The kind opens the token and is hashed with it: it cannot be changed, and says which length applies before any query. */
const tokenShape = /^(shared|own)-[\w-]{43}$/;
const makeToken = (kind: Kind) => `${kind}-${randomBytes(32).toString('base64url')}`;
const kindOf = (token: string): Kind => (token.startsWith('own-') ? 'own' : 'shared');
const idOf = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Lucia reads the machine's clock, Attune only its own: the adapter adds the difference on the way out and takes it
 * away on the way in. It is nought but in tests and when the demonstration school is made.
 */
function adapter({ db, now }: House): Adapter {
  const rows = sessionRows(db);
  const ahead = () => Date.now() - now().getTime();
  const toLucia = (seconds: number) => new Date(seconds * 1000 + ahead());
  const toRow = (date: Date) => Math.floor((date.getTime() - ahead()) / 1000);
  return {
    async getSessionAndUser(sessionId) {
      const row = rows.find(sessionId, londonDate(now()));
      if (!row) return [null, null];
      const { id, personId, expiresAt, sharedDevice, quiz, createdAt, ...attributes } = row;
      return [
        {
          ...{ id, userId: personId, expiresAt: toLucia(expiresAt) },
          attributes: { sharedDevice, quiz, createdAt },
        },
        { id: personId, attributes },
      ];
    },
    async getUserSessions(personId) {
      return rows.openOf(personId).map(({ id, expiresAt, sharedDevice, quiz, createdAt }) => ({
        id,
        userId: personId,
        expiresAt: toLucia(expiresAt),
        attributes: { sharedDevice, quiz, createdAt },
      }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      rows.insert({
        id,
        personId: userId,
        expiresAt: toRow(expiresAt),
        sharedDevice: attributes.sharedDevice,
        quiz: attributes.quiz,
        createdAt: attributes.createdAt,
      });
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      rows.extend(sessionId, toRow(expiresAt));
    },
    // Ended, not deleted: for a day an ended session can still have what was typed kept as a draft.
    async deleteSession(sessionId) {
      rows.end(sessionId, now().getTime());
    },
    async deleteUserSessions(personId) {
      rows.endAllOf(personId, now().getTime());
    },
    async deleteExpiredSessions() {
      rows.purge(now().getTime());
    },
  };
}

interface Sessions {
  adapter: Adapter;
  shared: Lucia<SessionAttributes, UserAttributes>;
  own: Lucia<SessionAttributes, UserAttributes>;
}
const made = new WeakMap<object, Sessions>();

/** Lucia's length is one setting, so there are two of it, one for each kind of device. */
function sessionsOf(house: House): Sessions {
  let sessions = made.get(house);
  if (!sessions) {
    const ours = adapter(house);
    sessions = {
      adapter: ours,
      shared: makeLucia(house, ours, 'shared'),
      own: makeLucia(house, ours, 'own'),
    };
    made.set(house, sessions);
  }
  return sessions;
}

function makeLucia({ config }: House, ours: Adapter, kind: Kind) {
  return new Lucia(
    // Lucia renews at half-time, too late for "15 idle minutes", and even for a page the browser only fetched ahead.
    { ...ours, updateSessionExpiration: async () => {} },
    {
      sessionExpiresIn: kinds[kind].lasts,
      sessionCookie: {
        name: config.secure ? '__Host-attune' : 'attune',
        // The row decides when a session ends; the cookie outlives it, so that no page has to send it again.
        expires: false,
        attributes: { secure: config.secure, sameSite: 'lax', path: '/' },
      },
      getSessionAttributes: (attributes) => attributes,
      getUserAttributes: (attributes) => attributes,
    },
  );
}

const asHeader = (cookie: Cookie, kind: Kind) => {
  // A shared computer forgets it when its browser closes.
  if (kind === 'shared') delete cookie.attributes.maxAge;
  return cookie.serialize();
};

/** Signs a person in on this device. Returns the Set-Cookie header that says so. */
export async function startSession(
  house: House,
  personId: string,
  sharedDevice: boolean,
): Promise<string> {
  return await begin(house, personId, sharedDevice, null);
}

/** Opens one module's quiz on a shared computer, and nothing else of this person's. Returns the Set-Cookie header. */
export async function startQuizSession(
  house: House,
  personId: string,
  module: string,
): Promise<string> {
  return await begin(house, personId, true, module);
}

async function begin(
  house: House,
  personId: string,
  sharedDevice: boolean,
  quiz: string | null,
): Promise<string> {
  const kind = sharedDevice ? 'shared' : 'own';
  const token = makeToken(kind);
  const lucia = sessionsOf(house)[kind];
  const attributes = { sharedDevice, quiz, createdAt: house.now().getTime() };
  await lucia.createSession(personId, attributes, { sessionId: idOf(token) });
  return asHeader(lucia.createSessionCookie(token), kind);
}

export type Found =
  | { state: 'signed in'; who: SignedIn; sessionId: string }
  /** Ended less than a day ago: what this person was typing may still be kept. */
  | { state: 'ended'; personId: string; formTag: string; quiz: boolean }
  | { state: 'nobody' };

/** Who is asking. With `renew`, being here counts as not being idle. */
export async function readSession(
  house: House,
  cookies: string | null,
  renew: boolean,
): Promise<Found> {
  const sessions = sessionsOf(house);
  const token = tokenIn(sessions, cookies);
  if (!token) return { state: 'nobody' };
  const kind = kindOf(token);
  const sessionId = idOf(token);
  const { session, user } = await sessions[kind].validateSession(sessionId);
  if (session && user && !hasLeft(user.leaveDate, house.now())) {
    const { lasts, renewAfterMs } = kinds[kind];
    const left = session.fresh ? 0 : session.expiresAt.getTime() - Date.now();
    if (renew && left < lasts.milliseconds() - renewAfterMs) {
      const expiresAt = new Date(Date.now() + lasts.milliseconds());
      await sessions.adapter.updateSessionExpiration(sessionId, expiresAt);
    }
    const who = {
      personId: user.id,
      schoolId: user.schoolId,
      schoolName: user.schoolName,
      name: user.name,
      // A code opens one quiz: with no role there is no right, and so no other page.
      roles: session.quiz === null ? user.roles : [],
      quiz: session.quiz === null ? null : { module: session.quiz, since: session.createdAt },
      roleNames: user.roleNames ?? {},
      sharedDevice: session.sharedDevice,
      formTag: formTagOf(user.id),
    };
    return { state: 'signed in', who, sessionId };
  }
  if (session) await sessions.adapter.deleteSession(sessionId);
  const ended = sessionRows(house.db).endedSince(sessionId, house.now().getTime());
  if (!ended) return { state: 'nobody' };
  return { state: 'ended', ...ended, formTag: formTagOf(ended.personId) };
}

/**
 * Signs out. The cookie stays where it is: it opens nothing any more, but in the next 24 hours it can still say whose
 * half-written words another tab is holding.
 */
export async function endSession(house: House, cookies: string | null): Promise<void> {
  const sessions = sessionsOf(house);
  const token = tokenIn(sessions, cookies);
  if (token) await sessions[kindOf(token)].invalidateSession(idOf(token));
}

/** Signs a person out everywhere, but on the device whose session is kept. */
export function endSessionsOf(house: House, personId: string, keep?: string): void {
  sessionRows(house.db).endAllOf(personId, house.now().getTime(), keep);
}

/** How many devices a person is signed in on. */
export async function countSessionsOf(house: House, personId: string): Promise<number> {
  const sessions = await sessionsOf(house).shared.getUserSessions(personId);
  return sessions.length;
}

/** Deletes sessions that have been over for more than a day; nothing else does. Returns how many. */
export function purgeSessions(house: Pick<House, 'db' | 'now'>): number {
  return sessionRows(house.db).purge(house.now().getTime());
}

function tokenIn({ shared }: Sessions, cookies: string | null): string | null {
  try {
    const token = shared.readSessionCookie(cookies ?? '');
    return token && tokenShape.test(token) ? token : null;
  } catch {
    // A cookie with a stray % cannot be decoded.
    return null;
  }
}

/** The leave date is the last day in. */
function hasLeft(leaveDate: string | null, now: Date): boolean {
  return leaveDate !== null && leaveDate < londonDate(now);
}
