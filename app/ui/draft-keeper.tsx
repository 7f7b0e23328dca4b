import { useEffect, useRef, useState } from 'react';

type State = 'nothing' | 'waiting' | 'unsaved' | { savedAt: string };

const pause = 1_000;
const again = 10_000;
/** Browsers refuse more than 64 kB to a request that outlives its page. */
const keepaliveLimit = 60_000;

/**
 * Put inside a form: keeps what is being typed or marked as a draft on the server, a second after the typing stops and whenever
 * the page is hidden, and says when. Nothing goes into browser storage, because the computer may be shared.
 */
export function DraftKeeper({ formKey, savedAt }: { formKey: string; savedAt?: string | null }) {
  const here = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>(savedAt ? { savedAt } : 'nothing');

  useEffect(() => {
    const form = here.current?.closest('form');
    if (!form) return;
    return keep(form, formKey, setState);
  }, [formKey]);

  return (
    <div ref={here} className="draft-state" role="status">
      {words(state)}
    </div>
  );
}

function words(state: State): string {
  if (state === 'nothing') return '';
  if (state === 'waiting') return 'Saving…';
  if (state === 'unsaved') return 'Not saved yet – no connection. We will try again.';
  return `Saved at ${clock(state.savedAt)}`;
}

/** "10.42", as clocks in England show it. */
export function clock(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: 'numeric',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Europe/London',
  })
    .format(new Date(instant))
    .replace(':', '.');
}

/** What is typed in the form's text boxes and marked or picked in its choices, by name; several marks stand one to a line. */
function typed(form: HTMLFormElement): Record<string, string> {
  const boxes = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    'textarea[name], select[name], input[type="text"][name], input:checked[name]',
  );
  const fields: Record<string, string> = {};
  for (const { name, value } of boxes)
    fields[name] = name in fields ? `${fields[name]}\n${value}` : value;
  return fields;
}

function keep(form: HTMLFormElement, key: string, say: (state: State) => void): () => void {
  let saved = JSON.stringify(typed(form));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let stopped = false;
  /** Sent, and not typed in since: the form carries the words, and a draft would bring back what was already sent. */
  let sent = false;

  const changed = () => JSON.stringify(typed(form)) !== saved;

  function later(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  }

  async function save() {
    clearTimeout(timer);
    if (sending || !changed()) return;
    sending = true;
    const fields = JSON.stringify(typed(form));
    const body = new FormData();
    body.set('formTag', new FormData(form).get('formTag') ?? '');
    body.set('key', key);
    body.set('fields', fields);
    try {
      const answer = await fetch('/drafts', {
        method: 'POST',
        // A session that has ended answers a program with 401, and would lead a browser to sign in.
        headers: { Accept: 'application/json' },
        body,
        keepalive: new Blob([fields]).size < keepaliveLimit,
      });
      if (!answer.ok || answer.redirected) throw new Error(`drafts answered ${answer.status}`);
      const { savedAt } = (await answer.json()) as { savedAt: string };
      saved = fields;
      if (!stopped) say(changed() ? 'waiting' : { savedAt });
    } catch {
      if (!stopped) {
        say('unsaved');
        later(again);
      }
    } finally {
      sending = false;
    }
    if (saved !== fields || sent || !changed()) return;
    if (stopped) void save();
    else later(pause);
  }

  function onInput() {
    sent = false;
    if (changed()) later(pause);
  }
  function onHide() {
    if (document.visibilityState === 'hidden') void save();
  }
  function onOnline() {
    void save();
  }
  function onSubmit() {
    sent = true;
    clearTimeout(timer);
  }

  form.addEventListener('input', onInput);
  form.addEventListener('submit', onSubmit);
  document.addEventListener('visibilitychange', onHide);
  window.addEventListener('online', onOnline);
  return () => {
    stopped = true;
    clearTimeout(timer);
    // Someone went on within the second: what they typed is kept all the same.
    if (!sent) void save();
    form.removeEventListener('input', onInput);
    form.removeEventListener('submit', onSubmit);
    document.removeEventListener('visibilitychange', onHide);
    window.removeEventListener('online', onOnline);
  };
}
