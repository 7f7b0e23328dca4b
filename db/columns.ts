import { integer, text } from 'drizzle-orm/sqlite-core';

/**
 * The only column types that tables use, in one place, so that a move to PostgreSQL changes this file and not the tables.
 * Names in the database are snake_case; times are UTC milliseconds; civil dates are `YYYY-MM-DD` in Europe/London.
 */
export const id = (name: string) => text(name);
export const words = (name: string) => text(name);
/** A UTC instant, in milliseconds since 1970. */
export const instant = (name: string) => integer(name, { mode: 'number' });
/** A civil date, `YYYY-MM-DD`. */
export const civilDate = (name: string) => text(name);
export const count = (name: string) => integer(name, { mode: 'number' });
export const flag = (name: string) => integer(name, { mode: 'boolean' });
/** A JSON value; its TypeScript type is given where it is used. */
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
