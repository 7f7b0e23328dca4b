import { expect, test } from 'vitest';
import type { Overview } from '~/learning/overview.server';
import { markup } from '~/ui/markup-for-test';
import { ModuleIntro, roleLine } from './about-module';

const overview = (...intro: Overview['intro']) =>
  ({
    intro,
    outcomes: ['Notice'],
    minutes: 20,
    audience: 'All staff',
    version: 1,
    reviewed: 'Not yet externally reviewed.',
  }) as unknown as Overview;
const linksIn = (...intro: Overview['intro']) =>
  markup(<ModuleIntro shown={overview(...intro)} />).match(/href="\/guide\/looking-after-yourself/g)
    ?.length ?? 0;

const link = '<p>See <a href="/guide/looking-after-yourself">Looking after yourself</a>.</p>';

test('the way to looking after oneself is there, and only once when the introduction has it', () => {
  expect(linksIn({ type: 'prose', html: '<p>Why it matters</p>' })).toBe(1);
  expect(linksIn({ type: 'prose', html: link })).toBe(1);
  expect(linksIn({ type: 'card', id: 'start', title: 'Before you start', html: link })).toBe(1);
  expect(
    linksIn({ type: 'prose', html: link.replace('yourself"', 'yourself#people-to-talk-to"') }),
  ).toBe(1);
});

test('what is asked of people is said once as well', () => {
  const times = (html: string) =>
    markup(<ModuleIntro shown={overview({ type: 'prose', html })} />).split(roleLine).length - 1;
  expect(times('<p>Why</p>')).toBe(1);
  expect(times(`<p>${roleLine}</p>`)).toBe(1);
});
