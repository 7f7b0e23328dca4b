import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
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
      const node = doc.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };
  if (doc.errors.length > 0) {
    const problems = doc.errors.map((e) =>
      error(
        file,
        lineAt(e.pos[0]),
        `this is not YAML that can be read (${sentence(e.message)})`,
        'check the indentation, and put words that contain a colon, # or quotation marks inside quotation marks',
      ),
    );
    return { value: null, problems, lineOf };
  }
  const parsed = schema.safeParse(doc.toJS());
  if (parsed.success) return { value: parsed.data, problems: [], lineOf };
  const problems = parsed.error.issues.flatMap((issue) => explain(file, issue, lineOf));
  return { value: null, problems, lineOf };
}

function sentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+.*$/, '').replace(/[.:]$/, '');
}

function explain(
  file: string,
  issue: z.core.$ZodIssue,
  lineOf: (path: readonly PropertyKey[]) => number,
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
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [error(file, line, `${name} is missing`, `add it as ${article(issue.expected)}`)];
  }
  return [error(file, line, `${name} cannot be used as it is`, issue.message)];
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
