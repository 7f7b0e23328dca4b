import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { FormAnswer } from '~/pages/form-answer.server';
import type { Actor } from '~/people/actor';
import { formTagOf } from '~/people/form-tag.server';
import { isOpen, readImport } from '~/people/staff-list/imports.server';
import { cookieFor, makeSchool, makeTestHouse, request, type TestHouse } from '~/people/test-house';
import { person, staffImport } from '~db/schema';
import * as page from './staff-list';
import * as check from './staff-list-check';

let house: TestHouse;
let lead: Actor;
let cookie: string;
beforeAll(async () => {
  house = makeTestHouse();
  ({ lead } = await makeSchool(house));
  cookie = await cookieFor(house, lead.personId);
});

type Sent = string | { file: string; bytes: Buffer<ArrayBuffer> | string };

/** Sends the form, as a browser does: a pasted list, or a file, or both. */
async function send(...sent: Sent[]): Promise<Response | FormAnswer> {
  const form = new FormData();
  form.set('formTag', formTagOf(lead.personId));
  form.set('firstDay', '2026-09-07');
  form.set('text', sent.find((one) => typeof one === 'string') ?? '');
  const file = sent.find((one) => typeof one !== 'string');
  form.set('file', file ? new File([file.bytes], file.file) : new File([], ''));
  const { context, params } = request(house, '/lead/staff-list');
  const asked = new Request('http://localhost:3000/lead/staff-list', {
    method: 'POST',
    headers: { Cookie: cookie },
    body: form,
  });
  const answer = await page.action({ request: asked, context, params });
  return 'data' in answer ? answer.data : answer;
}

const wordsOf = (answer: Response | FormAnswer) =>
  answer instanceof Response ? `${answer.status}` : Object.values(answer.errors).flat().join(' ');
const peopleNow = () => house.attune.db.select().from(person).all().length;
const listsNow = () => house.attune.db.select().from(staffImport).all().length;

const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2000, 7)]);
const fixture = (file: string) => Buffer.from(readFileSync(`tests/fixtures/staff-lists/${file}`));

test.each<[what: string, sent: Sent, words: RegExp]>([
  ['a spreadsheet', { file: 'staff.xlsx', bytes: zip }, /\.xlsx or \.ods.*Save as, “CSV UTF-8”/],
  [
    'a spreadsheet called .csv',
    { file: 'a.csv', bytes: fixture('really-a-spreadsheet.csv') },
    /\.xlsx/,
  ],
  [
    'an old spreadsheet',
    { file: 'staff.xls', bytes: Buffer.from('d0cf11e0a1b11ae10000', 'hex') },
    /\(\.xls\)/,
  ],
  ['a PDF', { file: 'staff.pdf', bytes: '%PDF-1.7\n%âãÏÓ\n' }, /This is a PDF/],
  ['a photograph', { file: 'a.jpg', bytes: Buffer.from('ffd8ffe000104a464946', 'hex') }, /picture/],
  ['a picture', { file: 'staff.csv', bytes: fixture('really-a-picture.csv') }, /picture/],
  ['a Word document', { file: 'staff.rtf', bytes: '{\\rtf1\\ansi Sam' }, /Word document/],
  ['a web page', { file: 'staff.xls', bytes: '\n<html><table><tr><td>Name' }, /web page/],
  ['a compressed file', { file: 's.gz', bytes: Buffer.from('1f8b0800', 'hex') }, /Unpack it/],
  [
    'something with noughts in it',
    { file: 's.csv', bytes: Buffer.from('Name\0\0E-mail') },
    /not text/,
  ],
  ['an empty file and no paste', { file: 's.csv', bytes: '' }, /nothing here yet/],
  ['nothing', '', /nothing here yet/],
  ['a letter', 'Dear all,\nhere is the list.', /The first row should say/],
  ['another list altogether', 'Item,Price,Quantity\nGlue,2.50,40', /The first row should say/],
  ['headings alone', 'Name,E-mail', /no people under them/],
  [
    'an open quotation mark',
    'Name,E-mail\n"Sam Lee,sam@x.example\nJo,jo@x.example',
    /never closed/,
  ],
  ['too many rows', `Name,E-mail\n${'A,b@x.example\n'.repeat(10_001)}`, /10,001 rows/],
])('%s is refused in words, and nothing is written', async (_, sent, words) => {
  const [people, lists] = [peopleNow(), listsNow()];
  expect(wordsOf(await send(sent))).toMatch(words);
  expect([peopleNow(), listsNow()]).toEqual([people, lists]);
});

