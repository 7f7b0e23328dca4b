import type { Course, Pathway } from '~/course/module';
import { CohortError } from './errors';

/** A pathway as it can be given, with what its modules are called. */
export interface PathwayOnOffer extends Pathway {
  steps: PathwayOnOfferStep[];
  /** Modules that it names and that are not open to learners now. */
  missing: string[];
}

export interface PathwayOnOfferStep {
  module: string;
  title: string;
  minutes: number;
  opens: number;
  due: number;
}

/** Where pathways and modules are looked up: Attune's alone, or a school's own beside them. */
export type Shelf = Pick<Course, 'pathways' | 'module'>;

/** Every pathway that can be given, in the order of the file. */
export function pathwaysOnOffer(course: Shelf): PathwayOnOffer[] {
  return course.pathways().map((pathway) => {
    const steps: PathwayOnOfferStep[] = [];
    const missing: string[] = [];
    for (const { module: slug, opens, due } of pathway.modules) {
      const module = course.module(slug);
      if (!module) missing.push(slug);
      else steps.push({ module: slug, title: module.title, minutes: module.minutes, opens, due });
    }
    return { ...pathway, steps, missing };
  });
}

/** One of them. @throws CohortError `not-here` */
export function pathwayOnOffer(course: Shelf, id: string): PathwayOnOffer {
  const found = pathwaysOnOffer(course).find((one) => one.id === id);
  if (!found) throw new CohortError('not-here', 'Choose a pathway.', 'pathway');
  return found;
}
