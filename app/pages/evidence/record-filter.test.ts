import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sizeAsAt } from '~/record/as-at.server';
import { noTeam } from '~/record/coverage';
import { coverageAsAt } from '~/record/coverage.server';
import { histories, live } from '~/record/example-history';
import { filterChoices } from '~/record/filter-choices.server';
import { linesAsAt } from '~/record/rows.server';
import { makeTestDb } from '../../../tests/fixtures/test-db';
import { readRecordFilter } from './record-filter.server';

test('every figure of “Who is trained” opens to the rows of just the people it counts', () => {
  fc.assert(
    fc.property(histories, fc.boolean(), (history, some) => {
      const db = makeTestDb();
      const { days } = live(db, history);
      for (const date of [days[Math.floor(days.length / 2)] ?? '', days.at(-1) ?? '']) {
        const size = sizeAsAt(db, 'willow', date);
        const choices = filterChoices(db, 'willow', size);
        const teams = some ? choices.teams.slice(0, 1) : [];
        const began = days[0] ?? '';
        const asked = { date, size, began, module: null, teams };
        const { detail } = coverageAsAt(db, 'willow', asked);
        if (!detail) continue;
        const { module } = detail;
        /** How many people the rows behind a figure are of. */
        const behind = (of: { roleGroup?: string; team?: string }, more = {}) => {
          const address = new URLSearchParams({ status: 'current', staff: 'then', ...more });
          for (const team of teams) address.append('among', team);
          const { lines } = readRecordFilter(address, { module, ...of }, choices, date);
          const rows = linesAsAt(db, 'willow', size, lines);
          const whole = rows.filter(({ cpdType }) => cpdType !== 'refresher');
          return new Set(whole.map(({ personId }) => personId)).size;
        };
        expect(behind({})).toBe(detail.trained);
        for (const { group, trained } of detail.roleGroups) {
          expect(behind({ roleGroup: group })).toBe(trained);
        }
        for (const { group, trained } of detail.teams)
          expect(behind({ team: group })).toBe(trained);
        for (const { group, trained } of detail.contracts) {
          expect(behind({}, { contract: group })).toBe(trained);
        }
        expect(behind({}, { staff: 'new' })).toBe(detail.newStarters.trained);
      }
      db.$client.close();
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('what is not on the record of that day is said, and what is there is not', () => {
  const choices = {
    ...{ roleGroups: ['teacher'], teams: ['Year 4'], someInNoTeam: true, contracts: ['permanent'] },
    modules: [{ module: 'repair', title: 'Repair' }],
  };
  const asked = (query: string, filter = {}) =>
    readRecordFilter(new URLSearchParams(query), filter, choices, '2026-03-14').unknown;
  expect(asked('status=done&staff=all&contract=zero&among=Year+9')).toEqual([
    ...['Year 9', 'zero', 'done', 'all'],
  ]);
  expect(asked('', { module: 'nope', team: 'Year 4', roleGroup: 'wizard' })).toEqual([
    ...['wizard', 'nope'],
  ]);
  expect(asked('status=current&staff=new&among=Year+4', { team: noTeam })).toEqual([]);
});
