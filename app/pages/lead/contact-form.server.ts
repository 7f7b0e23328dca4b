import { z } from 'zod';
import { unless } from '~/pages/typed-fields.server';
import { contacts } from '~/people/contacts';
import { lineProblem } from '~/people/one-line';
import type { WhoToTell } from '~db/schema';

const said = (most: number, label: string, missing: string) =>
  z
    .string()
    .trim()
    .min(1, `${label}: ${missing}`)
    .max(most, `${label}: use at most ${most} characters.`)
    .superRefine(
      unless((text) => {
        const problem = lineProblem(text);
        return problem && `${label}: ${problem}`;
      }),
    );
const named = (label: string) => said(200, label, 'type a name.');
const reached = (label: string) =>
  said(100, label, 'type a telephone number.').regex(
    /\d{3}/,
    `${label}: type a telephone number, such as 01632 960 123.`,
  );

/** The fields of `<ContactFields>`. */
export const contactFields: Record<string, z.ZodType<string>> = Object.fromEntries(
  contacts.flatMap(({ key, label }) => [
    [`${key}Name`, named(label)],
    [`${key}Phone`, reached(label)],
  ]),
);

/** From the parsed fields. */
export function whoToTellOf(values: Record<string, unknown>): WhoToTell {
  const contact = (key: string) => ({
    name: String(values[`${key}Name`]),
    phone: String(values[`${key}Phone`]),
  });
  return {
    safeguardingLead: contact('safeguardingLead'),
    deputySafeguardingLead: contact('deputySafeguardingLead'),
    childrensSocialCare: contact('childrensSocialCare'),
    head: contact('head'),
    chairOfGovernors: contact('chairOfGovernors'),
    localAuthorityOfficer: contact('localAuthorityOfficer'),
  };
}

/** Back into field values. */
export function contactValues(whoToTell: WhoToTell | null): Record<string, string> {
  if (!whoToTell) return {};
  return Object.fromEntries(
    contacts.flatMap(({ key }) => [
      [`${key}Name`, whoToTell[key].name],
      [`${key}Phone`, whoToTell[key].phone],
    ]),
  );
}
