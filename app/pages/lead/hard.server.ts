import { fixedCohorts } from '~/cohorts/fixed.server';
import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import { type Understanding, understanding } from '~/learning/understanding/understanding.server';

/** What people found hard in a module: of the whole school, or of the cohort asked for when that may be shown. */
export function whatWasHard(
  attune: Attune,
  schoolId: string,
  module: Module,
  cohort: string | null,
): Understanding {
  const cohorts = fixedCohorts(attune.db, schoolId, module.slug);
  return understanding(attune, schoolId, module, cohorts, cohort);
}

/** A module that is open to learners. @throws Response 404 in words */
export function openModule(attune: Attune, slug: string | undefined): Module {
  const module = attune.course.module(slug ?? '');
  if (module) return module;
  throw new Response('There is no module of this name that is open to learners.', {
    status: 404,
    statusText: 'Not here',
  });
}
