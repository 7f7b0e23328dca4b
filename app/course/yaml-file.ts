import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml';
import type { z } from 'zod';
import { explainYamlError } from './explain-yaml-error';
import type { Problem } from './module';
import { error } from './problem';

export interface Read<T> {
  /** Null when something is wrong. */
  value: T | null;
  problems: Problem[];
  /** The line where the value at this path stands, or its nearest parent that is there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads YAML against a schema; each problem names its line.
 * @param firstLine the file's line on which `text` begins: 1, or 2 for front matter.
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  firstLine = 1,
): Read<z.infer<S>> {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line) + firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const offset = placeOf(doc, path.slice(0, depth));
      if (offset !== null) return lineAt(offset);
    }
    return firstLine;
  };
  // One fault makes others after it, which only the parser sees.
  const [fault] = doc.errors;
  const starred = text.split('\n').findIndex((line) => beginsWithSign.test(line));
  if (starred >= 0 && (fault || hasUnknownAlias(doc))) {
    const message = 'a value that begins with *, & or ! cannot be read';
    const mend = 'put it inside quotation marks, and leave Markdown out of it';
    return { value: null, problems: [error(file, firstLine + starred, message, mend)], lineOf };
  }
  if (fault) {
    const at = openQuote(text, fault) ?? fault.pos[0];
    const { line } = counter.linePos(at);
    const written = text.split('\n')[line - 1] ?? '';
    const tail = text.slice(at).split('\n')[0] ?? '';
    const problem = error(file, lineAt(at), ...explainYamlError(fault, written, tail));
    return { value: null, problems: [problem], lineOf };
  }
  const parsed = schema.safeParse(doc.toJS());
  if (parsed.success) return { value: parsed.data, problems: [], lineOf };
  const problems = parsed.error.issues.flatMap((issue) =>
    explain(file, issue, lineOf, doc.hasIn(issue.path)),
  );
  return { value: null, problems, lineOf };
}

/** `title: *Calm*`: in YAML the star refers to something named before. */
const beginsWithSign = /^\s*(?:-\s+)?(?:[\w-]+:\s+)?[*&!]\S/;

function hasUnknownAlias(doc: Document): boolean {
  let found = false;
  visit(doc, {
    Alias(_key, alias) {
      found ||= alias.resolve(doc) === undefined;
    },
  });
  return found;
}

/** Where the last key or entry of a path begins in the text; null when it is not there. */
function placeOf(doc: Document, path: readonly PropertyKey[]): number | null {
  const parent = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
    : undefined;
  const node = pair ? pair.key : doc.getIn(path, true);
  return isNode(node) && node.range ? node.range[0] : null;
}

/** A quotation mark that is never closed is noticed only at the end; the author wants the line where it stands. */
function openQuote(text: string, { code, message }: YAMLParseError): number | null {
  if (code !== 'MISSING_CHAR' || !message.startsWith('Missing closing')) return null;
  let at = 0;
  for (const line of text.split('\n')) {
    if ((line.match(/(?<!\\)"/g) ?? []).length % 2 === 1) return at;
    at += line.length + 1;
  }
  return null;
}

function explain(
  file: string,
  issue: z.core.$ZodIssue,
  lineOf: (path: readonly PropertyKey[]) => number,
  there: boolean,
): Problem[] {
  const name = nameOf(issue.path);
  const line = lineOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      error(
        file,
        lineOf([...issue.path, key]),
        `“${key}” is not something that can be said here`,
        'check its spelling, or remove it',
      ),
    );
  }
  if (issue.code === 'invalid_type' && !there) {
    return [error(file, line, `${name} is missing`, `add it as ${article(issue.expected)}`)];
  }
  // A schema without words of its own for this.
  const unsaid = issue.code === 'invalid_type' && issue.message.startsWith('Invalid input');
  const mend = unsaid ? `write it as ${article(issue.expected)}` : issue.message;
  return [error(file, line, `${name} cannot be used as it is`, mend)];
}

function nameOf(path: readonly PropertyKey[]): string {
  const words = path.map((key) =>
    typeof key === 'number' ? `entry ${key + 1}` : `“${String(key)}”`,
  );
  return words.length === 0 ? 'the file' : words.reverse().join(' of ');
}

function article(expected: string): string {
  const names: Record<string, string> = {
    string: 'words',
    number: 'a number',
    int: 'a whole number',
    array: 'a list, each entry on a line that begins with a hyphen',
    object: 'a block of its own, indented by two spaces',
    record: 'a block of its own, indented by two spaces',
    boolean: 'true or false',
  };
  return names[expected] ?? expected;
}
