import { expect } from 'vitest';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { sizeNow } from '~/record/as-at.server';
import { rebuild } from '~/record/rebuild.server';
import { linesAsAt } from '~/record/rows.server';
import { verifyLive } from '~/record/verify-live.server';
import { inTransaction } from '~db/client.server';
import { attemptById } from '../attempts.server';
import { commitTo } from '../commitment.server';
import { currentEnrolment } from '../enrolments.server';
import { standingOf } from '../facts.server';
import { answerItem, openAttempt } from '../quiz.server';
import { testBank } from '../test-module';
import { makeTestSchool, type TestSchool } from '../test-school';
import { createTogether } from './sessions.server';
import { endScenario, passPage } from './showing.server';

/** For tests: a school whose people are on the record too, with somebody who leads. */
export interface Group extends TestSchool {
  lead: Actor;
  /** Somebody new, on the staff list and on the record. */
  joins: (name: string) => Actor;
  /** A session on 3 September with these pages shown; a scenario's by its summary. Its id. */
  session: (pages?: string[], heldOn?: string) => string;
  shows: (session: string, pages: string[]) => void;
  lines: (of: Actor) => ReturnType<typeof linesAsAt>;
}

export const allPages = ['secure-base', 'labels', 'im-fine'];

export function makeGroup(): Group {
  const school = makeTestSchool();
  const { attune } = school;
  const enter = (who: Actor, name: string): Actor => {
    inTransaction(attune.db, (tx) =>
      append(tx, attune.now(), {
        ...{ school: 'school', verb: 'joined', object: who.personId, person: who.personId },
        ...{ actor: 'ta', actorRole: 'lead', happenedOn: '2026-09-01' },
        data: {
          ...{ name, email: null, staffNumber: null, roleGroup: 'teaching assistant' },
          ...{ teams: [], contract: 'permanent', startDate: '2026-09-01', leaveDate: null },
        },
      }),
    );
    return who;
  };
  enter(school.ta, 'Priya Nair');
  enter(school.other, 'Dan Cole');
  const lead: Actor = { ...enter(school.join(), 'Rosalind Avery'), role: 'lead' };
  const shows: Group['shows'] = (session, pages) => {
    for (const page of pages) {
      if (/^(im-fine|miss-miss)$/.test(page)) {
        endScenario(attune, lead, { session, page, how: 'summary' });
      } else passPage(attune, lead, { session, page });
    }
  };
  return {
    ...school,
    lead,
    joins: (name) => enter(school.join(), name),
    shows,
    session: (pages = allPages, heldOn = '2026-09-03') => {
      const id = createTogether(attune, lead, { module: 'patterns', cohortId: null, heldOn });
      shows(id, pages);
      return id;
    },
    lines: ({ personId }) =>
      linesAsAt(attune.db, 'school', sizeNow(attune.db, 'school'), { person: personId }),
  };
}

/** Takes the quiz rightly and commits to one thing: what is each person's own. */
export function takesQuiz({ attune }: Pick<Group, 'attune'>, who: Actor, commits = true): void {
  const enrolmentId = currentEnrolment(attune.db, who, 'patterns')?.id ?? '';
  const attemptId = openAttempt(attune, who, { enrolmentId });
  for (const item of attemptById(attune.db, attemptId)?.items ?? []) {
    const q = testBank.find(({ id }) => id === item);
    if (!q) throw new Error(item);
    const pick =
      q.kind === 'sort'
        ? q.statements.map(({ category }) => category)
        : q.options.flatMap(({ right }, n) => (right ? [n] : []));
    answerItem(attune, who, { attemptId, item, pick, confidence: 'fairly' });
  }
  if (commits) commitTo(attune, who, { enrolmentId, what: 'Say when', when: '', know: '' });
}

/** The record verifies, and its projections follow from its events. */
export function holds({ attune }: Pick<Group, 'attune'>): void {
  expect(rebuild(attune.db)).toBeNull();
  expect(verifyLive(attune.db, null, {}).join()).toMatch(/Everything fits/);
}

/** What the completion rule looks at; nothing of whoever has not started. */
export function factsOf({ attune }: Pick<Group, 'attune'>, who: Actor) {
  const enrolled = currentEnrolment(attune.db, who, 'patterns');
  return enrolled && standingOf(attune.db, enrolled).facts;
}
