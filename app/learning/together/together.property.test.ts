import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rebuild } from '~/record/rebuild.server';
import { verifyLive } from '~/record/verify-live.server';
import { event } from '~db/schema';
import { commitTo } from '../commitment.server';
import { cpdTypeOf, isComplete } from '../completion';
import { currentEnrolment } from '../enrolments.server';
import { standingOf } from '../facts.server';
import { continuePage } from '../pages.server';
import { readSummary } from '../scenarios.server';
import { startModule } from '../start.server';
import { testModule } from '../test-module';
import { putDown } from './put-down.server';
import { takeOff } from './take-off.server';
import { allPages, makeGroup, takesQuiz } from './test-group';

type Act =
  | { do: 'start' | 'quiz' | 'commit' | 'summary' }
  | { do: 'read'; page: string }
  | { do: 'was there' | 'was not'; at: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constantFrom('start', 'quiz', 'commit', 'summary') }),
  fc.record({ do: fc.constant('read'), page: fc.constantFrom('secure-base', 'labels') }),
  fc.record({
    do: fc.constantFrom('was there', 'was there', 'was not'),
    at: fc.integer({ min: 0, max: 2 }),
  }),
) as fc.Arbitrary<Act>;

/** What three sessions showed: the first all of it, the others a part. */
const showed = [allPages, ['labels', 'miss-miss'], ['secure-base', 'labels']];

test('whatever somebody does alone and with groups, and whoever is taken off again: complete is exactly what the facts say, once, and the record agrees', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const group = makeGroup();
      const { attune, lead, ta } = group;
      const sessions = showed.map((pages, n) => group.session(pages, `2026-09-0${n + 2}`));
      const own = { pages: new Set<string>(), scenarios: new Set<string>() };
      const at = new Set<number>();
      const inTheRoom = () => [...at].flatMap((n) => showed[n] ?? []);
      for (const next of acts) {
        const enrolled = currentEnrolment(attune.db, ta, 'patterns');
        const enrolmentId = enrolled?.id ?? '';
        const open = enrolled?.completedAt === null;
        if (next.do === 'start') startModule(attune, ta, { module: 'patterns', n: 0 });
        else if (next.do === 'was there') {
          const { counted } = putDown(attune, lead, sessions[next.at] ?? '', [ta.personId]);
          if (counted > 0) at.add(next.at);
        } else if (next.do === 'was not') {
          try {
            takeOff(attune, lead, sessions[next.at] ?? '', [ta.personId], 'recorded in error');
            at.delete(next.at);
          } catch (error) {
            expect(String(error)).toMatch(/was not there/);
          }
        } else if (enrolled) {
          if (next.do === 'quiz') takesQuiz(group, ta, false);
          if (next.do === 'commit')
            commitTo(attune, ta, { enrolmentId, what: 'x', when: '', know: '' });
          if (next.do === 'read') {
            continuePage(attune, ta, { enrolmentId, page: next.page });
            if (open) own.pages.add(next.page);
          }
          if (next.do === 'summary') {
            readSummary(attune, ta, { enrolmentId, scenario: 'im-fine' });
            own.scenarios.add('im-fine');
          }
        }
        const now = currentEnrolment(attune.db, ta, 'patterns');
        if (!now) {
          expect([...own.pages, ...own.scenarios, ...at]).toEqual([]);
          continue;
        }
        const { facts } = standingOf(attune.db, now);
        const room = inTheRoom();
        const isScenario = (id: string) => /im-fine|miss-miss/.test(id);
        const pages = new Set([...own.pages, ...room.filter((id) => !isScenario(id))]);
        const scenarios = new Set([...own.scenarios, ...room.filter(isScenario)]);
        expect([...facts.pages].sort()).toEqual([...pages].sort());
        expect([...facts.scenarios].sort()).toEqual([...scenarios].sort());
        expect(now.completedAt !== null).toBe(isComplete(testModule, facts));
        const current = group.lines(ta).filter(({ status }) => status === 'current');
        expect(current).toHaveLength(now.completedAt === null ? 0 : 1);
        const read = own.pages.size === 2 && own.scenarios.size > 0;
        if (isComplete(testModule, facts)) {
          expect(cpdTypeOf(testModule, facts)).toBe(read ? 'e-learning' : 'together');
        }
      }
      const verbs = attune.db.select({ verb: event.verb }).from(event).all();
      const n = (verb: string) => verbs.filter((one) => one.verb === verb).length;
      expect(n('completed')).toBeLessThanOrEqual(n('withdrawn') + 1);
      expect(rebuild(attune.db)).toBeNull();
      expect(verifyLive(attune.db, null, {}).join()).toMatch(/Everything fits/);
    }),
    { numRuns: 30 },
  );
});
