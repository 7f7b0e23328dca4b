import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ComingsPart } from './comings-part';

test('one who is still to come is one, and two are two', () => {
  const said = (toCome: number) => {
    const comings = { since: '2026-09-01', joined: [], left: [], toCome };
    return renderToStaticMarkup(<ComingsPart comings={comings} staff={40} />);
  };
  expect(said(0)).not.toContain('still to come');
  expect(said(1)).toContain('One more was on the list');
  expect(said(2)).toContain('2 more were on the list');
});
