import type { Problem } from '../module';
import { attributesOf, isComponent, lineOf, walk } from '../nodes';
import type { CheckContext, Library, ModuleOutline, PageOutline } from '../outline';
import { type Passage, passagesIn } from '../plain-text';
import { error } from '../problem';

/** A refused word stands only in `<Quote reframe>`. Looked for in all text, titles and prompts of a page. */
export function houseStyle(page: PageOutline, { library }: CheckContext): Problem[] {
  return refusedIn(page.file, pagePassages(page), library);
}

/** The same of a module's front matter; its title is that of its introduction. */
export function frontHouseStyle(module: ModuleOutline, { library }: CheckContext): Problem[] {
  return refusedIn(module.file, frontPassages(module), library);
}

/** The same of the summary of a guide, which stands in its front matter. */
export function summaryHouseStyle(
  file: string,
  summary: string,
  { library }: CheckContext,
): Problem[] {
  return refusedIn(file, [at(1, summary)], library);
}

function refusedIn(file: string, passages: readonly Passage[], library: Library): Problem[] {
  return passages.flatMap((passage) =>
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

function frontPassages({ front, frontLine }: ModuleOutline): Passage[] {
  if (!front) return [];
  const texts = { summary: [front.summary], audience: [front.audience], outcomes: front.outcomes };
  return Object.entries(texts).flatMap(([key, words]) =>
    words.map((text) => at(frontLine(key), text)),
  );
}

function at(line: number, text: string): Passage {
  return { kind: 'paragraph', text, lineAt: () => line };
}
