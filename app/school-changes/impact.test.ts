import { expect, test } from 'vitest';
import { makeSchool, makeTestHouse } from '~/people/test-house';
import {
  correctMeasure,
  type Measured,
  measuresAsAt,
  takeOffMeasure,
  writeMeasure,
} from './impact.server';

const measured: Measured = {
  ...{ level: 5, what: 'Suspensions in Years 3 to 6', figure: 'count', unit: 'suspensions' },
  ...{ before: '14', after: '9', beforeOf: null, afterOf: null },
  ...{ beforePeriod: 'Autumn 2024', afterPeriod: 'Autumn 2025', source: 'School census' },
  ...{ beforeUntil: '2024-12-20', afterUntil: '2025-12-19' },
  alsoChanged: 'A new deputy head, and a smaller Year 6.',
};

async function school() {
  const house = makeTestHouse();
  const { lead } = await makeSchool(house);
  const { attune, clock } = house;
  const on = (day: string) => measuresAsAt(attune.db, lead.schoolId, day).map(({ what }) => what);
  return { attune, clock, lead, on };
}

test('a measure stands from its day to the day it is taken off, and past days keep it', async () => {
  const { attune, clock, lead, on } = await school();
  const id = writeMeasure(attune, lead, measured);
  clock.set('2026-10-05T09:00:00Z');
  const stranger = { ...lead, schoolId: 'elsewhere' };
  expect(() => takeOffMeasure(attune, stranger, id, false)).toThrow(/no such measure/);
  takeOffMeasure(attune, lead, id, false);
  expect(on('2026-09-06')).toEqual([]);
  expect(on('2026-10-04')).toEqual([measured.what]);
  expect(on('2026-10-05')).toEqual([]);
  const named = writeMeasure(attune, lead, { ...measured, what: 'Kofi’s attendance' });
  clock.set('2026-10-06T09:00:00Z');
  takeOffMeasure(attune, lead, named, true);
  expect(on('2026-10-05')).toEqual([]);
  expect(measuresAsAt(attune.db, 'elsewhere', '2026-10-04')).toEqual([]);
});

test('a measure that is corrected stands once, as it is now, and past days keep what stood on them', async () => {
  const { attune, clock, lead, on } = await school();
  const id = writeMeasure(attune, lead, measured);
  clock.set('2026-10-05T09:00:00Z');
  const right = { ...measured, what: 'Suspensions in Years 3 to 5' };
  expect(() => correctMeasure(attune, lead, id, { ...right, after: '4' })).toThrow(/Fewer than/);
  expect(on('2026-10-05')).toEqual([measured.what]);
  correctMeasure(attune, lead, id, right);
  expect(on('2026-10-04')).toEqual([measured.what]);
  expect(on('2026-10-05')).toEqual([right.what]);
  expect(() => correctMeasure(attune, lead, id, measured)).toThrow(/no such measure/);
});

test('a form that is sent twice makes one measure, or corrects it once', async () => {
  const { attune, lead, on } = await school();
  const id = writeMeasure(attune, lead, measured);
  // How many a count is of is not kept.
  expect(writeMeasure(attune, lead, { ...measured, beforeOf: 200 })).toBe(id);
  const other = writeMeasure(attune, lead, { ...measured, afterPeriod: 'Spring 2025, all of it' });
  expect(other).not.toBe(id);
  expect(on('2026-09-07')).toHaveLength(2);
  const right = { ...measured, what: 'Suspensions in Years 3 to 5' };
  const corrected = correctMeasure(attune, lead, id, right);
  expect(correctMeasure(attune, lead, id, right)).toBe(corrected);
  expect(correctMeasure(attune, lead, corrected, right)).toBe(corrected);
  expect(on('2026-09-07')).toHaveLength(2);
  expect(correctMeasure(attune, lead, other, right)).toBe(corrected);
  expect(on('2026-09-07')).toEqual([right.what]);
  const elsewhere = { ...lead, schoolId: 'elsewhere' };
  expect(() => correctMeasure(attune, elsewhere, id, right)).toThrow(/no such measure/);
});

test('what is put right shows the day on which it was first written down, and what it said', async () => {
  const { attune, clock, lead } = await school();
  const as = (day: string) => measuresAsAt(attune.db, lead.schoolId, day);
  const first = writeMeasure(attune, lead, measured);
  writeMeasure(attune, lead, { ...measured, what: 'Another' });
  clock.set('2026-10-05T09:00:00Z');
  const second = correctMeasure(attune, lead, first, { ...measured, after: '11' });
  clock.set('2026-10-07T09:00:00Z');
  const third = correctMeasure(attune, lead, second, { ...measured, after: '12' });
  expect(as('2026-10-07')).toMatchObject([
    {
      ...{ id: third, after: '12', writtenOn: '2026-10-07', firstWrittenOn: '2026-09-07' },
      earlier: [
        { after: '11', writtenOn: '2026-10-05' },
        { after: '9', writtenOn: '2026-09-07' },
      ],
    },
    { what: 'Another', firstWrittenOn: '2026-09-07', earlier: [] },
  ]);
  expect(as('2026-10-06')[0]).toMatchObject({ id: second, earlier: [{ after: '9' }] });
  expect(as('2026-10-04').map(({ earlier }) => earlier)).toEqual([[], []]);
  takeOffMeasure(attune, lead, third, true);
  for (const day of ['2026-10-04', '2026-10-06', '2026-10-07'])
    expect(as(day).map(({ what }) => what)).toEqual(['Another']);
});

test('a time that is not over, or not the later of the two, has no figure', async () => {
  const { attune, lead, on } = await school();
  const write = (more: Partial<Measured>) => () =>
    writeMeasure(attune, lead, { ...measured, ...more });
  expect(write({ afterUntil: '2026-09-08' })).toThrow(/still to come/);
  expect(write({ beforeUntil: '2025-12-19' })).toThrow(/has to end later/);
  expect(write({ beforePeriod: 'Summer 2031' })).toThrow(/names 2031, and its last day is in 2024/);
  expect(write({ beforePeriod: 'Autumn of 2024/2025', afterUntil: '2026-09-07' })).not.toThrow();
  expect(on('2026-09-07')).toEqual([measured.what]);
});

test('a figure of fewer than five is kept nowhere', async () => {
  const { attune, lead, on } = await school();
  expect(() => writeMeasure(attune, lead, { ...measured, after: '4' })).toThrow(/Fewer than five/);
  const share = { ...measured, figure: 'share', before: '40', after: '50', beforeOf: 60 } as const;
  expect(() => writeMeasure(attune, lead, { ...share, afterOf: 8 })).toThrow(
    /50% of 8 would be about 4/,
  );
  expect(() => writeMeasure(attune, lead, { ...share, afterOf: null })).toThrow(/of how many/);
  expect(on('2026-09-07')).toEqual([]);
});
