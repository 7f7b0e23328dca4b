import { expect, test } from 'vitest';
import type { Role } from '~db/schema';
import { firstScreen, may, type Right, roleActing } from './rights';

const rights: Right[] = [
  'learn',
  'manage people',
  'give roles',
  'give the head’s role',
  'keep the staff list',
  'manage cohorts',
  'record sessions',
  'see module drafts',
  'see the training record',
  'export the training record',
  'read modules whole',
  'see what was hard',
  'prepare the school',
];

const of = (...roles: Role[]) => rights.filter((right) => may({ roles }, right));

test('the office keeps the staff list, and of itself may do nothing else', () => {
  expect(of('office')).toEqual(['keep the staff list']);
  expect(of('staff', 'office')).toEqual(['learn', 'keep the staff list']);
});

test('staff learn and no more; the lead keeps the staff list too, and the head does not', () => {
  expect(of('staff')).toEqual(['learn']);
  expect(of('lead')).toContain('keep the staff list');
  expect(of('head')).not.toContain('keep the staff list');
});

test('leads and heads give roles, the head’s is a head’s to give, and nobody else gives any', () => {
  for (const right of ['give roles', 'give the head’s role'] as const) {
    expect(of('staff', 'office')).not.toContain(right);
    expect(of('head')).toContain(right);
  }
  expect(of('lead')).toContain('give roles');
  expect(of('lead')).not.toContain('give the head’s role');
});

test('what the office does is recorded as the office’s, and what a lead does as the lead’s', () => {
  expect(roleActing({ roles: ['staff', 'office'] }, 'keep the staff list')).toBe('office');
  expect(roleActing({ roles: ['staff', 'lead'] }, 'keep the staff list')).toBe('lead');
});

test('each first screen is one that its person may open', () => {
  expect(firstScreen({ roles: ['staff'] })).toBe('/learn');
  expect(firstScreen({ roles: ['staff', 'office'] })).toBe('/lead/people');
  expect(firstScreen({ roles: ['staff', 'head', 'office'] })).toBe('/evidence');
  expect(firstScreen({ roles: ['staff', 'lead', 'office'] })).toBe('/lead');
});
