import { expect, test } from 'vitest';
import { dialled, numbersAsOf } from './numbers';
import { factsFile } from './schemas';

const fact = (value: string, dial?: string, asOf = '2026-05-31') => ({
  id: 'line',
  value,
  ...(dial ? { dial } : {}),
  asOf,
  source: 'line',
  reviewBy: '2027-05-31',
});
const reads = (value: string, dial: string) => factsFile.safeParse([fact(value, dial)]).success;

test('the number is what the value begins with', () => {
  expect(dialled('0808 2000 247')).toBe('0808 2000 247');
  expect(dialled('111, then the mental health option (2)')).toBe('111');
  expect(dialled('+44 1632 960101 in the day')).toBe('+44 1632 960101');
  expect(dialled('ring the office')).toBe('');
});

test('what is dialled is the number that is read, and nothing else can be linked to', () => {
  expect(reads('0808 2000 247', 'tel:08082000247')).toBe(true);
  expect(reads('111, then option 2', 'tel:111')).toBe(true);
  expect(reads('85258', 'sms:85258?body=SHOUT')).toBe(true);
  expect(reads('0808 2000 247', 'tel:08082000248')).toBe(false);
  expect(reads('the office', 'tel:08082000247')).toBe(false);
  expect(reads('0808 2000 247', 'javascript:08082000247')).toBe(false);
});

test('a guide’s numbers are as old as the oldest of them; without any there is nothing to say', () => {
  const facts = [
    fact('111', 'tel:111'),
    fact('116 123', 'tel:116123', '2026-03-01'),
    fact('22', undefined, '2020-01-01'),
  ];
  expect(numbersAsOf(facts)).toBe('The telephone numbers here are as of 1 March 2026.');
  expect(numbersAsOf(facts.slice(2))).toBeNull();
});
