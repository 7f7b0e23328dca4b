import type { Course, Topic } from '~/course/module';
import { type ChangeTheme, changeThemes } from '~/record/change-kinds';

export const wholeSchool = 'whole-school-a-j';

export interface Theme extends Topic {
  id: ChangeTheme;
}

/** The ten themes in the words of content; by its letter alone where content lacks one. */
export function themesOf(course: Pick<Course, 'frameworks'>): Theme[] {
  const topics = course.frameworks().find(({ id }) => id === wholeSchool)?.topics ?? [];
  return changeThemes.map((letter) => {
    const { title = `Theme ${letter}`, ask } = topics.find(({ id }) => id === letter) ?? {};
    return { id: letter, title, ...(ask === undefined ? {} : { ask }) };
  });
}

/** One of the ten, or null. */
export const asTheme = (text: string | null | undefined): ChangeTheme | null =>
  changeThemes.find((letter) => letter === text) ?? null;
