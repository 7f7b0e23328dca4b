import { type Running, run } from './run';
import { showAnswer } from './show-answer';

/** In bytes: from here on a check takes minutes, and a browser short of memory may close the page without a word. */
const large = 60_000_000;

/** Brings the form to life. Without scripts it stays hidden, and the page says what to do instead. */
export function openPage(script: string): void {
  const form = by('form', HTMLFormElement);
  const file = by('file', HTMLInputElement);
  const older = by('older', HTMLInputElement);
  const result = by('result', HTMLElement);
  const stop = by('stop', HTMLButtonElement);
  const progress = by('progress', HTMLElement);
  let running: Running | null = null;

  const end = (words: string) => {
    running?.stop();
    running = null;
    stop.hidden = true;
    form.removeAttribute('aria-busy');
    progress.textContent = words;
    by('large', HTMLElement).hidden = true;
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const chosen = file.files?.[0];
    sayMissing(file, !chosen);
    if (!chosen || running) return;
    forget(result);
    stop.hidden = false;
    form.setAttribute('aria-busy', 'true');
    progress.textContent = `Checking ${chosen.name}.`;
    by('large', HTMLElement).hidden = chosen.size < large;
    const asked = {
      file: chosen,
      key: by('key', HTMLTextAreaElement).value,
      since: by('since', HTMLTextAreaElement).value,
      older: older.files?.[0] ?? null,
    };
    const started = run(script, asked, (step) => {
      progress.textContent = `${step}…`;
    });
    running = started;
    const answer = await started.answer;
    if (running !== started) return;
    end('');
    showAnswer(result, chosen.name, answer);
  });

  form.addEventListener('input', ({ target }) => {
    if (target === file) sayMissing(file, false);
    if (running) end(`${changed} The check was stopped.`);
    else if (!result.hidden)
      end(`${changed} Press “Check it” for an answer about what stands here now.`);
    forget(result);
  });

  stop.addEventListener('click', () => {
    end('Stopped. Nothing was found out.');
    file.focus();
  });

  form.hidden = false;
  by('no-scripts', HTMLElement).hidden = true;
  const kept = location.protocol === 'file:';
  for (const part of document.querySelectorAll<HTMLElement>('[data-where]')) {
    part.hidden = part.dataset.where !== (kept ? 'kept' : 'site');
  }
}

const changed = 'What is to be checked was changed.';

/** An answer about something else than what stands in the form now must not be taken for its own. */
function forget(result: HTMLElement): void {
  result.hidden = true;
  result.replaceChildren();
}

function sayMissing(file: HTMLInputElement, missing: boolean): void {
  by('file-error', HTMLElement).hidden = !missing;
  file.setAttribute('aria-invalid', String(missing));
  if (missing) file.focus();
}

function by<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`There is no ${id} on this page`);
}
