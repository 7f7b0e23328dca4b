import { z } from 'zod';

/** One line of a pick-list. Its id stays for ever; a retired one is no longer offered and keeps its title. */
export interface Listed {
  id: string;
  title: string;
  retired?: boolean;
}

/** What a note in the practice log is picked from. */
export interface PracticeLists {
  themes: Listed[];
  practices: (Listed & { theme: string })[];
  settings: Listed[];
  went: Listed[];
  barriers: Listed[];
  next: Listed[];
}

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write an id in small letters, such as check-in');
const title = z.string({ error: 'write it as words' }).trim().min(1, 'write something here');
const retired = z.literal(true, 'write true, or leave the line out').optional();
const listed = z.strictObject({ id, title, retired });

function listOf<T extends z.ZodType<Listed>>(entry: T) {
  return z
    .array(entry, { error: 'write a list, each entry on a line that begins with a hyphen' })
    .min(1, 'write at least one entry')
    .superRefine((list, context) => {
      const seen = new Set<string>();
      for (const [n, { id }] of list.entries()) {
        if (seen.has(id)) {
          const message = `give it another id: “${id}” is taken`;
          context.addIssue({ code: 'custom', path: [n, 'id'], message });
        }
        seen.add(id);
      }
    });
}

/** `content/practices.yaml`. */
export const practicesFile = z
  .strictObject({
    themes: listOf(listed),
    practices: listOf(z.strictObject({ id, title, theme: id, retired })),
    settings: listOf(listed),
    went: listOf(listed),
    barriers: listOf(listed),
    next: listOf(listed),
  })
  .superRefine(({ themes, practices }, context) => {
    for (const [n, { theme }] of practices.entries()) {
      if (themes.some(({ id }) => id === theme)) continue;
      const message = `write the id of one of the themes; there is no theme “${theme}”`;
      context.addIssue({ code: 'custom', path: ['practices', n, 'theme'], message });
    }
  });
