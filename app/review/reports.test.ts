import { expect, test } from 'vitest';
import { testModule } from '~/learning/test-module';
import { makeTestSchool, type TestSchool } from '~/learning/test-school';
import { contentReport, person } from '~db/schema';
import {
  answersAbout,
  closeReport,
  deleteOldReports,
  type NewReport,
  openReports,
  reopenReport,
  reportsBy,
  reportsTo,
  sendReport,
} from './reports.server';

const about = (more: Partial<NewReport> = {}): NewReport => ({
  id: crypto.randomUUID(),
  module: testModule.slug,
  page: 'labels',
  contentHash: testModule.contentHash,
  kind: 'fact',
  words: 'The date is last year’s',
  named: false,
  ...more,
});
const lead = { schoolId: 'school' };

function send(school: TestSchool, more?: Partial<NewReport>) {
  const report = about(more);
  sendReport(school.attune, school.ta, report);
  return report.id;
}

test('a report reaches the lead with its page and version, and unnamed unless its sender says so', () => {
  const school = makeTestSchool();
  send(school);
  send(school, { named: true, words: '' });
  const reports = reportsTo(school.attune, 'school');
  expect(reports.map(({ name, words }) => [name, words])).toEqual(
    expect.arrayContaining([
      [null, 'The date is last year’s'],
      ['Priya Nair', ''],
    ]),
  );
  expect(reports[0]).toMatchObject({
    page: 'labels',
    contentHash: testModule.contentHash,
    version: 1,
    sentOn: '2026-09-07',
    closedOn: null,
  });
});

test('nothing in the row of an unnamed report tells who sent it or at what time, and its words are not readable', () => {
  const school = makeTestSchool();
  send(school);
  const [row] = school.attune.db.select().from(contentReport).all();
  expect(row?.personId).toBeNull();
  const stored = JSON.stringify(row);
  for (const { id, name } of school.attune.db.select().from(person).all()) {
    expect(stored).not.toContain(`"${id}"`);
    expect(stored).not.toContain(name);
  }
  expect(stored).not.toContain('last year');
  expect(stored).not.toMatch(/\d{13}/);
});

test('sending the same form twice reports once', () => {
  const school = makeTestSchool();
  const report = about();
  sendReport(school.attune, school.ta, report);
  sendReport(school.attune, school.ta, { ...report, words: 'changed' });
  expect(reportsTo(school.attune, 'school').map(({ words }) => words)).toEqual([report.words]);
});

test('a page that the version does not have cannot be reported', () => {
  const school = makeTestSchool();
  expect(() => send(school, { page: 'nowhere' })).toThrow('no such page');
  expect(() => send(school, { contentHash: 'unknown' })).toThrow('no such page');
  expect(() => send(school, { module: 'other' })).toThrow('no such page');
  send(school, { page: '' });
  expect(openReports(school.attune.db, 'school')).toBe(1);
});

test('an answer stands on the page for everyone, without the words it answers', () => {
  const school = makeTestSchool();
  const id = send(school);
  closeReport(school.attune, lead, { id, answer: ' Mended, thank you. ' });
  const { db } = school.attune;
  expect(answersAbout(db, 'school', testModule.slug, 'labels')).toEqual([
    { kind: 'fact', answer: 'Mended, thank you.', closedOn: '2026-09-07' },
  ]);
  expect(answersAbout(db, 'school', testModule.slug, 'secure-base')).toEqual([]);
  expect(openReports(db, 'school')).toBe(0);
  reopenReport(school.attune, lead, id);
  expect(answersAbout(db, 'school', testModule.slug, 'labels')).toEqual([]);
  expect(openReports(db, 'school')).toBe(1);
});

test('closed without words, nothing stands on the page', () => {
  const school = makeTestSchool();
  closeReport(school.attune, lead, { id: send(school), answer: ' ' });
  expect(answersAbout(school.attune.db, 'school', testModule.slug, 'labels')).toEqual([]);
});

test('another school’s lead neither sees a report nor closes it', () => {
  const school = makeTestSchool();
  const id = send(school);
  expect(reportsTo(school.attune, 'elsewhere')).toEqual([]);
  expect(() => closeReport(school.attune, { schoolId: 'elsewhere' }, { id, answer: 'x' })).toThrow(
    'no such report',
  );
  expect(openReports(school.attune.db, 'school')).toBe(1);
});

test('a named report is in its sender’s own download, an unnamed one in nobody’s', () => {
  const school = makeTestSchool();
  send(school);
  send(school, { named: true });
  expect(reportsBy(school.attune, school.ta)).toHaveLength(1);
  expect(reportsBy(school.attune, school.other)).toEqual([]);
});

test('a closed report is deleted after a year, an open one waits', () => {
  const school = makeTestSchool();
  const id = send(school);
  send(school);
  closeReport(school.attune, lead, { id, answer: '' });
  const on = (day: string) => ({ ...school.attune, now: () => new Date(`${day}T12:00:00Z`) });
  deleteOldReports(on('2027-09-07'));
  expect(reportsTo(school.attune, 'school')).toHaveLength(2);
  deleteOldReports(on('2027-09-08'));
  expect(reportsTo(school.attune, 'school').map(({ closedOn }) => closedOn)).toEqual([null]);
});
