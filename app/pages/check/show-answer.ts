import type { Answer } from './check';

const verdicts = {
  fits: { kind: 'good', words: 'Everything that was checked fits' },
  'does not fit': { kind: 'problem', words: 'Something does not fit' },
  'not checked': { kind: 'care', words: 'This could not be checked' },
} as const;

const uncompared = 'A checkpoint that you gave could not be compared: see what cannot be proved.';

/** The answer in words: what fits, what does not, what cannot be proved. The focus goes to it. */
export function showAnswer(result: HTMLElement, name: string, answer: Answer): void {
  const { kind, words } = verdicts[answer.verdict];
  const head = element('div', '', `notice notice-${kind}`);
  head.append(element('h2', words, 'notice-title'), element('p', name));
  if (answer.uncompared) head.append(element('p', uncompared));
  result.replaceChildren(
    head,
    ...(answer.verdict === 'not checked' ? notChecked(answer) : lists(answer)),
  );
  result.hidden = false;
  result.focus();
  result.scrollIntoView({ block: 'start' });
}

const notChecked = ({ misfits }: Answer) => misfits.map((words) => element('p', words));

function lists({ fits, misfits, unproved }: Answer): HTMLElement[] {
  const none = misfits.length > 0 ? 'Nothing that can be relied on.' : 'Nothing.';
  const good = list('What fits', fits, none);
  const bad = list('What does not fit', misfits, 'Nothing was found.');
  const first = misfits.length > 0 ? [...bad, ...good] : [...good, ...bad];
  return [...first, ...list('What cannot be proved', unproved, 'Nothing.')];
}

function list(title: string, items: readonly string[], none: string): HTMLElement[] {
  const head = element('h3', title);
  if (items.length === 0) return [head, element('p', none)];
  const all = document.createElement('ul');
  for (const item of items) all.append(element('li', item));
  return [head, all];
}

function element(tag: string, words: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = words;
  if (className) made.className = className;
  return made;
}
