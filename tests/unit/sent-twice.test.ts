import { expect, test } from 'vitest';
import { formTagOf } from '~/people/form-tag.server';
import { may } from '~/people/rights';
import { londonDate } from '~/record/london-date';
import { rightsTable } from './rights/rights-table';
import { whos } from './rights/seed-school';
import { serveRoutes } from './rights/serve-routes';
import { makeTwoSchools } from './rights/two-schools';

/** Forms that mean something each time they are sent, by route and name. */
const meantEachTime: Record<string, string> = {
  'lead/joined only': 'a new code takes the place of the one before, which is not known any more',
  'lead/joined ticked': 'the same',
  'lead/people/:person/way-in way in': 'the same',
  'lead/ways-in mail': 'the same, and the newest message holds the code that is good',
  'lead/quiz-codes make': 'the same',
  'trust code': 'the same',
  'lead/pathways copy': 'a copy to be changed; there may be several',
  'lead/staff-list text':
    'only read, to be looked through; what nobody confirms is gone after a day',
  'lead/sessions/:session names': 'the same',
};

/** Of what is written about whoever asks, and not by the form. */
const beside = /^(session|access_log) /;

test('a form that is sent twice, as without JavaScript it can be, makes nothing twice', async () => {
  const { attune, own, andBack } = await makeTwoSchools();
  const { routes, ask } = await serveRoutes(attune);
  const today = londonDate(attune.now());
  const made = async (times: number, send: () => Promise<unknown>) => {
    const { come, gone } = await andBack(async () => {
      for (let n = 0; n < times; n += 1) await send();
    });
    const tables = new Map<string, number>();
    const count = (rows: string[], by: number) => {
      for (const row of rows.filter((one) => !beside.test(one))) {
        const table = row.slice(0, row.indexOf(' '));
        tables.set(table, (tables.get(table) ?? 0) + by);
      }
    };
    count(come, 1);
    count(gone, -1);
    return tables;
  };
  const tried: string[] = [];
  for (const { pattern } of routes) {
    const { sends, forms = {}, ids = {}, as } = rightsTable[pattern] ?? {};
    if (typeof sends !== 'string') continue;
    for (const [name, form] of Object.entries(forms)) {
      const route = `${pattern} ${name}`;
      if (form.refused || route in meantEachTime) continue;
      const who =
        form.as ??
        as ??
        whos.find((one) => {
          const { role } = own.actors[one];
          return may({ roles: role === 'system' ? [] : ['staff', role] }, sends);
        });
      if (!who) throw new Error(`Nobody may send ${route}`);
      const path = `/${pattern.replace(/:(\w+)\??/g, (_, param: string) => {
        const known = form.ids?.[param] ?? ids[param] ?? param;
        return own.ids[known] ?? own.facts[known] ?? '';
      })}`;
      const fields = {
        formTag: formTagOf(own.actors[who].personId),
        ...form.fields(own, today),
      };
      const send = () => ask(path, { cookie: own.cookies[who], form: fields });
      const [once, twice] = [await made(1, send), await made(2, send)];
      for (const [table, rows] of twice) {
        const more = rows - (once.get(table) ?? 0);
        expect.soft(more, `rows more in ${table} after ${route} is sent again`).toBe(0);
      }
      tried.push(route);
    }
  }
  expect(tried).toEqual(
    expect.arrayContaining([
      ...['evidence/changes/new change', 'evidence/impact/new measure', 'evidence/governors make'],
    ]),
  );
}, 120_000);
