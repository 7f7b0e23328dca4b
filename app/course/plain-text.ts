import type { Nodes, Paragraph } from 'mdast';
import { childrenOf, isComponent, lineOf, walk } from './nodes';

/** The words of one paragraph, heading or table cell, and the line on which each character stands. */
export interface Passage {
  kind: 'paragraph' | 'heading' | 'cell';
  text: string;
  lineAt(offset: number): number;
}

/**
 * The text of these nodes, passage by passage. Citations and facts say nothing here.
 * @param leaveOut components whose words are left out
 */
export function passagesIn(nodes: readonly Nodes[], leaveOut: readonly string[] = []): Passage[] {
  const found: Passage[] = [];
  walk(nodes, (node, inside) => {
    if (inside.some((outer) => isComponent(outer) && leaveOut.includes(outer.name ?? ''))) return;
    if (node.type === 'paragraph') found.push(passage('paragraph', node, leaveOut));
    if (node.type === 'heading') found.push(passage('heading', node, leaveOut));
    if (node.type === 'tableCell') found.push(passage('cell', node, leaveOut));
  });
  return found.filter((p) => p.text.trim() !== '');
}

function passage(kind: Passage['kind'], node: Nodes, leaveOut: readonly string[]): Passage {
  const parts: { at: number; line: number; text: string }[] = [];
  let text = '';
  const gather = (inner: Nodes) => {
    if (isComponent(inner) && leaveOut.includes(inner.name ?? '')) {
      text += ' … ';
      return;
    }
    if (inner.type === 'text' || inner.type === 'inlineCode') {
      parts.push({ at: text.length, line: lineOf(inner), text: inner.value });
      text += inner.value;
    }
    if (inner.type === 'break') text += '\n';
    for (const child of childrenOf(inner)) gather(child);
  };
  gather(node);
  const lineAt = (offset: number) => {
    const part = parts.findLast((p) => p.at <= offset) ?? parts[0];
    if (!part) return lineOf(node);
    const before = part.text.slice(0, Math.max(0, offset - part.at));
    return part.line + before.split('\n').length - 1;
  };
  return { kind, text, lineAt };
}

/** Characters of a line of text. */
export function lengthOf(line: readonly Nodes[]): number {
  const paragraph = { type: 'paragraph', children: [...line] } as Paragraph;
  const passages = passagesIn([paragraph]);
  return passages.reduce((sum, passage) => sum + [...passage.text.trim()].length, 0);
}

const words = new Intl.Segmenter('en-GB', { granularity: 'word' });
const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

export function wordsIn(text: string): string[] {
  return [...words.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
}

export function sentencesIn(text: string): string[] {
  return [...sentences.segment(text)]
    .map((part) => part.segment.trim())
    .filter((part) => part !== '');
}
