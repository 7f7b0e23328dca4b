import type { PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** Cuts `Statement :: Category` (or `52 :: Secure`) at its last ` :: `; null when there is none or a half is empty. */
export function cutAtMark(
  content: readonly PhrasingContent[],
): { before: PhrasingContent[]; after: string; afterNodes: PhrasingContent[] } | null {
  for (let n = content.length - 1; n >= 0; n -= 1) {
    const node = content[n];
    if (node?.type !== 'text') continue;
    const at = node.value.lastIndexOf('::');
    if (at < 0) continue;
    const left = node.value.slice(0, at).trimEnd();
    const right = node.value.slice(at + 2).trimStart();
    const before = [...content.slice(0, n), ...(left ? [{ ...node, value: left }] : [])];
    const afterNodes = [...(right ? [{ ...node, value: right }] : []), ...content.slice(n + 1)];
    const after = textOf(afterNodes).trim();
    return before.length > 0 && after !== '' ? { before, after, afterNodes } : null;
  }
  return null;
}
