import type { Folder } from './folders';
import type { GuideOutline } from './outline';
import { guideBase, guideIdOf } from './places.server';
import { error } from './problem';
import { missingFront, readMdx } from './read-file.server';
import { guideFrontMatter } from './schemas';
import { readYaml } from './yaml-file';

/** Reads one guide. Reads on past what is wrong; everything found is in `problems`. */
export async function readGuide(folder: Folder, name: string): Promise<GuideOutline> {
  const id = guideIdOf(name) ?? name;
  const { page, frontMatter, problems } = await readMdx(folder, `guides/${name}`, id, guideBase);
  const found = [...problems];
  if (!guideIdOf(name)) {
    const mend = 'name it with small letters, numbers and hyphens, such as before-you-start.mdx';
    found.push(error(page.file, 1, 'the file’s name is not that of a guide', mend));
  }
  if (frontMatter === null) {
    if (page.nodes) found.push(missingFront(page.file));
    return { id, front: null, page, problems: found };
  }
  const front = readYaml(page.file, frontMatter, guideFrontMatter, 2);
  if (front.value) page.title = front.value.title;
  return { id, front: front.value, page, problems: [...found, ...front.problems] };
}
