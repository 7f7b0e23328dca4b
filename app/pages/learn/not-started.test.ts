import { expect, test } from 'vitest';
import { makeTestSchool } from '~/learning/test-school';
import { startSession } from '~/people/session.server';
import { cookieOf } from '~/people/test-house';
import { personRole } from '~db/schema';
import { loader } from './page';

test('whoever sends “Something wrong here?” before they start is thanked on the module’s first page', async () => {
  const { attune, ta } = makeTestSchool();
  attune.db.insert(personRole).values({ personId: ta.personId, role: 'staff', givenAt: 0 }).run();
  const cookie = cookieOf(await startSession(attune, ta.personId, true));
  const open = (path: string) =>
    loader({
      request: new Request(`http://localhost:3000${path}`, { headers: { Cookie: cookie } }),
      params: { module: 'patterns', page: 'labels' },
      context: { attune, nonce: '', address: '192.0.2.1' },
    }).then(
      () => 'read',
      (thrown: Response) => thrown.headers.get('Location'),
    );
  expect(await open('/learn/patterns/labels?reported=1')).toBe('/learn/patterns?reported=1');
  expect(await open('/learn/patterns/labels')).toBe('/learn/patterns');
});
