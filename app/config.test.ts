import { expect, test } from 'vitest';
import { readConfig } from './config.server';

test('with no settings it serves on loopback at port 3000', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    origin: 'http://localhost:3000',
    secure: false,
  });
});

test('an https origin makes cookies secure and loses its trailing slash', () => {
  expect(readConfig({ ORIGIN: 'https://cpd.school.example/' })).toMatchObject({
    origin: 'https://cpd.school.example',
    secure: true,
  });
});

test('every wrong setting is named at once, with what is wrong', () => {
  expect(() => readConfig({ PORT: 'abc', LOG_LEVEL: 'loud' })).toThrow(/PORT: [\s\S]*LOG_LEVEL: /);
});
