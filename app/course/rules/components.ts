import type { Nodes, RootContent } from 'mdast';
import { type AttributeKind, components } from '../format';
import type { Problem } from '../module';
import { attributesOf, type Component, isComponent, lineOf, walk } from '../nodes';
import { error } from '../problem';

/** Each component has the attributes it needs, written as they should be, and stands where it may. */
export function componentsAreWellFormed(file: string, nodes: readonly RootContent[]): Problem[] {
  const problems: Problem[] = [];
  walk(nodes, (node, inside) => {
    if (!isComponent(node)) return;
    problems.push(...wrongAttributes(file, node), ...wrongPlace(file, node, inside));
  });
  return problems;
}

function wrongAttributes(file: string, node: Component): Problem[] {
  const name = node.name ?? '';
  const format = components.get(name);
  if (!format) return [];
  const given = attributesOf(node);
  return Object.entries(format.attributes).flatMap(([attribute, { kind, optional }]) => {
    const value = Object.hasOwn(given, attribute) ? given[attribute] : undefined;
    const written = node.attributes.some(
      (a) => a.type === 'mdxJsxAttribute' && a.name === attribute,
    );
    if (!written) {
      if (optional) return [];
      return [
        error(
          file,
          lineOf(node),
          `<${name}> has no ${attribute}`,
          `add ${example(attribute, kind)}`,
        ),
      ];
    }
    // What is written and cannot be read is code, which rules/no-code.ts reports.
    if (value === undefined || fits(value, kind)) return [];
    return [
      error(
        file,
        lineOf(node),
        `${attribute} of <${name}> is not written as it should be`,
        `write ${example(attribute, kind, value)}`,
      ),
    ];
  });
}

function fits(value: string | number | true, kind: AttributeKind): boolean {
  if (kind === 'flag') return value === true;
  if (kind === 'number') return typeof value === 'number' && value > 0;
  if (kind === 'words') return typeof value === 'string' && value.trim() !== '';
  return typeof value === 'string' && kind.includes(value);
}

/** @param given what was written, which may lack nothing but the brackets */
function example(attribute: string, kind: AttributeKind, given?: string | number | true): string {
  if (kind === 'flag') return `${attribute}, alone, with no = after it`;
  if (kind === 'number') {
    const number = typeof given === 'string' && /^[1-9]\d*$/.test(given.trim()) ? given.trim() : 1;
    return `${attribute}={${number}}, a whole number in curly brackets`;
  }
  if (kind === 'words') return `${attribute}="…"`;
  return `one of ${kind.map((word) => `${attribute}="${word}"`).join(', ')}`;
}

function wrongPlace(file: string, node: Component, inside: readonly Nodes[]): Problem[] {
  const name = node.name ?? '';
  const places = components.get(name)?.inside;
  if (!places || places === 'anywhere') return [];
  const parent = inside.at(-1);
  const place =
    parent === undefined ? 'page' : isComponent(parent) ? (parent.name ?? '') : parent.type;
  if (places.includes(place)) return [];
  const where = places
    .map((p) => (p === 'page' ? 'directly in the page' : `in <${p}>`))
    .join(' or ');
  return [
    error(
      file,
      lineOf(node),
      `<${name}> cannot stand here`,
      `move it: it stands ${where}, with an empty line above it`,
    ),
  ];
}
