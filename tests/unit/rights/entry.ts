import type { Right } from '~/people/rights';
import type { Seeded, Who } from './seed-school';

export type Fields = Record<string, string>;

/** A form as it would be taken at one's own school. */
export interface Form {
  /** What is sent, but for the form's tag. `today` is a civil date. */
  fields: (school: Seeded, today: string) => Fields;
  /** Who sends it; left out, the first of those who have the right. */
  as?: Who;
  /** Ids in the address, where they are others than the route's own. */
  ids?: Fields;
  /** It is refused at one's own school as well, as things stand: only that it reaches nothing elsewhere is asked. */
  refused?: true;
}

/** What a right of one's own is not needed for, and why. */
export interface Open {
  anyone: string;
}

export interface Entry {
  /** Who may read it; left out where there is nothing to read. */
  reads?: Right | Open;
  /** Who may send its forms. */
  sends?: Right | Open;
  forms?: Record<string, Form>;
  /** Ids in its address, by the names in app/routes.ts, as in `Seeded.ids`; left out, a parameter's name is the id's. */
  ids?: Fields;
  /** Who finds something there; left out, the first of those who have the right. */
  as?: Who;
  /** What they get, where it is not 200. */
  gets?: number;
}

export type RightsTable = Record<string, Entry>;

export const form = (fields: Form['fields'], more: Omit<Form, 'fields'> = {}): Form => ({
  ...more,
  fields,
});

/** A form whose fields hold no id. */
export const plain = (fields: Fields, more: Omit<Form, 'fields'> = {}): Form =>
  form(() => fields, more);
