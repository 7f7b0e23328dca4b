import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { newCode } from '~/learning/complete.server';
import { startSession } from '~/people/session.server';
import { ensureSetupCode, setUpSchool } from '~/people/setup.server';
import { addPerson } from '~/people/staff.server';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import { inTransaction } from '~db/client.server';
import { demoSchool } from '~db/demo/staff';

/** A content folder with the first module `copies` times over, under other slugs. */
export function copyModules(from: string, to: string, copies: number): string[] {
  mkdirSync(path.join(to, 'modules'), { recursive: true });
  for (const entry of readdirSync(from)) {
    if (entry !== 'modules' && entry !== 'pathways.yaml')
      cpSync(path.join(from, entry), path.join(to, entry), { recursive: true });
  }
  writeFileSync(path.join(to, 'pathways.yaml'), '[]\n');
  const [first] = readdirSync(path.join(from, 'modules')).sort();
  if (!first) throw new Error('There is no module to copy');
  return Array.from({ length: copies }, (_, n) => {
    const slug = `bench-${n + 1}`;
    const folder = path.join(to, 'modules', slug);
    cpSync(path.join(from, 'modules', first), folder, { recursive: true });
    const index = path.join(folder, 'index.mdx');
    writeFileSync(
      index,
      readFileSync(index, 'utf8').replace(/^title: .*$/m, `title: "Module ${n + 1}"`),
    );
    return slug;
  });
}

export interface BenchSchool {
  schoolId: string;
  headCookie: string;
  lead: { personId: string; cookie: string };
  personIds: string[];
}

/** A school of `people`, each of whom has completed every module: appended to the record as it would be, in bulk. */
export async function makeSchool(
  attune: Attune,
  slugs: string[],
  people: number,
): Promise<BenchSchool> {
  const password = 'bench-password-long';
  const made = await setUpSchool(attune, {
    code: ensureSetupCode(attune.db, attune.now()) ?? '',
    schoolName: demoSchool.name,
    urn: demoSchool.urn,
    whoToTell: demoSchool.whoToTell,
    lead: { name: 'Lead', email: 'lead@bench.example', password },
    head: { name: 'Head', email: 'head@bench.example', password },
  });
  const lead = { personId: made.leadId, cookie: await cookieOf(attune, made.leadId) };
  const school = { schoolId: made.schoolId, lead };
  return {
    ...school,
    headCookie: await cookieOf(attune, made.headId),
    personIds: addLearners(attune, school, slugs, { from: 0, to: people }),
  };
}

/** Puts people on the staff list, numbered, each of whom has completed every module. Returns their ids. */
export function addLearners(
  attune: Attune,
  { schoolId, lead }: Pick<BenchSchool, 'schoolId' | 'lead'>,
  slugs: string[],
  { from, to }: { from: number; to: number },
): string[] {
  const actor = { personId: lead.personId, schoolId, role: 'lead' as const };
  const name = (n: number) => `Person Number ${n}`;
  const people = Array.from({ length: to - from }, (_, more) => {
    const n = from + more;
    const id = addPerson(attune, actor, {
      name: name(n),
      email: `person${n}@bench.example`,
      staffNumber: null,
      roleGroup: n % 3 === 0 ? 'teacher' : 'teaching assistant',
      contract: 'permanent',
      teams: [`Year ${n % 7}`],
      startDate: '2024-09-02',
    });
    return { id, n };
  });
  inTransaction(attune.db, (tx) => {
    for (const { id, n } of people) {
      for (const slug of slugs) completeInRecord(attune, tx, schoolId, id, name(n), slug);
    }
  });
  return people.map(({ id }) => id);
}

function completeInRecord(
  attune: Attune,
  tx: Parameters<typeof append>[0],
  school: string,
  person: string,
  name: string,
  slug: string,
) {
  const module = attune.course.module(slug);
  if (!module) throw new Error(`No module ${slug}`);
  const now = attune.now();
  const details = {
    moduleTitle: module.title,
    version: module.version,
    publishedMinutes: module.minutes,
  };
  const of = {
    school,
    object: uuid(),
    actor: person,
    actorRole: 'staff',
    person,
    happenedOn: londonDate(now),
    module: slug,
    contentHash: module.contentHash,
  };
  append(tx, now, { ...of, verb: 'started', data: details });
  append(tx, now, {
    ...of,
    verb: 'completed',
    data: {
      ...details,
      outcomes: module.outcomes,
      cpdType: 'e-learning',
      standardMet: true,
      ruleVersion: 1,
      name,
      code: newCode(),
    },
  });
}

/** A signed-in person's Cookie header. */
export async function cookieOf(attune: Attune, personId: string): Promise<string> {
  const header = await startSession(attune, personId, false);
  return header.split(';')[0] ?? '';
}
