import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from './module';
import type { FrontMatter, ModuleOutline, PageOutline } from './outline';
import { parseMdx } from './parse';
import { error } from './problem';
import { readBody } from './read-page';
import { componentsAreWellFormed } from './rules/components';
import { noCode } from './rules/no-code';
import { moduleFrontMatter, pageFrontMatter, staffMeetingFrontMatter } from './schemas';
import { readYaml } from './yaml-file';

const pageName = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/;

const staffMeetingName = 'staff-meeting.mdx';

/** A page as read, and its own problems. `front` is still to be read against the schema that fits. */
interface ReadFile {
  page: PageOutline;
  frontMatter: string | null;
  problems: Problem[];
}

/** The slugs under `modules/`, in alphabetical order; a folder is a module. */
export async function moduleSlugs(contentDir: string): Promise<string[]> {
  const entries = await readdir(path.join(contentDir, 'modules'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/** Reads one module's folder. Reads on past what is wrong; everything found is in `problems`. */
export async function readModule(contentDir: string, slug: string): Promise<ModuleOutline> {
  const folder = path.posix.join('modules', slug);
  const names = (await readdir(path.join(contentDir, folder))).filter(
    (name) => !name.startsWith('.'),
  );
  const problems: Problem[] = [];
  const file = `${folder}/index.mdx`;
  if (!names.includes('index.mdx')) {
    problems.push(
      error(
        file,
        1,
        'this file is missing',
        'add it: it holds the module’s title, outcomes and introduction',
      ),
    );
  }
  const index = await readOne(contentDir, file, 'index', names.includes('index.mdx'));
  const { front, frontLine } = readFront(index, problems);

  let staffMeeting: PageOutline | null = null;
  if (names.includes(staffMeetingName)) {
    const read = await readOne(contentDir, `${folder}/${staffMeetingName}`, 'staff-meeting', true);
    problems.push(...readPageFront(read, staffMeetingFrontMatter), ...read.problems);
    staffMeeting = read.page;
  }
  const others = names.filter((name) => name !== 'index.mdx' && name !== staffMeetingName);
  const pages: PageOutline[] = [];
  for (const name of others.sort(byNumber)) {
    const parts = pageName.exec(name);
    if (!parts?.[2]) {
      if (name.endsWith('.mdx')) problems.push(badName(`${folder}/${name}`));
      continue;
    }
    const read = await readOne(contentDir, `${folder}/${name}`, parts[2], true);
    problems.push(...readPageFront(read, pageFrontMatter), ...read.problems);
    pages.push(read.page);
  }
  return {
    slug,
    origin: 'attune',
    file,
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

function badName(file: string): Problem {
  return error(
    file,
    1,
    'the file’s name is not that of a page',
    'name it with a number and an id, such as 10-secure-base.mdx',
  );
}

async function readOne(
  contentDir: string,
  file: string,
  id: string,
  there: boolean,
): Promise<ReadFile> {
  const page: PageOutline = {
    file,
    id,
    title: id,
    required: true,
    pieces: [],
    runs: [],
    citations: [],
    nodes: null,
    safe: false,
  };
  if (!there) return { page, frontMatter: null, problems: [] };
  const text = (await readFile(path.join(contentDir, file), 'utf8'))
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  const { nodes, frontMatter, problems } = parseMdx(file, text);
  if (!nodes) return { page, frontMatter, problems };
  const code = noCode(file, nodes);
  const { reader, pieces, citations } = readBody(file, nodes);
  return {
    page: { ...page, pieces, runs: reader.runs, citations, nodes, safe: code.length === 0 },
    frontMatter,
    problems: [...problems, ...code, ...componentsAreWellFormed(file, nodes), ...reader.problems],
  };
}

function missingFront(file: string): Problem {
  return error(
    file,
    1,
    'the page does not begin with its title',
    'begin the file with three lines: ---, title: …, ---',
  );
}

function readPageFront(
  read: ReadFile,
  schema: typeof pageFrontMatter | typeof staffMeetingFrontMatter,
): Problem[] {
  if (read.frontMatter === null) return [missingFront(read.page.file)];
  const { value, problems } = readYaml(read.page.file, read.frontMatter, schema, 2);
  if (value) Object.assign(read.page, value);
  return problems;
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
