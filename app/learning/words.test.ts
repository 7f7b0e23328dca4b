import { expect, test } from 'vitest';
import { saveDraft } from '~/people/drafts.server';
import { makeTestSchool } from './test-school';
import { typedDrafts, wordsOf } from './words.server';

test('of what is not sent yet only words are listed, not what was marked nor an emptied box', () => {
  const { attune, ta } = makeTestSchool();
  const keep = (key: string, fields: Record<string, string>) =>
    saveDraft(attune, ta.personId, key, fields);
  keep('/learn/m/p#check-q', { intent: 'check', question: 'q', 'pick-q-0': '1' });
  keep('/learn/m/quiz#item-q', { 'pick-q': '0', confidence: 'sure' });
  keep('/learn/m/s#why-s-0', { intent: 'choose', choice: '1', why: ' ' });
  keep('/learn/m/p#reflect-r', { 'words-r': 'She looked away.' });
  keep('/lead/people/new#details', { name: 'Jo' });
  const { drafts } = wordsOf(attune, ta);
  expect(drafts).toHaveLength(5);
  const listed = typedDrafts(attune, ta.personId, drafts).map(({ key, texts }) => [key, texts]);
  expect(listed.sort()).toEqual([
    ['/lead/people/new#details', ['Jo']],
    ['/learn/m/p#reflect-r', ['She looked away.']],
  ]);
});
