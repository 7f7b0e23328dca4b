import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Folder } from './folders';
import { completeLinks } from './links';
import type { Problem } from './module';
import type { PageOutline } from './outline';
import { parseMdx } from './parse';
import { embedPictures } from './pictures.server';
import { error } from './problem';
import { readBody } from './read-page';
import { componentsAreWellFormed } from './rules/components';
import { noCode } from './rules/no-code';
import type { pageFrontMatter, proseFrontMatter } from './schemas';
import { readYaml } from './yaml-file';

/** A page as read, and its own problems. `frontMatter` is still to be read against the schema that fits. */
export interface ReadFile {
  page: PageOutline;
  frontMatter: string | null;
  problems: Problem[];
  /** Names of the pictures beside it that it shows. */
  pictures: string[];
}

/** Reads one file of Markdown. @param base the address of the pages beside it */
export async function readMdx(
  folder: Folder,
  file: string,
  id: string,
  base: string,
): Promise<ReadFile> {
  const page = emptyPage(folder, file, id);
  const text = (await readFile(path.join(folder.dir, file), 'utf8'))
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  const { nodes, frontMatter, problems } = parseMdx(page.file, text);
  problems.push(...unreadable(page.file, text));
  if (!nodes) return { page, frontMatter, problems, pictures: [] };
  completeLinks(nodes, base);
  const code = noCode(page.file, nodes);
  const dir = path.dirname(path.join(folder.dir, file));
  const { pictures, problems: unshown } = await embedPictures(dir, page.file, nodes);
  const { reader, pieces, citations } = readBody(page.file, nodes);
  return {
    page: { ...page, pieces, runs: reader.runs, citations, nodes, safe: code.length === 0 },
    frontMatter,
    problems: [
      ...problems,
      ...code,
      ...unshown,
      ...componentsAreWellFormed(page.file, nodes),
      ...reader.problems,
    ],
    pictures,
  };
}

/** A file that was saved in another encoding has letters that nobody can read. */
function unreadable(file: string, text: string): Problem[] {
  const line = text.split('\n').findIndex((words) => /[\0\uFFFD]/.test(words)) + 1;
  if (line === 0) return [];
  return [
    error(
      file,
      line,
      'there are letters here that cannot be read',
      'save the file again as UTF-8, which editors offer under “Save as” or “Encoding”',
    ),
  ];
}

/** A page of which nothing could be read. */
export function emptyPage({ prefix }: Folder, file: string, id: string): PageOutline {
  return {
    file: `${prefix}${file}`,
    id,
    title: id,
    required: true,
    pieces: [],
    runs: [],
    citations: [],
    nodes: null,
    safe: false,
  };
}

/** Sets the page's title and whatever else its front matter says; all problems of the file. */
export function withFront(
  read: ReadFile,
  schema: typeof pageFrontMatter | typeof proseFrontMatter,
): Problem[] {
  if (read.frontMatter === null) return [missingFront(read.page.file), ...read.problems];
  const { value, problems } = readYaml(read.page.file, read.frontMatter, schema, 2);
  if (value) Object.assign(read.page, value);
  return [...problems, ...read.problems];
}

export function missingFront(file: string): Problem {
  return error(
    file,
    1,
    'the page does not begin with its title',
    'begin the file with three lines: ---, title: …, ---',
  );
}
