import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import { askedOf } from '~/record/asked-of.server';
import { openModules } from '~/review/opened-modules.server';
import type { Whose } from './enrolments.server';

/**
 * A module as this person could start it: one open to everyone, or one of the school's own that is not open yet and that
 * they were given. Null for any other, as if there were none.
 */
export function offeredTo(
  attune: Pick<Attune, 'db' | 'course'>,
  { schoolId, personId }: Whose,
  slug: string,
): Module | null {
  const module = attune.course.module(slug);
  if (module?.origin !== 'school') return module;
  if (openModules(attune, schoolId).includes(module)) return module;
  return askedOf(attune.db, personId).some((asked) => asked.module === slug) ? module : null;
}
