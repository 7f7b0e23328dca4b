import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '~/ui/button';
import { Bar } from '~/ui/meter';
import { type Come, fetchFile, keepFile, NotGiven } from './fetch-file';
import { milestone, progressInWords } from './progress-words';

type State =
  | { is: 'waiting' }
  | { is: 'going'; come: Come; quiet: boolean }
  | { is: 'over'; words: string; signInAt?: string | undefined };

interface DownloadLinkProps {
  href: string;
  className?: string;
  children: ReactNode;
}

const nothingYet: Come = { progress: { file: '', rows: 0, of: null }, bytes: 0 };
/** In milliseconds. Shown oftener, the figures could not be read; said oftener, nobody could hear anything else. */
const shownEvery = 250;
const saidEvery = 15_000;
const quietAfter = 8000;
const stillWaiting = 'Nothing has come for a while. Still waiting';

/**
 * A file to keep. Without JavaScript, or opened in a tab of its own, it is a plain link and the browser takes the file; with
 * it, the page says how far it has come, and it can be stopped, here and on the server. What goes wrong is said here, and
 * the link stays. It has no `download`: with it a browser would keep the sign-in page as if it were the file.
 */
export function DownloadLink({ href, className, children }: DownloadLinkProps) {
  const [state, setState] = useState<State>({ is: 'waiting' });
  const [said, say] = useState('');
  const stop = useRef<AbortController | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function take(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (stop.current) return;
    const asked = new AbortController();
    stop.current = asked;
    const going = goingOn(setState, say);
    try {
      const { name, file } = await fetchFile(href, asked.signal, going.told);
      keepFile(name, file);
      going.over(`Ready: ${name}`);
    } catch (error) {
      if (asked.signal.aborted) going.over('Stopped. Nothing was saved.');
      else if (error instanceof NotGiven) going.over(error.message, error.signedOut);
      else going.over('This browser could not keep the file, and nothing was saved. Try it again.');
    } finally {
      stop.current = null;
    }
  }

  return (
    <>
      <a ref={link} href={href} className={className} onClick={take}>
        {children}
      </a>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {state.is === 'going' ? (
        <span className="hint">
          <span>{state.quiet ? stillWaiting : words(state.come)}</span>
          <Bar value={state.come.progress.rows} max={state.come.progress.of ?? 0} />
          <Button
            type="button"
            variant="quiet"
            onClick={() => {
              stop.current?.abort();
              link.current?.focus();
            }}
          >
            Cancel
          </Button>
        </span>
      ) : null}
      {state.is === 'over' ? (
        <span className="hint">
          <span aria-hidden="true">{state.words}</span>
          {state.signInAt ? (
            <>
              {' '}
              <a href={state.signInAt}>Sign in again, and come back to this page</a>
            </>
          ) : null}
        </span>
      ) : null}
    </>
  );
}

const words = ({ progress, bytes }: Come) => progressInWords(progress, bytes);

/** Shows and says how a download goes, neither too often nor too seldom, until it is over. */
function goingOn(show: (state: State) => void, say: (words: string) => void) {
  let come = nothingYet;
  let [before, shownAt, saidAt, cameAt] = ['', 0, performance.now(), performance.now()];
  let quiet = false;
  show({ is: 'going', come, quiet });
  say('Getting it ready');
  const watch = setInterval(() => {
    if (quiet || performance.now() - cameAt < quietAfter) return;
    quiet = true;
    show({ is: 'going', come, quiet });
    say(stillWaiting);
  }, 1000);
  return {
    told(now: Come) {
      const at = performance.now();
      [come, cameAt] = [now, at];
      if (quiet || at - shownAt >= shownEvery) {
        [quiet, shownAt] = [false, at];
        show({ is: 'going', come, quiet });
      }
      if (milestone(now.progress) === before && at - saidAt < saidEvery) return;
      [before, saidAt] = [milestone(now.progress), at];
      say(words(now));
    },
    over(told: string, signedOut = false) {
      clearInterval(watch);
      const here = location.pathname + location.search;
      const signInAt = signedOut ? `/sign-in?next=${encodeURIComponent(here)}` : undefined;
      show({ is: 'over', words: told, signInAt });
      say(told);
    },
  };
}
