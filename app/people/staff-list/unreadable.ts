import { PeopleError } from '../errors';

/** A list that cannot be read at all; the words say what to do instead. `field` is where it came from in the form. */
export const unreadable = (message: string, field: 'file' | 'text' | '' = ''): PeopleError =>
  new PeopleError('unreadable-list', message, field);

/** Repeats what `read` throws with the field that the list came from. */
export function blaming<T>(field: 'file' | 'text', read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof PeopleError) {
      throw new PeopleError(error.code, error.message, field, error.status);
    }
    throw error;
  }
}
