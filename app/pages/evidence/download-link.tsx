import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Progress } from '~/record/export/progress';
import { Button } from '~/ui/button';
import { Bar } from '~/ui/meter';
import { fetchFile, keepFile, NotFramed } from './fetch-file';
import { milestone, progressInWords } from './progress-words';

type State =
  | { is: 'waiting' }
  | { is: 'going'; progress: Progress }
  | { is: 'over'; words: string };

interface DownloadLinkProps {
  href: string;
  className?: string;
  children: ReactNode;
}

/**
 * A file to keep. Without JavaScript, or opened in a tab of its own, it is a plain link and the browser takes the file; with
 * it, the page says how far it has come, and it can be stopped, here and on the server.
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
    setState({ is: 'going', progress: { file: '', rows: 0, of: null } });
    say('Getting it ready');
    let before = '';
    const told = (progress: Progress) => {
      setState({ is: 'going', progress });
      if (milestone(progress) === before) return;
      before = milestone(progress);
      say(progressInWords(progress));
    };
    const over = (words: string) => {
      setState({ is: 'over', words });
      say(words);
    };
    try {
      const { name, file } = await fetchFile(href, asked.signal, told);
      keepFile(name, file);
      over(`Ready: ${name}`);
    } catch (error) {
      if (asked.signal.aborted) over('Stopped. Nothing was saved.');
      else if (error instanceof NotFramed) location.assign(href);
      else over('The download broke off, and nothing was saved. Try it again.');
    } finally {
      stop.current = null;
    }
  }

  return (
    <>
      <a ref={link} href={href} className={className} download onClick={take}>
        {children}
      </a>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {state.is === 'going' ? (
        <span className="hint">
          <span>{progressInWords(state.progress)}</span>
          <Bar value={state.progress.rows} max={state.progress.of ?? 0} />
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
        <span className="hint" aria-hidden="true">
          {state.words}
        </span>
      ) : null}
    </>
  );
}
