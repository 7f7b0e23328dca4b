import type { List, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

/* Small questions about Markdown nodes. */

export type Component = MdxJsxFlowElement | MdxJsxTextElement;

export function isComponent(node: Nodes, name?: string): node is Component {
  const component = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  return component && (name === undefined || node.name === name);
}

export function lineOf(node: Nodes | undefined): number {
  return node?.position?.start.line ?? 1;
}

export function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

/** Every node, outermost first, with what it stands in. */
export function walk(
  nodes: readonly Nodes[],
  visit: (node: Nodes, inside: readonly Nodes[]) => void,
  inside: readonly Nodes[] = [],
): void {
  for (const node of nodes) {
    visit(node, inside);
    walk(childrenOf(node), visit, [...inside, node]);
  }
}

/** An attribute's value: words, a whole number, or true for a bare name. Anything else is left out. */
export function attributesOf(node: Component): Record<string, string | number | true> {
  const found: Record<string, string | number | true> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { name, value } = attribute;
    if (value === null || value === undefined) found[name] = true;
    else if (typeof value === 'string') found[name] = value;
    else if (/^\s*\d+\s*$/.test(value.value)) found[name] = Number(value.value);
  }
  return found;
}

export function wordsOf(value: string | number | true | undefined): string {
  return value === undefined || value === true ? '' : String(value);
}

/** The blocks directly in a component. */
export function blocksOf(node: Component): RootContent[] {
  return [...node.children];
}

export function isList(node: Nodes): node is List {
  return node.type === 'list';
}

/** A list entry taken apart: its one line, the explanation quoted under it, and whatever else is there. */
export function entryParts(item: ListItem): {
  content: PhrasingContent[];
  explanation: RootContent[] | null;
  rest: RootContent[];
} {
  const [first, ...others] = item.children;
  const content = first?.type === 'paragraph' ? first.children : [];
  const quoted = others.find((node) => node.type === 'blockquote');
  const rest: RootContent[] = others.filter((node) => node !== quoted);
  if (first && first.type !== 'paragraph') rest.unshift(first);
  return { content, explanation: quoted ? quoted.children : null, rest };
}
