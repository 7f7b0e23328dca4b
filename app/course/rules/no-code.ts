import type { Nodes, RootContent } from 'mdast';
import { components } from '../format';
import type { Problem } from '../module';
import { type Component, isComponent, lineOf, walk } from '../nodes';
import { isPictureName, pictureNameInWords } from '../picture-name';
import { error } from '../problem';

/**
 * MDX is code. Nothing is compiled unless this finds nothing: no import or export, no expression but a whole number as an
 * attribute, no raw HTML, no component or attribute that format.ts does not name, no link but to the web, to an address,
 * or within the site, and no picture but one that stands beside the page.
 */
export function noCode(file: string, nodes: readonly RootContent[]): Problem[] {
  const problems: Problem[] = [];
  walk(nodes, (node) => {
    const found = isComponent(node) ? inComponent(node) : inNode(node);
    for (const [message, mend] of found) problems.push(error(file, lineOf(node), message, mend));
  });
  return problems;
}

type Found = [message: string, mend: string];

function inNode(node: Nodes): Found[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [
        [
          `a line that begins with “${node.value.trim().split(/\s/)[0]}” is program code, which content may not carry`,
          'remove it, or begin the paragraph with another word',
        ],
      ];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [
        [
          'a curly bracket { begins program code, which content may not carry',
          'use round brackets, or write \\{ if a curly bracket must be shown',
        ],
      ];
    case 'html':
      return [['raw HTML cannot stand in a module', 'write it in Markdown']];
    case 'footnoteDefinition':
      return [
        [
          'footnotes cannot stand in a module',
          'cite a source with <Cite s="…"/>, or say it in the text',
        ],
      ];
    case 'link':
    case 'definition':
      return goodLink(node.url)
        ? []
        : [
            [
              `the link address “${node.url}” cannot be used`,
              'write a full address that begins with https://, or a page such as /privacy',
            ],
          ];
    case 'image':
      return isPictureName(node.url)
        ? []
        : [[`the image address “${node.url}” cannot be used`, pictureNameInWords]];
    default:
      return [];
  }
}

function inComponent(node: Component): Found[] {
  const name = node.name ?? '';
  const format = components.get(name);
  if (!format) {
    return /^[A-Z]/.test(name)
      ? [
          [
            `<${name}> is not a component that content may use`,
            `check its spelling; the components are ${[...components.keys()].join(', ')}`,
          ],
        ]
      : [
          [
            `<${name}> is raw HTML, which content may not carry`,
            'write it in Markdown, or write &lt; if the sign itself must be shown',
          ],
        ];
  }
  return node.attributes.flatMap((attribute): Found[] => {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      return [
        [
          `<${name}> carries program code in curly brackets`,
          'remove the curly brackets and what is in them',
        ],
      ];
    }
    if (!Object.hasOwn(format.attributes, attribute.name)) {
      const known = Object.keys(format.attributes).join(', ') || 'none';
      return [
        [
          `<${name}> has no attribute “${attribute.name}”`,
          `remove it, or check its spelling; the attributes are: ${known}`,
        ],
      ];
    }
    const { value } = attribute;
    if (typeof value === 'object' && value !== null && !/^\s*\d+\s*$/.test(value.value)) {
      return [
        [
          `${attribute.name} of <${name}> holds program code in curly brackets`,
          `write words as ${attribute.name}="words" and whole numbers as ${attribute.name}={1}`,
        ],
      ];
    }
    return [];
  });
}

function goodLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:|#|\/(?!\/))/i.test(url);
}