test('a file and a paste at once are not guessed between', async () => {
  const file = { file: 'a.csv', bytes: 'Name,E-mail\nJo,jo@x.example' };
  const answer = await send('Name,E-mail\nSam,sam@x.example', file);
  expect(wordsOf(answer)).toMatch(/neither was read/);
  expect(answer).toMatchObject({ values: { text: expect.stringContaining('Sam,sam@x') } });
});

/** Ten thousand rows as schools have them: most are sound, and each tenth has one of the things that lists have. */
function messyList(rows: number): string {
  const odd: ((i: number) => string)[] = [
    (i) => `=VLOOKUP(A${i}),,n${i}@x.example,N${i},TA,`,
    (i) => `Dup,One${i},DUP.${i - (i % 100)}@X.example,,TA,`,
    (i) => `Dup,Two${i},dup.${i - (i % 100)}@x.EXAMPLE,,TA,`,
    (i) => `Siân,O’Hara-${i},sian.${i}@x.example,,TA,31/02/2026`,
    (i) => `SÃ­an,Ohara ${i},g.${i}@x.example,,TA,`,
    (i) => `Zofia 🌻,"Żak, ${i}",zofia.${i}@x.example,,TA,`,
    (i) => `Huge,Cell ${i},"${'x'.repeat(3000)}",,TA,`,
    () => ',,,,,',
    (i) => `No,Sign-in ${i},,,TA,`,
    (i) => `#REF!,#N/A,ref.${i}@x.example,,TA,`,
  ];
  const lines = Array.from({ length: rows }, (_, i) =>
    i % 10 === 9
      ? (odd[Math.floor(i / 10) % odd.length] ?? String)(i)
      : `Ann${i},d'Arcy ${i},ann.${i}@x.example,N${i},TA,01/09/2025`,
  );
  return ['Forename,Surname,E-mail,Staff number,Job title,Start date', ...lines].join('\r\n');
}

test('ten thousand rows of real-life mess: what is sound comes in, each other row says why not', async () => {
  const text = messyList(10_000);
  const answer = await send({ file: 'whole-trust.csv', bytes: text });
  const to = answer instanceof Response ? (answer.headers.get('Location') ?? '') : wordsOf(answer);
  const id = /\/lead\/staff-list\/([\w-]+)$/.exec(to)?.[1] ?? to;
  const before = peopleNow();
  const look = async (kind: string) => {
    const asked = request(house, `/lead/staff-list/${id}?kind=${kind}`, { cookie });
    const { open } = await check.loader({ ...asked, params: { import: id } });
    if (!open) throw new Error('The list is closed');
    return open;
  };
  const seen = await look('refuse');
  // 9,000 sound ones and 100 with an emoji; addresses that differ in capitals only are shared, and a hundred rows are empty.
  expect(seen.counts).toEqual({ add: 9100, refuse: 800 });
  const words = seen.lines.flatMap((line) => line.words).join(' ');
  for (const why of [
    'is a formula',
    'have one e-mail address',
    'no date we can read',
    'were garbled',
    'e-mail address is 3000 characters long',
    'has neither',
  ]) {
    expect(words).toContain(why);
  }
  expect(peopleNow()).toBe(before);
  const confirm = request(house, `/lead/staff-list/${id}`, {
    cookie,
    form: { formTag: formTagOf(lead.personId), formId: 'confirm', mark: seen.mark },
  });
  await check.action({ ...confirm, params: { import: id } });
  expect(peopleNow()).toBe(before + 9100);
  const done = readImport(house.attune.db, lead.schoolId, id);
  expect(isOpen(done)).toBe(false);
  expect(done.counts).toEqual({ add: 9100, refuse: 800 });
  expect((await send({ file: 'again.csv', bytes: text })) instanceof Response).toBe(true);
}, 120_000);
