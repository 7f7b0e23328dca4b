import { expect, test } from 'vitest';
import { readConfig } from './config.server';

const from = 'Elm Road training <cpd@elm.example>';
const mail = (SMTP_URL: string, more: Record<string, string> = {}) =>
  readConfig({ SMTP_URL, MAIL_FROM: from, ...more }).mail;

test('with neither set, no mail is sent', () => {
  expect(readConfig({}).mail).toBeNull();
  expect(readConfig({ SMTP_URL: '', MAIL_FROM: '' }).mail).toBeNull();
});

test('a server elsewhere is asked for STARTTLS, and nothing is handed in without', () => {
  expect(mail('smtp://cpd:s%40cret%2F@mail.school.example')).toEqual({
    host: 'mail.school.example',
    port: 587,
    secure: false,
    requireTls: true,
    auth: { user: 'cpd', pass: 's@cret/' },
    from: { name: 'Elm Road training', address: 'cpd@elm.example' },
  });
});

test('smtps speaks TLS from the start; loopback and ?tls=no go without', () => {
  expect(mail('smtps://mail.school.example')).toMatchObject({ port: 465, secure: true });
  expect(mail('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, requireTls: false });
  expect(mail('smtp://[::1]:2525')).toMatchObject({ host: '::1', requireTls: false });
  expect(mail('smtp://mail.school.example:25?tls=no')).toMatchObject({ requireTls: false });
});

test('the sender may be a bare address', () => {
  expect(mail('smtp://localhost', { MAIL_FROM: 'cpd@elm.example' })?.from).toEqual({
    name: 'Attune',
    address: 'cpd@elm.example',
  });
});

test.each([
  ['http://mail.school.example', from, /SMTP_URL: write it like/],
  ['mail.school.example', from, /SMTP_URL: write it like/],
  ['smtp://cpd@mail.school.example', from, /SMTP_URL: has a name and no password/],
  ['smtp://cpd:100%zz@mail.school.example', from, /SMTP_URL: has a %/],
  ['smtp://mail.school.example?ssl=1', from, /SMTP_URL: knows one option/],
  ['smtp://mail.school.example', '', /MAIL_FROM: say from whom/],
  ['smtp://mail.school.example', 'a@b.example\r\nBcc: c@d.example', /MAIL_FROM: say from whom/],
  ['', from, /MAIL_FROM: is set, but SMTP_URL is not/],
])('%s with %j is refused in words', (SMTP_URL, MAIL_FROM, words) => {
  expect(() => readConfig({ SMTP_URL, MAIL_FROM })).toThrow(words);
});

test('a password is never in the words', () => {
  expect(() => readConfig({ SMTP_URL: 'ftp://cpd:hunter2@mail.school.example' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  );
});
