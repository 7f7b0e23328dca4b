import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Module } from '~/course/module';
import { quizOf } from '~/learning/parts';
import { root } from './server';

/** A copy of the content on disk, for a test that brings out new versions of its modules. */
export function copiedContent(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'attune-content-'));
  cpSync(path.join(root, 'content'), dir, { recursive: true });
  return dir;
}

/** A school's folder with one module of its own, copied from one that came with Attune, as a school would begin. */
export function ownModule(from: Module, { slug, title }: { slug: string; title: string }): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'attune-school-'));
  const copy = path.join(dir, 'modules', slug);
  cpSync(path.join(root, 'content/modules', from.slug), copy, { recursive: true });
  const index = path.join(copy, 'index.mdx');
  writeFileSync(index, readFileSync(index, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
  return dir;
}

/** What a new version changes, told by words that stood nowhere before. */
export interface Edition {
  /** A teaching page that has a sentence more, and an item about another page that is asked otherwise. */
  page: string;
  item: string;
  words: string;
}

/** Rewrites one file of the module that satisfies `name`. */
function rewrite(
  contentDir: string,
  { slug }: Module,
  name: RegExp,
  how: (text: string) => string,
): void {
  const dir = path.join(contentDir, 'modules', slug);
  const file = readdirSync(dir).find((entry) => name.test(entry));
  if (!file) throw new Error(`${slug} has no file ${name}`);
  const before = readFileSync(path.join(dir, file), 'utf8');
  const after = how(before);
  if (after === before) throw new Error(`Nothing to edit in ${slug}/${file}`);
  writeFileSync(path.join(dir, file), after);
}

/** Brings out the module's next version: one teaching page changed, and one item that is about another page. */
export function bringOutNext(contentDir: string, module: Module): Edition {
  const plain = module.pages.filter((page) =>
    page.segments.every((s) => s.type === 'prose' || s.type === 'card'),
  );
  const page = (plain[0] ?? module.pages[0])?.id ?? '';
  const quiz = quizOf(module);
  const item = quiz?.bank.find((q) => q.kind !== 'sort' && q.page !== page)?.id ?? '';
  const words = 'Say when you will be back, and be back then.';
  rewrite(contentDir, module, /^index\.mdx$/, (text) =>
    text.replace(/^version: \d+$/m, `version: ${module.version + 1}`),
  );
  rewrite(
    contentDir,
    module,
    new RegExp(`^\\d+-${page}\\.mdx$`),
    (text) => `${text}\n\n${words}\n`,
  );
  rewrite(contentDir, module, new RegExp(`^\\d+-${quiz?.page.id}\\.mdx$`), (text) =>
    text.replace(new RegExp(`(<Question id="${item}"[^>]*>\\n)`), '$1Think of a real morning. '),
  );
  return { page, item, words };
}
