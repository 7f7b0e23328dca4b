import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Folder } from './folders';
import type { Problem } from './module';
import type { FrontMatter, ModuleOutline, PageOutline } from './outline';
import { isPictureName } from './picture-name';
import { isLeftBehind, moduleBase, pageIdOf } from './places.server';
import { error, warning } from './problem';
import { emptyPage, missingFront, type ReadFile, readMdx, withFront } from './read-file.server';
import { moduleFrontMatter, pageFrontMatter, proseFrontMatter } from './schemas';
import { readYaml } from './yaml-file';

const indexName = 'index.mdx';
const staffMeetingName = 'staff-meeting.mdx';

/** Reads one module's folder. Reads on past what is wrong; everything found is in `problems`. */
export async function readModule(folder: Folder, slug: string): Promise<ModuleOutline> {
  const inFolder = (name: string) => `modules/${slug}/${name}`;
  const names = (await readdir(path.join(folder.dir, 'modules', slug))).filter(
    (name) => !isLeftBehind(name),
  );
  const read = (name: string, id: string) => readMdx(folder, inFolder(name), id, moduleBase(slug));
  const problems: Problem[] = isSlug(slug)
    ? []
    : [badSlug(`${folder.prefix}${inFolder(indexName)}`)];

  let index: ReadFile;
  if (names.includes(indexName)) index = await read(indexName, 'index');
  else {
    const page = emptyPage(folder, inFolder(indexName), 'index');
    const mend = 'add it: it holds the module’s title, outcomes and introduction';
    index = {
      page,
      frontMatter: null,
      problems: [error(page.file, 1, 'this file is missing', mend)],
      pictures: [],
    };
  }
  const { front, frontLine } = readFront(index, problems);

  let staffMeeting: PageOutline | null = null;
  let inMeeting: string[] = [];
  if (names.includes(staffMeetingName)) {
    const sheet = await read(staffMeetingName, 'staff-meeting');
    problems.push(...withFront(sheet, proseFrontMatter));
    staffMeeting = sheet.page;
    inMeeting = sheet.pictures;
  }
  const shown = new Set([...index.pictures, ...inMeeting]);
  const others = names.filter(
    (name) => name !== indexName && name !== staffMeetingName && !isPictureName(name),
  );
  const pages: PageOutline[] = [];
  for (const name of others.sort(byNumber)) {
    const id = pageIdOf(name);
    if (!id) {
      problems.push(badName(`${folder.prefix}${inFolder(name)}`));
      continue;
    }
    const page = await read(name, id);
    problems.push(...withFront(page, pageFrontMatter));
    pages.push(page.page);
    for (const picture of page.pictures) shown.add(picture);
  }
  for (const name of names.filter(isPictureName)) {
    if (!shown.has(name)) problems.push(notShown(`${folder.prefix}${inFolder(name)}`));
  }
  return {
    slug,
    origin: folder.origin,
    file: index.page.file,
    front,
    frontLine,
    intro: index.page,
    pages,
    staffMeeting,
    problems: [...problems, ...index.problems],
  };
}

function byNumber(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || a.localeCompare(b);
}

function isSlug(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}

function badSlug(file: string): Problem {
  return error(
    file,
    1,
    'the name of the module’s folder cannot be its address',
    'name the folder with small letters, numbers and hyphens, such as our-lunch-hall',
  );
}

function notShown(file: string): Problem {
  return warning(
    file,
    1,
    'no page shows this picture',
    'write ![What it shows](its-name.jpg) where it belongs, or take it out of the folder',
  );
}

function badName(file: string): Problem {
  return error(
    file,
    1,
    'the file’s name is not that of a page, so it is not read',
    'name a page with a number and an id in small letters, such as 10-secure-base.mdx, and a picture with letters, numbers and hyphens, such as hall.jpg; keep anything else elsewhere',
  );
}

function readFront(
  index: ReadFile,
  problems: Problem[],
): { front: FrontMatter | null; frontLine: ModuleOutline['frontLine'] } {
  if (index.frontMatter === null) {
    if (index.page.nodes) problems.push(missingFront(index.page.file));
    return { front: null, frontLine: () => 1 };
  }
  const read = readYaml(index.page.file, index.frontMatter, moduleFrontMatter, 2);
  problems.push(...read.problems);
  if (read.value) index.page.title = read.value.title;
  return { front: read.value, frontLine: (...path) => read.lineOf(path) };
}
