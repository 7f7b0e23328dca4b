import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { explainParseError } from './explain-parse-error';
import type { Problem } from './module';

export interface Parsed {
  /** Without the front matter; null when the file cannot be read as MDX. */
  nodes: RootContent[] | null;
  /** The YAML between the `---` lines, or null when there is none. */
  frontMatter: string | null;
  problems: Problem[];
}

/** Reads MDX into nodes that know their line. Parsing runs nothing. */
export function parseMdx(file: string, text: string): Parsed {
  const parser = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml']);
  try {
    const root: Root = parser.parse(text);
    const first = root.children[0];
    const frontMatter = first?.type === 'yaml' ? first.value : null;
    const nodes = root.children.filter((node) => node.type !== 'yaml').map(unravel);
    return { nodes, frontMatter, problems: [] };
  } catch (thrown) {
    const matched = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text.replaceAll('\r\n', '\n'));
    return {
      nodes: null,
      frontMatter: matched?.[1] ?? null,
      problems: [explainParseError(file, text, thrown)],
    };
  }
}

/**
 * A component written on one line of its own, as `<Quote reframe>…</Quote>`, is parsed as a paragraph around it. It is
 * a block, as MDX's own compiler also decides.
 */
function unravel(node: RootContent): RootContent {
  if (node.type === 'paragraph') {
    const said = node.children.filter((child) => !isBlank(child));
    const only = said[0];
    if (
      said.length === 1 &&
      only?.type === 'mdxJsxTextElement' &&
      only.name !== 'Cite' &&
      only.name !== 'Fact'
    ) {
      const inner: Paragraph = {
        type: 'paragraph',
        children: only.children,
        position: node.position,
      };
      return {
        ...only,
        type: 'mdxJsxFlowElement',
        children: only.children.length > 0 ? [inner] : [],
      };
    }
    return node;
  }
  if (node.type === 'mdxJsxFlowElement' || node.type === 'blockquote') {
    return { ...node, children: node.children.map(unravel) as typeof node.children };
  }
  return node;
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
