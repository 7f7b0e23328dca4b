import { z } from 'zod';
import { audiences, grades } from './format';
import { besides } from './module';
import { dialled } from './numbers';

/* What the YAML files and the front matter may hold. Messages say how to mend it. */

const written = z.string({ error: 'write it as words' }).trim().min(1, 'write something here');
const wholeNumber = z
  .number({ error: 'write a whole number, such as 1' })
  .int('write a whole number, such as 1')
  .min(1, 'write a whole number, 1 or more');
const slug = z
  .string({ error: 'write an id in small letters, such as secure-base' })
  .regex(
    /^[a-z0-9]+(?:[-_]+[a-z0-9]+)*$/,
    'write an id in small letters, numbers and hyphens, such as secure-base',
  );
const civilDate = z
  .string({ error: 'write a date as YYYY-MM-DD, such as 2026-09-01' })
  .refine(isCivilDate, 'write a date as YYYY-MM-DD, such as 2026-09-01');

function isCivilDate(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function listOf<T extends z.ZodType>(entry: T) {
  return z.array(entry, { error: 'write a list, each entry on a line that begins with a hyphen' });
}

export const sourcesFile = listOf(
  z.strictObject({
    id: slug,
    citation: written,
    url: z
      .url({ protocol: /^https?$/, error: 'write a full address that begins with https://' })
      .optional(),
    doi: z
      .string()
      .regex(/^10\.\S+$/, 'write the DOI alone, such as 10.1037/bul0000388')
      .optional(),
    grade: z.enum(grades, 'write one of A, B, C, T or contested'),
    checked: civilDate,
    reviewBy: civilDate,
  }),
);

const digitsOf = (text: string) => text.replace(/\D/g, '');

export const factsFile = listOf(
  z
    .strictObject({
      id: slug,
      value: written,
      dial: z
        .string()
        .regex(
          /^(?:tel:\+?\d{3,15}|sms:\d{3,15}(?:\?body=[A-Za-z]+)?)$/,
          'write tel: or sms: and the number without spaces, such as tel:08000562561',
        )
        .optional(),
      asOf: civilDate,
      source: slug,
      reviewBy: civilDate,
    })
    .refine(({ value, dial }) => !dial || digitsOf(dialled(value)) === digitsOf(dial), {
      path: ['dial'],
      error: 'write the number with which the value begins',
    }),
);

export const frameworkFile = z.strictObject({
  id: slug,
  title: written,
  asOf: civilDate,
  source: slug,
  reviewBy: civilDate,
  roleGroup: written.optional(),
  topics: listOf(
    z
      .strictObject({
        id: slug,
        title: written,
        elsewhere: z.boolean().optional(),
        ask: written.optional(),
        beside: z.array(z.enum(besides, `write one of: ${besides.join(', ')}`)).optional(),
        unsaid: written.optional(),
        changes: z.array(slug).optional(),
        through: z.record(slug, listOf(slug)).optional(),
      })
      .refine(({ elsewhere, beside, changes, through }) => {
        return !elsewhere || !(beside ?? changes ?? through);
      }, 'what is recorded elsewhere has nothing beside it: take out beside, changes and through'),
  ),
});

export const pathwaysFile = listOf(
  z.strictObject({
    id: slug,
    title: written,
    for: written,
    modules: listOf(z.strictObject({ module: slug, opens: wholeNumber, due: wholeNumber })),
  }),
);

const ease = z.number({ error: 'write a number from 0 to 100' }).min(0).max(100);
const castingNames = listOf(
  z.strictObject({
    name: written,
    gender: z.enum(['girl', 'boy'], 'write girl or boy'),
    heritage: written,
  }),
);

export const houseStyleFile = z.strictObject({
  readingEase: z.strictObject({ minimum: ease, leads: ease.default(50) }),
  words: listOf(z.strictObject({ refuse: written, instead: written })),
  casting: z
    .strictObject({
      names: castingNames,
    })
    .default({ names: [] }),
});

/** A school adds names; the words that are refused, and how easily pages read, are the same for all. */
export const schoolHouseStyleFile = z.strictObject({
  casting: z.strictObject({ names: castingNames }),
});

const names = listOf(written).default([]);

export const moduleFrontMatter = z.strictObject({
  title: written,
  summary: written,
  version: wholeNumber,
  audience: written,
  outcomes: listOf(written).min(1, 'write at least one outcome'),
  covers: z.record(slug, listOf(slug)).default({}),
  reviewed: listOf(
    z.strictObject(
      { role: written, date: civilDate, version: wholeNumber },
      {
        error: (issue) =>
          issue.code === 'invalid_type'
            ? 'write it on three lines: “- role: educational psychologist”, then below that, in line with “role”, “date: 2026-09-01” and “version: 1”; a name is not asked for'
            : undefined,
      },
    ),
  ).default([]),
  reviewBy: civilDate,
  length: z
    .enum(['starter', 'standard', 'lead'], 'write one of starter, standard or lead')
    .default('standard'),
  cast: z.strictObject({ hits: names, hurt: names, thrives: names }).optional(),
});

/** Of a page of prose in a module. */
export const proseFrontMatter = z.strictObject({ title: written });

export const guideFrontMatter = z.strictObject({
  title: written,
  summary: written,
  audience: z.enum(audiences, 'write learners or leads').default('learners'),
});

export const pageFrontMatter = z.strictObject({
  title: written,
  required: z.boolean('write true or false').default(true),
});
