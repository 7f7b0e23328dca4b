import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Status } from '~/ui/status';

interface Shared {
  id: string;
  label: string;
  lastDay: string;
  asAt: string | null;
  madeOn: string;
  by: string | null;
  opened: number;
  openedOn: string | null;
  state: 'open' | 'over' | 'withdrawn';
  withdrawnOn: string | null;
}

/** Every link that was made, the newest first; those that open nothing any more are folded up. */
export function LinkList({ who, links }: { who: PageWho; links: Shared[] }) {
  const open = links.filter(({ state }) => state === 'open');
  const ended = links.filter(({ state }) => state !== 'open');
  return (
    <>
      <h2>Links that open now</h2>
      {open.length === 0 ? <p>None: nobody outside sees any total.</p> : null}
      {open.map((link) => (
        <Panel key={link.id} title={link.label} level={3}>
          <About link={link} />
          <Details summary={`Withdraw it: ${link.label}`}>
            <PostForm who={who}>
              <p>
                The link opens nothing from that moment on, for whoever has it. It cannot be brought
                back; you can make another one.
              </p>
              <input type="hidden" name="formId" value="withdraw" />
              <input type="hidden" name="link" value={link.id} />
              <Button variant="danger">Yes, withdraw {link.label}</Button>
            </PostForm>
          </Details>
        </Panel>
      ))}
      {ended.length > 0 ? (
        <Details summary={`Links that open nothing any more: ${ended.length}`}>
          {ended.map((link) => (
            <Panel key={link.id} title={link.label} level={3}>
              <About link={link} />
            </Panel>
          ))}
        </Details>
      ) : null}
    </>
  );
}

const states = {
  open: { kind: 'done', words: 'Opens' },
  over: { kind: 'none', words: 'Its last day has gone by' },
  withdrawn: { kind: 'none', words: 'Withdrawn' },
} as const;

function About({ link }: { link: Shared }) {
  const { state, lastDay, asAt, madeOn, by, opened, openedOn, withdrawnOn } = link;
  const times = ['once', 'twice'][opened - 1] ?? `${opened} times`;
  return (
    <>
      <p>
        <Status kind={states[state].kind}>{states[state].words}</Status>
      </p>
      <p>
        Made on {civilDateInWords(madeOn)} by {by ?? 'someone whose name was erased'}, good until{' '}
        {civilDateInWords(lastDay)}. {figuresInWords(asAt)}.
      </p>
      {withdrawnOn === null ? null : (
        <p>
          Withdrawn on {civilDateInWords(withdrawnOn)}; by whom is in{' '}
          <Link to="/evidence/access">who looked</Link>.
        </p>
      )}
      <p>
        {openedOn === null
          ? 'Not opened yet.'
          : `Opened ${times}, last on ${civilDateInWords(openedOn)}. The page and its PDF are counted, and programs that look at links in e-mail.`}
      </p>
    </>
  );
}

/** Whose day the figures are. */
export const figuresInWords = (asAt: string | null): string =>
  asAt === null
    ? 'It shows the figures of the day on which it is opened'
    : `It shows the figures as at ${civilDateInWords(asAt)}`;
