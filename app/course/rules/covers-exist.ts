import type { Problem } from '../module';
import type { CheckContext, ModuleOutline } from '../outline';
import { error } from '../problem';

/** What a module says that it covers are topics of frameworks that there are. */
export function coversExist(module: ModuleOutline, { library }: CheckContext): Problem[] {
  return Object.entries(module.front?.covers ?? {}).flatMap(([id, topics]) => {
    const line = module.frontLine('covers', id);
    const framework = library.frameworks.get(id);
    const unread = [...library.unread].some((file) => file.startsWith('frameworks/'));
    if (!framework && unread) return [];
    if (!framework) {
      return [
        error(
          module.file,
          line,
          `the framework “${id}” is not in frameworks/`,
          'check its spelling, or add a file for it there',
        ),
      ];
    }
    const known = new Set(framework.topics.map((topic) => topic.id));
    return topics
      .filter((topic) => !known.has(topic))
      .map((topic) =>
        error(
          module.file,
          line,
          `“${topic}” is not a topic of ${framework.file}`,
          `write one of: ${[...known].join(', ')}`,
        ),
      );
  });
}
