import type { ListItem, Paragraph, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { blocksOf, entryParts, isList, lineOf } from './nodes';
import type { PageReader } from './page-reader';
import { cutAtMark } from './statement';

/**
 * Turns `<Hundred caption="…">` around `- 52 :: Secure` into what is rendered: the numbers as an attribute for the
 * squares, and a list that says the same in words.
 */
export function readHundred(reader: PageReader, node: MdxJsxFlowElement): MdxJsxFlowElement {
  const list = blocksOf(node).find(isList);
  const counts: number[] = [];
  const items = (list?.children ?? []).map((item): ListItem => {
    const cut = cutAtMark(entryParts(item).content);
    const number = cut?.before[0];
    const count =
      number?.type === 'text' && /^\d+$/.test(number.value.trim()) ? Number(number.value) : null;
    if (!cut || count === null) {
      reader.problem(
        lineOf(item),
        'a line of <Hundred> is not a number and its name',
        'write it as - 52 :: Secure',
      );
      return item;
    }
    counts.push(count);
    const said: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'text', value: `${count} in 100: ` }, ...cut.afterNodes],
    };
    return { type: 'listItem', spread: false, children: [said], position: item.position };
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total !== 100) {
    reader.problem(
      lineOf(node),
      `the figures of <Hundred> add up to ${total}`,
      'make them add up to 100',
    );
  }
  const counted = { type: 'mdxJsxAttribute', name: 'counts', value: counts.join(',') } as const;
  const key: RootContent = { type: 'list', ordered: false, spread: false, children: items };
  return { ...node, attributes: [...node.attributes, counted], children: [key] };
}

/** Every `<Hundred>` among these nodes, wherever it may stand, taken apart. */
export function readHundreds(reader: PageReader, nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node): RootContent => {
    if (node.type !== 'mdxJsxFlowElement') return node;
    if (node.name === 'Hundred') return readHundred(reader, node);
    return { ...node, children: readHundreds(reader, node.children) as typeof node.children };
  });
}
