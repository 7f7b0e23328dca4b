import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rebuild } from '~/record/rebuild.server';
import { recordLeaving } from '../staff.server';
import { listStaff } from '../staff-list.server';
import { makeSchool, makeTestHouse } from '../test-house';
import { staffHeadings } from './headings';
import type { Line } from './lines';
import {
  bringIn,
  cellsOf,
  headings,
  listOf,
  print,
  standing,
  undo,
  type Written,
  written,
} from './list-for-test';
import { readList } from './read-list';
import { readTable } from './read-table';

const many = { numRuns: 40 };
/** Lists with something in every row: a row of nothing is no row. */
const rows = fc.array(written, { minLength: 1, maxLength: 7 });

test('what was printed is read again, whatever stands between cells and rows', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replaceAll('\0', '').trim());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\r\n', '\n', '\r'),
      (pairs, delimiter, end) => {
        const text = print(
          [['Full name', 'Team'], ...pairs.map(([a, b]) => [`n${a}`, b])],
          delimiter,
          end,
        );
        const read = readTable(text, staffHeadings).rows.map(({ cells }) => [
          cells.name?.[0],
          cells.teams?.[0],
        ]);
        expect(read).toEqual(pairs.map(([a, b]) => [`n${a}`, b === '' ? undefined : b]));
      },
    ),
  );
});

test('columns may stand in any order', () => {
  fc.assert(
    fc.property(rows, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (list, order) => {
      const moved = [headings, ...list.map(cellsOf)].map((cells) =>
        order.map((i) => cells[i] ?? ''),
      );
      expect(readList(print(moved)).rows).toEqual(readList(listOf(list)).rows);
    }),
    many,
  );
});

const house = makeTestHouse();
const { attune } = house;
const { lead } = await makeSchool(house);

/** Lets `work` see a school with a first list brought in an hour ago, and forgets all of it afterwards. */
function afterwardsForgotten<T>(first: Written[], work: () => T): T {
  attune.db.$client.exec('begin');
  house.clock.set('2026-09-07T09:00:00Z');
  try {
    if (first.length > 0) bringIn(attune, lead, listOf(first));
    // Some of them have left since.
    for (const { id, startDate } of listStaff(attune.db, lead.schoolId)) {
      const leaves =
        id !== lead.personId && startDate <= '2026-08-30' && startDate !== '2026-01-05';
      if (leaves) recordLeaving(attune, lead, id, '2026-08-31');
    }
    house.clock.advance(60);
    return work();
  } finally {
    attune.db.$client.exec('rollback');
  }
}

/** To the questions, in turn: one of the answers each. */
const answering = (nth: number) => {
  let n = nth;
  return ({ choices }: Line) => choices[n++ % choices.length]?.value ?? null;
};
const events = () => attune.db.$client.prepare('select count(*) from event').pluck().get();
const rowsOrNone = fc.array(written, { maxLength: 6 });

test('the same list brought in again changes nothing, and nothing goes on the record', () => {
  fc.assert(
    fc.property(rowsOrNone, rows, fc.nat(11), (before, list, nth) => {
      afterwardsForgotten(before, () => {
        // A row that is left out is about nobody: once whoever it might have meant has a number of their own, it is new.
        const answer = answering(nth);
        const deciding = ({ choices, ...line }: Line) =>
          answer({ ...line, choices: choices.filter(({ value }) => value !== 'out') });
        bringIn(attune, lead, listOf(list), deciding);
        const [stood, recorded] = [standing(attune), events()];
        const { lines } = bringIn(attune, lead, listOf(list));
        expect(lines.filter(({ after }) => after)).toEqual([]);
        expect(standing(attune)).toEqual(stood);
        expect(events()).toBe(recorded);
      });
    }),
    many,
  );
}, 60_000);

test('an import that is undone leaves the staff list as it was, and the record rebuilds', () => {
  fc.assert(
    fc.property(rowsOrNone, rows, fc.nat(11), (before, list, nth) => {
      afterwardsForgotten(before, () => {
        const stood = standing(attune);
        const { id } = bringIn(attune, lead, listOf(list), answering(nth));
        undo(attune, lead, id);
        expect(standing(attune)).toEqual(stood);
        expect(rebuild(attune.db)).toBeNull();
      });
    }),
    many,
  );
}, 60_000);

test('after an undoing the same list can be brought in as before', () => {
  fc.assert(
    fc.property(rows, (list) => {
      afterwardsForgotten([], () => {
        const { id } = bringIn(attune, lead, listOf(list));
        const brought = standing(attune);
        undo(attune, lead, id);
        bringIn(attune, lead, listOf(list));
        expect(standing(attune)).toEqual(brought);
      });
    }),
    many,
  );
}, 60_000);

test('the order of rows makes no difference', () => {
  const shuffled = rows.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(rowsOrNone, shuffled, (before, [list, moved]) => {
      const brought = (some: Written[]) =>
        afterwardsForgotten(before, () => {
          bringIn(attune, lead, listOf(some));
          return standing(attune);
        });
      expect(brought(moved)).toEqual(brought(list));
    }),
    many,
  );
}, 60_000);
