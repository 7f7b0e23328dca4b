import { components } from './format';
import type { Problem } from './module';
import { error } from './problem';

interface ParseError {
  reason: string;
  ruleId?: string;
  source?: string;
  place?: { line: number } | { start: { line: number } };
}

/** Says in plain words what the MDX parser choked on, with the line of the file. */
export function explainParseError(file: string, text: string, thrown: unknown): Problem {
  if (!isParseError(thrown)) throw thrown;
  const { reason, ruleId = '', source = '' } = thrown;
  const line = lineOf(thrown);
  const written = text.split('\n')[line - 1] ?? '';

  if (source.endsWith('mdxjs-esm')) {
    const word = /^\s*(import|export)/.exec(written)?.[1] ?? 'import or export';
    return error(
      file,
      line,
      `a paragraph that begins with “${word}” is read as program code, which content may not carry`,
      `begin the paragraph with another word, or remove the ${word} line`,
    );
  }
  if (source.endsWith('mdx-expression')) {
    const opened = lineOfOpenBrace(text, line);
    return error(
      file,
      opened,
      'a curly bracket { begins program code, which content may not carry',
      'use round brackets, or write \\{ if a curly bracket must be shown',
    );
  }
  if (reason.includes('`!`')) {
    return error(
      file,
      line,
      'comments <!-- like this --> cannot stand in a module',
      'delete the comment, and keep notes to other authors outside the page',
    );
  }
  if (ruleId === 'end-tag-mismatch') return unclosed(file, reason, line);
  if (ruleId === 'unexpected-closing-slash') {
    return error(
      file,
      line,
      'a closing tag stands here with nothing open',
      'remove it, or add the opening tag above it',
    );
  }
  if (reason.includes('attribute value')) {
    return error(
      file,
      line,
      'an attribute’s value is written without quotation marks',
      `write words as id="name" and whole numbers as ${numberIn(written) ?? 'draw={8}'}`,
    );
  }
  if (reason.includes('attribute')) {
    return error(
      file,
      line,
      'a tag is not written as it should be',
      'write it as <Name id="word"> with straight quotation marks',
    );
  }
  const sign = /Unexpected character `(.)`/u.exec(reason)?.[1];
  if (sign === '/' && reason.includes('link')) {
    return error(
      file,
      line,
      'an address in angle brackets cannot be read',
      'write a link as [its text](https://…)',
    );
  }
  if (sign) {
    return error(
      file,
      line,
      `“<${sign.trim()}” looks like the beginning of a tag`,
      'write “less than” in words, or &lt; if the sign must be shown',
    );
  }
  return error(
    file,
    line,
    'a tag is opened with < and not finished',
    'finish it with >, or write &lt; if the sign itself must be shown',
  );
}

/** A number as the author meant it, in the brackets that it lacks. */
function numberIn(written: string): string | null {
  const [, name, value] = /\s(\w+)=(\d+)/.exec(written) ?? [];
  return name && value ? `${name}={${value}}` : null;
}

function unclosed(file: string, reason: string, line: number): Problem {
  const opened = /closing tag for `<(\w+)>` \((\d+):/.exec(reason);
  const closing = /Unexpected closing tag `<\/(\w+)>`/.exec(reason)?.[1];
  const name = opened?.[1] ?? 'a component';
  if (components.get(name)?.empty) {
    const given = Object.keys(components.get(name)?.attributes ?? {});
    const tag = [name, ...given.map((attribute) => `${attribute}="…"`)].join(' ');
    return error(
      file,
      opened?.[2] ? Number(opened[2]) : line,
      `<${name}> is not finished`,
      `write <${tag}/>, with a slash before the >`,
    );
  }
  const openedAt = opened?.[2] ? Number(opened[2]) : line;
  const what = closing
    ? `</${closing}> stands where </${name}> should close the <${name}> of line ${openedAt}`
    : `<${name}> is opened here and never closed`;
  return error(
    file,
    closing ? line : openedAt,
    what,
    `add </${name}> on a line of its own where it ends`,
  );
}

/** The parser reports an open brace only at the end of the file; the author wants the line where it stands. */
function lineOfOpenBrace(text: string, line: number): number {
  const lines = text.split('\n').slice(0, line);
  for (let n = lines.length; n > 0; n -= 1) {
    const at = (lines[n - 1] ?? '').lastIndexOf('{');
    if (at >= 0 && !(lines[n - 1] ?? '').slice(at).includes('}')) return n;
  }
  return line;
}

function lineOf(thrown: ParseError): number {
  if (!thrown.place) return Number(/\((\d+):\d+/.exec(thrown.reason)?.[1] ?? 1);
  return 'line' in thrown.place ? thrown.place.line : thrown.place.start.line;
}

function isParseError(thrown: unknown): thrown is ParseError {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    typeof (thrown as ParseError).reason === 'string'
  );
}
