import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { addPeople, makeSchool, makeTestHouse } from '~/people/test-house';
import { sizeNow } from '~/record/as-at.server';
import { tableCsv } from '~/record/export/table-csv';
import { recordAttendance } from './attendance.server';
import { externalCpd } from './external-cpd.server';
import { createSession, noteAboutSession } from './sessions.server';

test('each session has its day, its hours, for whom it was, how many came and what it cost', async () => {
  const house = makeTestHouse();
  const { lead } = await makeSchool(house);
  const [jo = '', sam = ''] = addPeople(house, lead, 2);
  const { db } = house.attune;
  const course = createSession(house.attune, lead, {
    ...{ title: '=cmd|calc', kind: 'external course', provider: 'Rowan, Ash & “Co”' },
    ...{ heldOn: '2026-09-02', minutes: 50, costPence: 12_050, fund: 'Pupil Premium Plus' },
  });
  noteAboutSession(house.attune, lead, course, { evaluation: '-1 hour for notes; =useful' });
  const before = sizeNow(db, lead.schoolId);
  recordAttendance(house.attune, lead, course, [jo, sam]);
  const csv = async (size: number) =>
    parse(await buffer(Readable.from(tableCsv(externalCpd(db, lead.schoolId, size)))), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
  expect(await csv(before)).toEqual([]);
  expect(await csv(sizeNow(db, lead.schoolId))).toEqual([
    {
      date: '2026-09-02',
      title: "'=cmd|calc",
      provider: 'Rowan, Ash & “Co”',
      type: 'external course',
      hours: '0.83',
      audience: expect.stringMatching(/^[a-z ]+$/),
      attendees_n: '2',
      cost: '120.5',
      funding: 'PP+',
      evaluation_note: "'-1 hour for notes; =useful",
    },
  ]);
  expect(await csv(0)).toEqual([]);
});
