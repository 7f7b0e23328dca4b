import type { Question } from '~/course/module';
import type { Confidence, Pick } from '~db/schema/learning';
import { type Share, shareOf } from './share';

interface FirstAnswer {
  pick: Pick;
  /** Null when it was left out, on paper. */
  confidence: Confidence | null;
  right: boolean;
}

/** What first answers to one item say about the item. */
export interface ItemFound {
  question: Question;
  /** Counted: whole fives. */
  people: number;
  otherwise: Share;
  /** How sure they were, among those who answered as the module does and those who answered otherwise. */
  sure: Record<'right' | 'otherwise', Record<Confidence, Share>>;
  /** Of each option, who chose it; of each statement to sort, who sorted it as the module does. */
  options: Share[];
}

export function itemFound(question: Question, answers: readonly FirstAnswer[]): ItemFound {
  const people = answers.length;
  const share = (fits: (answer: FirstAnswer) => boolean) =>
    shareOf(answers.filter(fits).length, people);
  const bySure = (right: boolean): Record<Confidence, Share> => {
    const level = (confidence: Confidence) =>
      share((answer) => answer.right === right && answer.confidence === confidence);
    return { sure: level('sure'), fairly: level('fairly'), guess: level('guess') };
  };
  const options =
    question.kind === 'sort'
      ? question.statements.map(({ category }, n) => share(({ pick }) => pick[n] === category))
      : question.options.map((_, n) => share(({ pick }) => pick.includes(n)));
  return {
    question,
    people,
    otherwise: share(({ right }) => !right),
    sure: { right: bySure(true), otherwise: bySure(false) },
    options,
  };
}

const order: Share[] = ['nearly all or all', 'most', 'about half', 'some', 'few or none'];

/** Sure and otherwise first, then otherwise at all; by the words, so that the order tells no more than they do. */
export function mostTellingFirst(items: readonly ItemFound[]): ItemFound[] {
  const rank = ({ sure, otherwise }: ItemFound) =>
    order.indexOf(sure.otherwise.sure) * order.length + order.indexOf(otherwise);
  return [...items].sort((a, b) => rank(a) - rank(b));
}
