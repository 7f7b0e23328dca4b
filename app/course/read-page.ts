import type { RootContent } from 'mdast';
import { segmentComponents } from './format';
import {
  attributesOf,
  blocksOf,
  type Component,
  isComponent,
  lineOf,
  walk,
  wordsOf,
} from './nodes';
import type { CitationOutline, PieceOutline, QuestionOutline } from './outline';
import { PageReader } from './page-reader';
import { readHundreds } from './read-hundred';
import { readQuestion } from './read-question';
import { readScenario } from './read-scenario';

/** The body of a page as a list of pieces, in order. Reads on past what is wrong, so that all of it is reported. */
export function readBody(
  file: string,
  nodes: readonly RootContent[],
): {
  reader: PageReader;
  pieces: PieceOutline[];
  citations: CitationOutline[];
} {
  const reader = new PageReader(file);
  const pieces: PieceOutline[] = [];
  let prose: RootContent[] = [];
  const endProse = () => {
    if (prose.length === 0) return;
    refuseLooseOptions(reader, prose);
    const content = reader.run(readHundreds(reader, prose));
    pieces.push({ type: 'prose', content, line: content.line });
    prose = [];
  };
  for (const node of nodes) {
    if (isComponent(node) && segmentComponents.includes(node.name ?? '')) {
      endProse();
      pieces.push(readPiece(reader, node));
    } else prose.push(node);
  }
  endProse();
  return { reader, pieces, citations: citationsIn(nodes) };
}

function readPiece(reader: PageReader, node: Component): PieceOutline {
  const attributes = attributesOf(node);
  const line = lineOf(node);
  switch (node.name) {
    case 'Question':
      return readQuestion(reader, node);
    case 'Scenario':
      return readScenario(reader, node);
    case 'Quiz':
      return {
        type: 'quiz',
        draw: Number(attributes.draw) || 0,
        bank: readBank(reader, node),
        line,
      };
    case 'Reflect':
      return {
        type: 'reflect',
        id: wordsOf(attributes.id),
        prompt: wordsOf(attributes.prompt),
        line,
      };
    case 'Card': {
      const title = wordsOf(attributes.title);
      const content = reader.run(readHundreds(reader, blocksOf(node)), line);
      return { type: 'card', id: idFromTitle(title), title, content, line };
    }
    default:
      return { type: 'commit', line };
  }
}

function readBank(reader: PageReader, quiz: Component): QuestionOutline[] {
  return blocksOf(quiz).flatMap((block) => {
    if (isComponent(block, 'Question')) return [readQuestion(reader, block)];
    if (!isComponent(block)) {
      reader.problem(
        lineOf(block),
        'text stands in <Quiz> between its questions',
        'move it above <Quiz>, or into a <Question>',
      );
    }
    return [];
  });
}

function refuseLooseOptions(reader: PageReader, nodes: readonly RootContent[]): void {
  walk(nodes, (node, inside) => {
    const ticked = node.type === 'listItem' && typeof node.checked === 'boolean';
    const first = inside.at(-1);
    if (!ticked || first?.type !== 'list' || first.children[0] !== node) return;
    reader.problem(
      lineOf(node),
      'a list of options [ ] stands outside a question',
      'put <Question id="…"> above it and </Question> below it',
    );
  });
}

function citationsIn(nodes: readonly RootContent[]): CitationOutline[] {
  const found: CitationOutline[] = [];
  walk(nodes, (node) => {
    if (!isComponent(node)) return;
    const attributes = attributesOf(node);
    const line = lineOf(node);
    if (node.name === 'Cite') found.push({ component: 'Cite', id: wordsOf(attributes.s), line });
    if (node.name === 'Fact') found.push({ component: 'Fact', id: wordsOf(attributes.id), line });
  });
  return found;
}

function idFromTitle(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
