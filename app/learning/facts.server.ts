import { and, eq, inArray, isNull, type SQLWrapper, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { Db } from '~db/client.server';
import {
  attempt,
  commitment,
  doneTogether,
  enrolment,
  pageContinued,
  scenarioRun,
  togetherAttendance,
} from '~db/schema';
import type { Facts } from './completion';
import type { Enrolment, Whose } from './enrolments.server';
import { preparedOnce } from './prepared.server';

/** What the completion rule looks at, and which scenario (its id) was started last and not finished. */
export interface Standing {
  facts: Facts;
  scenarioUnderWay?: string;
}

const queries = preparedOnce((db) => ({
  one: factsQuery(
    db,
    db
      .select({ id: enrolment.id })
      .from(enrolment)
      .where(eq(enrolment.id, sql.placeholder('id'))),
  ).prepare(),
  open: factsQuery(
    db,
    db
      .select({ id: enrolment.id })
      .from(enrolment)
      .where(
        and(
          eq(enrolment.schoolId, sql.placeholder('schoolId')),
          eq(enrolment.personId, sql.placeholder('personId')),
          isNull(enrolment.completedAt),
        ),
      ),
  ).prepare(),

  session: factsQuery(
    db,
    db
      .select({ id: togetherAttendance.enrolmentId })
      .from(togetherAttendance)
      .where(eq(togetherAttendance.sessionId, sql.placeholder('sessionId'))),
  ).prepare(),
}));

type Kind = 'page' | 'run' | 'attempt' | 'commitment' | 'page together' | 'run together';

/** One row a fact, in one query whatever is asked: a module page is the busiest page of all. */
function factsQuery(db: Db, ids: SQLWrapper) {
  return unionAll(
    db
      .select({
        enrolmentId: pageContinued.enrolmentId,
        kind: sql<Kind>`'page'`.as('kind'),
        name: sql<string>`${pageContinued.page}`.as('name'),
        n: sql<number>`0`.as('n'),
        done: sql<number | null>`1`.as('done'),
      })
      .from(pageContinued)
      .where(inArray(pageContinued.enrolmentId, ids)),
    db
      .select({
        enrolmentId: scenarioRun.enrolmentId,
        kind: sql<Kind>`'run'`.as('kind'),
        name: sql<string>`${scenarioRun.scenario}`.as('name'),
        n: sql<number>`${scenarioRun.startedAt}`.as('n'),
        done: sql<
          number | null
        >`case when coalesce(${scenarioRun.debriefReadAt}, ${scenarioRun.summaryReadAt}) is null then 0 else 1 end`.as(
          'done',
        ),
      })
      .from(scenarioRun)
      .where(inArray(scenarioRun.enrolmentId, ids)),
    db
      .select({
        enrolmentId: attempt.enrolmentId,
        kind: sql<Kind>`'attempt'`.as('kind'),
        name: sql<string>`''`.as('name'),
        n: sql<number>`${attempt.n}`.as('n'),
        done: sql<number | null>`${attempt.standardMet}`.as('done'),
      })
      .from(attempt)
      .where(and(inArray(attempt.enrolmentId, ids), isNull(attempt.setAsideAt))),
    db
      .select({
        enrolmentId: commitment.enrolmentId,
        kind: sql<Kind>`'commitment'`.as('kind'),
        name: sql<string>`''`.as('name'),
        n: sql<number>`0`.as('n'),
        done: sql<number | null>`1`.as('done'),
      })
      .from(commitment)
      .where(inArray(commitment.enrolmentId, ids)),
    db
      .select({
        enrolmentId: doneTogether.enrolmentId,
        kind: sql<Kind>`case when ${doneTogether.scenario} is null then 'page together' else 'run together' end`.as(
          'kind',
        ),
        name: sql<string>`coalesce(${doneTogether.scenario}, ${doneTogether.page})`.as('name'),
        n: sql<number>`0`.as('n'),
        done: sql<number | null>`1`.as('done'),
      })
      .from(doneTogether)
      .where(inArray(doneTogether.enrolmentId, ids)),
  );
}

type Row = ReturnType<ReturnType<typeof queries>['one']['all']>[number];

function standing(knownAlready: boolean, rows: readonly Row[]): Standing {
  const of = (kind: Row['kind']) =>
    rows.filter((row) => row.kind === kind).sort((a, b) => a.n - b.n);
  const runs = of('run');
  const own = {
    pages: of('page').map((row) => row.name),
    scenarios: [...new Set(runs.filter((row) => row.done === 1).map((row) => row.name))],
  };
  const besides = (kind: Kind, mine: readonly string[]) => [
    ...new Set(
      of(kind)
        .map((row) => row.name)
        .filter((name) => !mine.includes(name)),
    ),
  ];
  const together = {
    pages: besides('page together', own.pages),
    scenarios: besides('run together', own.scenarios),
  };
  const withOthers = together.pages.length + together.scenarios.length > 0;
  return {
    facts: {
      knownAlready,
      pages: [...own.pages, ...together.pages],
      scenarios: [...own.scenarios, ...together.scenarios],
      ...(withOthers ? { together } : {}),
      attempts: of('attempt').map((row) => (row.done === null ? null : row.done === 1)),
      committed: of('commitment').length > 0,
    },
    scenarioUnderWay: runs.filter((row) => row.done === 0).at(-1)?.name,
  };
}

/** Where one enrolment stands. The caller has made sure whose it is. */
export function standingOf(db: Db, enrolled: Pick<Enrolment, 'id' | 'knownAlready'>): Standing {
  return standing(enrolled.knownAlready, queries(db).one.all({ id: enrolled.id }));
}

/** The same for several open enrolments of one person, in one query: enrolment id → standing. */
export function openStandings(
  db: Db,
  whose: Whose,
  open: readonly Enrolment[],
): Map<string, Standing> {
  const rows = queries(db).open.all({ schoolId: whose.schoolId, personId: whose.personId });
  return new Map(
    open.map((e) => [
      e.id,
      standing(
        e.knownAlready,
        rows.filter((row) => row.enrolmentId === e.id),
      ),
    ]),
  );
}

/** The same for everyone for whom a session with a group counts, in one query. The caller has read those enrolments. */
export function standingsOfSession(
  db: Db,
  sessionId: string,
  enrolled: readonly Enrolment[],
): Map<string, Standing> {
  const rows = queries(db).session.all({ sessionId });
  return new Map(
    enrolled.map((e) => [
      e.id,
      standing(
        e.knownAlready,
        rows.filter((row) => row.enrolmentId === e.id),
      ),
    ]),
  );
}
