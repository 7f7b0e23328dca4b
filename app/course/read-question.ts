import type { List, ListItem } from 'mdast';
import {
  attributesOf,
  blocksOf,
  type Component,
  entryParts,
  isList,
  lineOf,
  wordsOf,
} from './nodes';
import type { OptionOutline, QuestionOutline, StatementOutline } from './outline';
import type { PageReader } from './page-reader';
import { cutAtMark } from './statement';

/** `<Question>`: a stem, then one list of options (`- [x]`) or of statements (`- Statement :: Category`). */
export function readQuestion(reader: PageReader, node: Component): QuestionOutline {
  const attributes = attributesOf(node);
  const id = wordsOf(attributes.id);
  const line = lineOf(node);
  const sort = attributes.sort === true;
  const blocks = blocksOf(node);
  const list = blocks.findLast(isList);
  const stemBlocks = list ? blocks.slice(0, blocks.indexOf(list)) : blocks;
  const after = list ? blocks.slice(blocks.indexOf(list) + 1) : [];

  if (stemBlocks.length === 0) {
    reader.problem(
      line,
      `question “${id}” asks nothing`,
      'write the question above its list of options',
    );
  }
  const apart = stemBlocks.find((block) => isList(block) && (sort || hasOptions(block)));
  if (apart) {
    reader.problem(
      lineOf(apart),
      `question “${id}” has options that stand apart from the last ones`,
      'indent each explanation by two spaces before its >, and leave nothing else between options',
    );
  }
  for (const extra of after.slice(0, 1)) {
    reader.problem(
      lineOf(extra),
      `question “${id}” goes on after its list`,
      'put everything that is asked above the list, and explanations under their option, indented, with >',
    );
  }
  const stem = reader.run(stemBlocks, line + 1);
  const options = !sort && list ? readOptions(reader, id, list) : [];
  const statements = sort && list ? readStatements(reader, id, list) : [];
  const right = options.filter((option) => option.right).length;
  return {
    type: 'question',
    id,
    line,
    point: id.split('--')[0] ?? id,
    stem,
    critical: attributes.critical === true,
    pre: attributes.pre === true,
    many: attributes.many === true || right > 1,
    sort,
    outcome: typeof attributes.outcome === 'number' ? attributes.outcome : undefined,
    page: attributes.page === undefined ? undefined : wordsOf(attributes.page),
    options,
    statements,
  };
}

function hasOptions(list: List): boolean {
  return list.children.some((item) => typeof item.checked === 'boolean');
}

function readOptions(reader: PageReader, id: string, list: List): OptionOutline[] {
  return list.children.map((item) => {
    const { content, explanation, rest } = entryParts(item);
    const line = lineOf(item);
    if (item.checked === null || item.checked === undefined) {
      reader.problem(
        line,
        `an option of question “${id}” does not say whether it is right`,
        'begin it with - [ ] or, when it is right, with - [x]',
      );
    }
    refuseRest(reader, id, line, rest.length);
    return {
      content: reader.run(content, line),
      right: item.checked === true,
      explanation: explanation ? reader.run(explanation) : undefined,
      line,
    };
  });
}

function readStatements(reader: PageReader, id: string, list: List): StatementOutline[] {
  return list.children.map((item: ListItem) => {
    const { content, explanation, rest } = entryParts(item);
    const line = lineOf(item);
    const cut = cutAtMark(content);
    if (!cut) {
      reader.problem(
        line,
        `a statement of question “${id}” does not say where it belongs`,
        'write it as - Statement :: Category',
      );
    }
    refuseRest(reader, id, line, rest.length);
    return {
      content: reader.run(cut?.before ?? content, line),
      category: cut?.after ?? '',
      explanation: explanation ? reader.run(explanation) : undefined,
      line,
    };
  });
}

function refuseRest(reader: PageReader, id: string, line: number, rest: number): void {
  if (rest === 0) return;
  reader.problem(
    line,
    `an option of question “${id}” is more than one line of text and one explanation`,
    'keep the option to one paragraph, and put the explanation under it, indented, with >',
  );
}
