import { beforeAll, expect, test } from 'vitest';
import { rightsTable } from './rights/rights-table';
import { whos } from './rights/seed-school';
import { serveRoutes } from './rights/serve-routes';
import { makeTwoSchools } from './rights/two-schools';

/** Pages that name others and tell nothing of what they learned, each for its reason. */
const tellsNothingLearned: Record<string, string> = {
  learn: 'a learner’s own first page, which names who put them down',
  'learn/:module': 'a learner’s own page, which names who led a session',
  'account/record': 'one’s own record, which names who looked',
  'account/my-data.json': 'one’s own data, which name who looked',
  'lead/joined': 'who has set a password, and nothing of what came after',
  'lead/people': 'the staff list',
  'lead/staff-list': 'who brought a staff list in',
  'lead/cohorts/:cohort': 'who is in a cohort, and what all of it was given',
  'lead/reports': 'who put their name to a report about a page',
  'lead/reports/:report': 'who put their name to a report about a page',
  roles: 'who has which role',
  'lead/ways-in': 'who has joined, and who was sent a way in',
  'read/:module/:hash?': 'who signed a version',
  'trust/leads': 'who leads the trust, and who of one’s own school could',
  'lead/settings/trust': 'who leads the trust',
};

let schools: Awaited<ReturnType<typeof makeTwoSchools>>;
let served: Awaited<ReturnType<typeof serveRoutes>>;
beforeAll(async () => {
  schools = await makeTwoSchools();
  served = await serveRoutes(schools.attune);
}, 120_000);

test('whoever opens a page on which others stand with what they learned is noted for each of them', async () => {
  const { own } = schools;
  for (const { pattern, resource } of served.routes.filter(({ reads }) => reads)) {
    const { ids = {} } = rightsTable[pattern] ?? {};
    const path = `/${pattern.replace(/:(\w+)\??/g, (_, name: string) => {
      const known = ids[name] ?? name;
      return own.ids[known] ?? own.facts[known] ?? 'x';
    })}`;
    for (const who of whos) {
      const { result, come } = await schools.andBack(() =>
        served.ask(resource ? path : `${path}.data`, { cookie: own.cookies[who] }),
      );
      if (result.status !== 200 || pattern in tellsNothingLearned) continue;
      const others = whos.filter(
        (one) => one !== who && result.text.includes(`${one} Damsonfield`),
      );
      const noted = come.some((row) => row.startsWith('access_log '));
      const said = `${who} reads ${pattern}, and finds ${others.join(', ')}`;
      expect.soft(others.length === 0 || noted, said).toBe(true);
    }
  }
}, 120_000);
