import type { List, ListItem, RootContent } from 'mdast';
import { endingKinds, lensOwners, tags } from './format';
import {
  attributesOf,
  blocksOf,
  type Component,
  isComponent,
  isList,
  lineOf,
  wordsOf,
} from './nodes';
import type { ChoiceOutline, ScenarioOutline, StepOutline } from './outline';
import type { PageReader } from './page-reader';

/** `<Scenario>`: steps and endings whose choices are links, lenses, a debrief and a summary. */
export function readScenario(reader: PageReader, node: Component): ScenarioOutline {
  const attributes = attributesOf(node);
  const scenario: ScenarioOutline = {
    type: 'scenario',
    id: wordsOf(attributes.id),
    line: lineOf(node),
    title: wordsOf(attributes.title),
    setting: wordsOf(attributes.setting),
    start: wordsOf(attributes.start),
    steps: [],
    endings: [],
    lenses: [],
  };
  for (const block of blocksOf(node)) {
    if (isComponent(block)) readPart(reader, scenario, block);
    else {
      reader.problem(
        lineOf(block),
        `text stands in scenario “${scenario.id}” outside its steps`,
        'put it in a <Step>, <Ending>, <Lens>, <Debrief> or <Summary>',
      );
    }
  }
  return scenario;
}

function readPart(reader: PageReader, scenario: ScenarioOutline, part: Component): void {
  const attributes = attributesOf(part);
  const line = lineOf(part);
  if (part.name === 'Step') scenario.steps.push(readStep(reader, part));
  if (part.name === 'Ending') {
    const kind = endingKinds.find((known) => known === attributes.kind) ?? null;
    scenario.endings.push({ ...readStep(reader, part), kind });
  }
  if (part.name === 'Lens') {
    const who = lensOwners.find((known) => known === attributes.who) ?? 'child';
    scenario.lenses.push({ who, content: readText(reader, part), line });
  }
  if (part.name === 'Debrief' || part.name === 'Summary') {
    const name = part.name === 'Debrief' ? 'debrief' : 'summary';
    if (scenario[name]) {
      reader.problem(
        line,
        `scenario “${scenario.id}” has two of <${part.name}>`,
        'keep one of them',
      );
    }
    const content = readText(reader, part);
    scenario[name] = content.nodes.length > 0 ? content : undefined;
  }
}

function readText(reader: PageReader, part: Component) {
  return reader.run(blocksOf(part), lineOf(part));
}

function readStep(reader: PageReader, part: Component): StepOutline {
  const id = wordsOf(attributesOf(part).id);
  const line = lineOf(part);
  const blocks = blocksOf(part);
  const list = blocks.find((block): block is List => isList(block) && leadsSomewhere(block));
  const text = blocks.filter((block) => block !== list);
  if (text.length === 0) {
    reader.problem(line, `“${id}” says nothing`, 'write what happens above its choices');
  }
  if (list && blocks.at(-1) !== list) {
    reader.problem(
      lineOf(list),
      `“${id}” goes on after its choices`,
      'put the choices last, in one list',
    );
  }
  return {
    id,
    line,
    content: reader.run(text, line),
    choices: list ? list.children.flatMap((item) => readChoice(reader, id, item)) : [],
  };
}

/** A list of choices is a list of which an entry begins with a link to a step. */
function leadsSomewhere(list: List): boolean {
  return list.children.some((item) => {
    const first = item.children[0];
    const link = first?.type === 'paragraph' ? first.children[0] : undefined;
    return link?.type === 'link' && link.url.startsWith('#');
  });
}

function readChoice(reader: PageReader, step: string, item: ListItem): ChoiceOutline[] {
  const line = lineOf(item);
  const paragraph = item.children[0];
  const link = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  const alone =
    item.children.length === 1 &&
    paragraph?.type === 'paragraph' &&
    paragraph.children.length === 1;
  if (link?.type !== 'link' || !link.url.startsWith('#') || !alone) {
    reader.problem(
      line,
      `a choice of “${step}” is not one link to a step`,
      'write it as - [What you do](#step-it-leads-to "connects")',
    );
    if (link?.type !== 'link' || !link.url.startsWith('#')) return [];
  }
  const tag = tags.find((known) => known === link.title);
  if (!tag) {
    reader.problem(
      line,
      link.title
        ? `a choice of “${step}” has the tag “${link.title}”, which is not one`
        : `a choice of “${step}” has no tag`,
      `write one of ${tags.join(', ')} in quotation marks after the step it leads to`,
    );
  }
  const content: RootContent[] = link.children;
  return [{ content: reader.run(content, line), to: link.url.slice(1), tag: tag ?? 'holds', line }];
}
