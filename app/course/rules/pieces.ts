import type {
  ModuleOutline,
  PageOutline,
  PieceOutline,
  QuestionOutline,
  ScenarioOutline,
} from '../outline';

/** Something of a module, with the file it stands in. */
export type In<T> = T & { file: string };

/** The introduction first, then the pages. */
export function allPages(module: ModuleOutline): PageOutline[] {
  return [module.intro, ...module.pages];
}

/** All that is written in a module: its pages, and what only the lead reads. */
export function allProse(module: ModuleOutline): PageOutline[] {
  return [...allPages(module), ...(module.staffMeeting ? [module.staffMeeting] : [])];
}

/** False when a page could not be read: then what the module lacks may well stand there. */
export function everyPageRead(module: ModuleOutline): boolean {
  return allPages(module).every((page) => page.nodes !== null);
}

export function piecesOf<T extends PieceOutline['type']>(
  module: ModuleOutline,
  type: T,
): In<Extract<PieceOutline, { type: T }>>[] {
  return allPages(module).flatMap((page) =>
    page.pieces
      .filter((piece): piece is Extract<PieceOutline, { type: T }> => piece.type === type)
      .map((piece) => ({ ...piece, file: page.file })),
  );
}

/** Checks and the quiz's items, in order. */
export function questionsOf(module: ModuleOutline): In<QuestionOutline>[] {
  return allPages(module).flatMap((page) =>
    page.pieces.flatMap((piece) => {
      const questions =
        piece.type === 'question' ? [piece] : piece.type === 'quiz' ? piece.bank : [];
      return questions.map((question) => ({ ...question, file: page.file }));
    }),
  );
}

export function scenariosOf(module: ModuleOutline): In<ScenarioOutline>[] {
  return piecesOf(module, 'scenario');
}

/** Questions of which one option is chosen. */
export function chooseOne(question: QuestionOutline): boolean {
  return !question.sort && !question.many;
}
