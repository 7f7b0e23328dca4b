import { civilDateInWords } from '~/course/said';
import { isCivilDate } from '~/record/london-date';

type Values = Record<string, string>;

/** What the fields of an edit form hold, with what they were opened with beside them: see `<OpenedWith>`. */
export function toEdit(stored: Values): Values {
  return { ...stored, openedWith: JSON.stringify(stored) };
}

/**
 * An edit form as it is to be read when somebody else may have saved since it was opened: each field that this person
 * left alone holds what is stored now, so that saving undoes nobody's work. A field that both changed, and differently,
 * keeps what was typed here; `errors` says what the other one wrote, and sent once more it stands. A form that does not
 * say what it was opened with is taken as changed in every field.
 * @param stored what the fields hold now, by field name; fields that are not in it are left as they were sent
 */
export function meanwhile(
  sent: FormData,
  stored: Values,
): { form: FormData; errors: Record<string, string[]> } {
  const form = new FormData();
  for (const [name, value] of sent) form.append(name, value);
  const opened = openedWith(sent) ?? stored;
  const errors: Record<string, string[]> = {};
  for (const [name, now] of Object.entries(stored)) {
    const typed = form.get(name);
    const then = opened[name];
    if (typeof typed !== 'string' || then === undefined) continue;
    if (same(typed, then)) form.set(name, now);
    else if (!same(now, then) && !same(now, typed)) errors[name] = [changed(now)];
  }
  form.set('openedWith', JSON.stringify(stored));
  return { form, errors };
}

/** Whether somebody saved something else in a field since this form was opened. */
export function changedSince(sent: FormData, name: string, now: string): boolean {
  const then = openedWith(sent)?.[name];
  return then !== undefined && !same(then, now);
}

function openedWith(form: FormData): Values | null {
  try {
    const opened: unknown = JSON.parse(String(form.get('openedWith')));
    if (typeof opened !== 'object' || opened === null) return null;
    return Object.fromEntries(
      Object.entries(opened).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    );
  } catch {
    return null;
  }
}

/** A browser sends line ends of its own, and spaces at the ends are never stored. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
const same = (a: string, b: string) => plain(a) === plain(b);

const mostQuoted = 300;

function changed(now: string): string {
  const after = 'Yours is still here: to put it in place of theirs, save again.';
  if (plain(now) === '') return `Somebody emptied this while you had the page open. ${after}`;
  const whole = isCivilDate(now) ? civilDateInWords(now) : now;
  const quoted = whole.length > mostQuoted ? `${whole.slice(0, mostQuoted).trimEnd()}…` : whole;
  return `Somebody changed this to “${quoted}” while you had the page open. ${after}`;
}
