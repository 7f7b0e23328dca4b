import { z } from 'zod';
import { dateField } from '~/pages/typed-fields.server';
import { changeKinds, changeOwners, changeThemes } from '~/record/change-kinds';
import type { LoggedChange } from '~/school-changes/change-log.server';
import type { ChangeDetails } from '~/school-changes/record-change.server';
import type { ChangeWords } from '~/school-changes/words-digest';

export const most = 600;

/** A box of the school's own words, of which there must be some. */
export const wordsField = (missing: string, longest = most) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(longest, `Use at most ${longest} characters.`)
    .transform((text) => text.replace(/\r\n?/g, '\n'));

/** A civil date, or null where none was chosen. */
export const dateOrNone = (today: string) =>
  z.preprocess(
    (typed) => (typed === '' ? null : typed),
    dateField('Choose a day.', today).nullable(),
  );

/** A change as its form sends it, `themes` being put together by `withThemes`. */
export const changeFields = (today: string) => ({
  what: wordsField('Say what changed.'),
  why: wordsField('Say why, in a few words.'),
  kind: z.enum(changeKinds, 'Choose what kind of change it is.'),
  themes: z
    .string()
    .transform((letters) => changeThemes.filter((letter) => letters.split(',').includes(letter)))
    .refine((letters) => letters.length > 0, 'Choose at least one part.'),
  owner: z.enum(changeOwners, 'Choose the role that sees to it.'),
  changedOn: dateField('Choose the day it changed.', today),
  reviewOn: dateOrNone(today),
});

/** The form with every part that was ticked in one field, so that it comes back as it was sent. */
export function withThemes(sent: FormData): FormData {
  const form = new FormData();
  for (const [name, value] of sent) if (name !== 'themes') form.append(name, value);
  const letters = sent.getAll('themes').flatMap((value) => String(value).split(/[,\n]/));
  form.set('themes', letters.join(','));
  return form;
}

/** A change as the fields of its form hold it. */
export function valuesOf(
  change: ChangeDetails & { words: ChangeWords | null },
): Record<string, string> {
  const {
    kind,
    themes,
    owner,
    changedOn,
    reviewOn,
    words,
  }: Pick<LoggedChange, keyof ChangeDetails | 'words'> = change;
  return {
    ...{ what: words?.what ?? '', why: words?.why ?? '', kind, owner, changedOn },
    themes: [...themes].sort().join(','),
    reviewOn: reviewOn ?? '',
  };
}
