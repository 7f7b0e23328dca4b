import { Notice } from '~/ui/notice';
import { people } from './in-words';

const words: Record<string, (n: number) => { title: string; text: string }> = {
  made: () => ({
    title: 'Noted',
    text: 'Nobody is on the record for it yet. Say below who was there.',
  }),
  there: (n) => ({
    title: n === 0 ? 'Nothing to add' : 'On the record',
    text:
      n === 0
        ? 'All of them were on the record for it already.'
        : `${people(n)} put on the record for it. Each of them sees it in their own record.`,
  }),
  off: (n) => ({
    title: 'Taken off',
    text: `${people(n)} taken off. The entry that put them down stays readable in the record.`,
  }),
  corrected: (n) => ({
    title: 'Put right',
    text: `Corrected for ${people(n)}. What was entered before stays readable in the record.`,
  }),
  evaluation: () => ({ title: 'Kept', text: 'What you made of it is as you wrote it.' }),
  cost: () => ({ title: 'Kept', text: 'The cost of the session is as you entered it.' }),
};

/** What has just been done on the page of a session. */
export function SessionDone({ done, n }: { done: string | null; n: number }) {
  const said = done !== null && Object.hasOwn(words, done) ? words[done]?.(n) : undefined;
  return said ? (
    <Notice kind="good" title={said.title} focus live>
      <p>{said.text}</p>
    </Notice>
  ) : null;
}
