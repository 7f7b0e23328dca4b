import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '~/ui/button';
import { Bar } from '~/ui/meter';
import { fetchFile, keepFile, NotGiven } from './fetch-file';
import { goingOn, type State } from './going-on';

interface DownloadLinkProps {
  href: string;
  className?: string;
  children: ReactNode;
}

/** An event of the link whose file is asked for. */
const begins = 'attune-download';

/** So that the ring of a link that has the focus does not touch the words below it. */
const apart = { paddingTop: 'var(--space-2)' };

/**
 * A file to keep, which the server makes. Without JavaScript, or opened in a tab of its own, it is a plain link and the browser takes the file; with
 * it, the page says how far it has come, and it can be stopped, here and on the server. What goes wrong is said here, and
 * the link stays. It has no `download`: with it a browser would keep the sign-in page as if it were the file.
 */
export function DownloadLink({ href, className, children }: DownloadLinkProps) {
  const [state, setState] = useState<State>({ is: 'waiting' });
  const [said, say] = useState('');
  const stop = useRef<AbortController | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => {
    // What the last one said would be taken for word of the next.
    const another = ({ target }: Event) => {
      if (target === link.current || stop.current) return;
      setState({ is: 'waiting' });
      say('');
    };
    document.addEventListener(begins, another);
    return () => document.removeEventListener(begins, another);
  }, []);

  async function take(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (stop.current) return;
    const asked = new AbortController();
    stop.current = asked;
    link.current?.dispatchEvent(new Event(begins, { bubbles: true }));
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
        <span className="hint" style={apart}>
          <span>{state.words}</span>{' '}
          {state.share === null ? null : <Bar value={state.share} max={1} />}
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
        <span className="hint" style={apart}>
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
