import { and, asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { attempt, event, eventDetail } from '~db/schema';
import type { Confidence } from '~db/schema/learning';
import { answersOf, attemptById, attemptsOf } from '../attempts.server';
import { shownOrder } from '../draw.server';
import { currentEnrolment } from '../enrolments.server';
import { standingOf } from '../facts.server';
import { answerItem, openAttempt } from '../quiz.server';
import { startModule } from '../start.server';
import { testBank } from '../test-module';
import { makeTestSchool } from '../test-school';
import { enterSheet, openSheet } from './enter.server';
import { lettersOf, readLetters } from './letters';
import { anyPick } from './picks-for-test';
import { printSheets } from './print.server';
import { sheetOf } from './sheet-rows.server';

const school = makeTestSchool();
const { attune } = school;
const { db } = attune;
const lead: Actor = { ...school.other, role: 'lead' };

const picks = fc.record(Object.fromEntries(testBank.map((one) => [one.id, anyPick(one)])));
const sureness = fc.constantFrom<Confidence>('sure', 'fairly', 'guess');

function enrolmentOf(who: Actor) {
  const enrolled = currentEnrolment(db, who, 'patterns');
  if (!enrolled) throw new Error('not started');
  return enrolled;
}

/** The data of the events of one verb about somebody, but for who did it. */
function dataOf(who: Actor, verb: string): Record<string, unknown>[] {
  const ids = db
    .select({ id: event.id })
    .from(event)
    .innerJoin(eventDetail, eq(eventDetail.eventId, event.id))
    .where(
      and(
        eq(event.verb, verb),
        eq(eventDetail.name, 'person'),
        eq(eventDetail.value, who.personId),
      ),
    )
    .all();
  return ids.map(({ id }) =>
    Object.fromEntries(
      db
        .select()
        .from(eventDetail)
        .where(eq(eventDetail.eventId, id))
        .orderBy(asc(eventDetail.name))
        .all()
        .map(({ name, value }) => [name, value]),
    ),
  );
}

test('a go typed in from paper is marked, kept and recorded as the same answers on a phone are, whatever they are', () => {
  fc.assert(
    fc.property(picks, sureness, (said, confidence) => {
      const [phone, paper] = [school.join(), school.join()];
      const enrolmentId = startModule(attune, phone, { module: 'patterns' });
      const go = attemptById(db, openAttempt(attune, phone, { enrolmentId }));
      if (!go) throw new Error('no go');

      printSheets(attune, lead, { module: 'patterns', personIds: [paper.personId] });
      const sheet = sheetOf(db, enrolmentOf(paper).id);
      if (!sheet?.attemptId) throw new Error('no sheet');
      // The same draw, so that the two can be compared to the last bit.
      const { seed, items } = go;
      db.update(attempt).set({ seed, items }).where(eq(attempt.id, sheet.attemptId)).run();

      for (const question of go.items.flatMap((id) => testBank.find((q) => q.id === id) ?? [])) {
        // A browser sends ticks in the order in which they stand on the page.
        const shown = shownOrder(seed, question);
        const pick = said[question.id] ?? [];
        const sent = question.kind === 'sort' ? pick : shown.filter((n) => pick.includes(n));
        answerItem(attune, phone, { attemptId: go.id, item: question.id, pick: sent, confidence });
      }
      const given = openSheet(attune, paper.schoolId, sheet.number).items.map(
        ({ question, order }) => {
          const typed = lettersOf(question, order, said[question.id] ?? []);
          const read = readLetters(question, order, typed);
          return { item: question.id, pick: 'pick' in read ? read.pick : null, confidence };
        },
      );
      enterSheet(attune, lead, { number: sheet.number, given });

      const stand = (who: Actor) => standingOf(db, enrolmentOf(who)).facts;
      expect(stand(paper)).toEqual(stand(phone));
      const kept = (who: Actor) =>
        attemptsOf(db, enrolmentOf(who).id)
          .flatMap((one) => answersOf(db, one.id))
          .sort((a, b) => (a.item < b.item ? -1 : 1));
      expect(kept(paper)).toEqual(kept(phone));
      expect(school.verbs(paper)).toEqual(school.verbs(phone));

      const [onPhone] = dataOf(phone, 'marked');
      const [onPaper] = dataOf(paper, 'marked');
      if (!onPaper) {
        expect(onPhone).toBeUndefined();
        return;
      }
      const { actor, actorRole, person, object, onPaper: how, ...rest } = onPaper;
      expect({ actor, actorRole, how }).toEqual({
        ...{ actor: lead.personId, actorRole: 'lead', how: true },
      });
      expect(onPhone).toMatchObject(rest);
    }),
    { numRuns: 40 },
  );
});
