import type { Html, Question } from '~/course/module';
import type { Pick } from '~db/schema/learning';
import { isRight } from '../marking';

/** A question as it may be asked: nothing in it tells the right answer. Positions are those of the version as written. */
export type QuestionView =
  | { kind: 'one' | 'many'; id: string; stem: Html; options: { n: number; html: Html }[] }
  | {
      kind: 'sort';
      id: string;
      stem: Html;
      categories: string[];
      statements: { n: number; html: Html }[];
    };

/** The same once it is answered: what was picked, what is right, and why. */
export type AnsweredView = {
  id: string;
  stem: Html;
  right: boolean;
} & (
  | {
      kind: 'one' | 'many';
      options: { n: number; html: Html; chosen: boolean; right: boolean; explanation: Html }[];
    }
  | {
      kind: 'sort';
      statements: {
        n: number;
        html: Html;
        chosen: string;
        rightly: string;
        right: boolean;
        explanation: Html;
      }[];
    }
);

const asWritten = (question: Question) =>
  (question.kind === 'sort' ? question.statements : question.options).map((_, n) => n);

/** @param order positions in the order to show them; as written when left out */
export function viewQuestion(question: Question, order = asWritten(question)): QuestionView {
  const { id, stem } = question;
  if (question.kind === 'sort') {
    const statements = order.flatMap((n) => {
      const statement = question.statements[n];
      return statement ? [{ n, html: statement.html }] : [];
    });
    return { kind: 'sort', id, stem, categories: question.categories, statements };
  }
  const options = order.flatMap((n) => {
    const option = question.options[n];
    return option ? [{ n, html: option.html }] : [];
  });
  return { kind: question.kind, id, stem, options };
}

/** Only for a question that this person has answered. */
export function viewAnswered(
  question: Question,
  pick: Pick,
  order = asWritten(question),
): AnsweredView {
  const { id, stem } = question;
  const right = isRight(question, pick);
  if (question.kind === 'sort') {
    const statements = order.flatMap((n) => {
      const statement = question.statements[n];
      if (!statement) return [];
      const { html, category, explanation } = statement;
      const chosen = question.categories[pick[n] ?? -1] ?? '';
      const rightly = question.categories[category] ?? '';
      return [{ n, html, chosen, rightly, right: pick[n] === category, explanation }];
    });
    return { kind: 'sort', id, stem, right, statements };
  }
  const options = order.flatMap((n) => {
    const option = question.options[n];
    return option ? [{ n, chosen: pick.includes(n), ...option }] : [];
  });
  return { kind: question.kind, id, stem, right, options };
}
