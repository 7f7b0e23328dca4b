import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { complete } from '~/learning/test-completed';
import { makeTestSchool } from '~/learning/test-school';
import { readDraft } from '~/people/drafts.server';
import { formTagOf } from '~/people/form-tag.server';
import { startSession } from '~/people/session.server';
import { cookieOf } from '~/people/test-house';
import { enrolment, personRole } from '~db/schema';
import { action, loader } from './follow-up';

test('words typed while what they look back on is set aside are kept, and the page says where', async () => {
  const { attune, ta } = makeTestSchool();
  attune.db.insert(personRole).values({ personId: ta.personId, role: 'staff', givenAt: 0 }).run();
  const { enrolmentId } = complete(attune, ta);
  attune.db.update(enrolment).set({ setAsideAt: 0 }).where(eq(enrolment.id, enrolmentId)).run();
  const address = 'http://localhost:3000/follow-up/patterns';
  const headers = { Cookie: cookieOf(await startSession(attune, ta.personId, true)) };
  const args = {
    params: { module: 'patterns' },
    context: { attune, nonce: '', address: '192.0.2.1' },
  };
  const typed = { tried: 'in part', happened: 'It went better than before.' };
  const body = new URLSearchParams({
    ...{ formTag: formTagOf(ta.personId), intent: 'save', enrolmentId },
    ...typed,
  });
  const sent = await action({
    ...args,
    request: new Request(address, { method: 'POST', headers, body }),
  });
  expect(sent).toBeInstanceOf(Response);
  expect(sent).toMatchObject({ status: 303 });
  expect((sent as Response).headers.get('Location')).toBe('/learn/patterns?aside=1');
  const key = '/follow-up/patterns#follow-up';
  expect(readDraft(attune, ta.personId, key)?.fields).toEqual(typed);
  const gone = await loader({ ...args, request: new Request(address, { headers }) }).catch(
    (refused: Response) => refused.json(),
  );
  expect(gone).toMatchObject({ onward: { to: '/account/words' } });
});
