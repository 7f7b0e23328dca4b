import type { Problem } from '../module';
import { attributesOf, isComponent, lineOf, walk } from '../nodes';
import type { CheckContext, ModuleOutline, PageOutline } from '../outline';
import { type Passage, passagesIn } from '../plain-text';
import { error } from '../problem';
import { allPages } from './pieces';

/** A refused word stands only in `<Quote reframe>`. Looked for in all text, titles, prompts and front matter. */
export function houseStyle(module: ModuleOutline, { library }: CheckContext): Problem[] {
  const said = [
    ...frontPassages(module),
    ...allPages(module).flatMap((page) =>
      pagePassages(page).map((passage) => ({ file: page.file, passage })),
    ),
  ];
  return said.flatMap(({ file, passage }) =>
    library.refused.flatMap(({ pattern, instead }) =>
      [...passage.text.matchAll(pattern)].map((match) =>
        error(
          file,
          passage.lineAt(match.index),
          `“${match[0].replace(/\s+/g, ' ')}” is refused by the house style`,
          `write instead: ${instead}; or put it in <Quote reframe> if it is shown in order to be rewritten`,
        ),
      ),
    ),
  );
}

function pagePassages(page: PageOutline): Passage[] {
  const nodes = page.nodes ?? [];
  const attributes: Passage[] = [at(1, page.title)];
  walk(nodes, (node) => {
    if (!isComponent(node) || node.name === 'Cite' || node.name === 'Fact') return;
    const { title, setting, prompt, caption } = attributesOf(node);
    for (const text of [title, setting, prompt, caption]) {
      if (typeof text === 'string') attributes.push(at(lineOf(node), text));
    }
  });
  return [...attributes, ...passagesIn(nodes, ['Quote'])];
}

function frontPassages({ front, frontLine, file }: ModuleOutline) {
  if (!front) return [];
  const texts = { summary: [front.summary], audience: [front.audience], outcomes: front.outcomes };
  return Object.entries(texts).flatMap(([key, words]) =>
    words.map((text) => ({ file, passage: at(frontLine(key), text) })),
  );
}

function at(line: number, text: string): Passage {
  return { kind: 'paragraph', text, lineAt: () => line };
}
