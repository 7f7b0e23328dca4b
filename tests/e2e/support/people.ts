import { randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import type { Actor } from '~/people/actor';
import { nameDeputy } from '~/people/deputies.server';
import { giveRole } from '~/people/roles.server';
import { startSession } from '~/people/session.server';
import { addPerson } from '~/people/staff.server';
import type { StaffDetails } from '~/people/staff-details';
import { giveTrustLead, startTrust, trustOf } from '~/people/trust.server';
import { createWayIn, joinWithCode } from '~/people/way-in.server';
import { londonDate } from '~/record/london-date';
import type { Role } from '~db/schema';
import { password, type World } from './world';

export interface Someone extends Actor {
  name: string;
  email: string;
}

/** Letters that occur nowhere else, to tell one test's people, cohorts and teams from another's. */
export const unique = (): string => randomBytes(4).toString('hex');

interface Wanted extends Partial<StaffDetails> {
  role?: Role;
}

/** Someone new on the staff list, put there as the lead does it. */
export function someone(
  { attune, lead, head }: World,
  { role = 'staff', ...details }: Wanted = {},
): Someone {
  const tag = unique();
  const name = details.name ?? `Robin ${tag}`;
  const email = `${tag}@hazel.example`;
  const personId = addPerson(attune, lead, {
    staffNumber: null,
    roleGroup: 'teaching assistant',
    contract: 'permanent',
    teams: [],
    startDate: '2026-01-05',
    ...details,
    name,
    email,
  });
  if (role === 'trust lead') {
    if (!trustOf(attune.db, lead.schoolId)) startTrust(attune, head, 'Three Rivers');
    giveTrustLead(attune, head, personId);
  } else if (role === 'deputy') {
    nameDeputy(attune, head, { personId, fromOn: londonDate(attune.now()), untilOn: null });
  } else if (role !== 'staff') giveRole(attune, head, personId, role);
  return { personId, schoolId: lead.schoolId, role, name, email };
}

/** Joins as with a printed code, so that they can use the sign-in form with `password`. */
export async function join({ attune, lead }: World, { personId }: Someone): Promise<void> {
  const { code } = createWayIn(attune, lead, personId);
  await joinWithCode(attune, code, password);
}

/** A fresh session's cookie, as the sign-in form hands it out. */
export async function cookieOf(
  { attune }: World,
  { personId }: Pick<Actor, 'personId'>,
  sharedDevice = false,
): Promise<{ name: string; value: string }> {
  const [pair = ''] = (await startSession(attune, personId, sharedDevice)).split(';');
  const cut = pair.indexOf('=');
  return { name: pair.slice(0, cut), value: pair.slice(cut + 1) };
}

/** Signs in by cookie, as the form does in the end. */
export async function signInAs(
  context: BrowserContext,
  world: World,
  who: Pick<Actor, 'personId'>,
  sharedDevice = false,
): Promise<void> {
  const cookie = await cookieOf(world, who, sharedDevice);
  await context.addCookies([{ ...cookie, url: world.origin, httpOnly: true, sameSite: 'Lax' }]);
}
