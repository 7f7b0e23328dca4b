import fc from 'fast-check';
import type { Question } from '~/course/module';
import type { Pick } from '~db/schema/learning';

/** Any answer that a question can be given. */
export function anyPick(question: Question): fc.Arbitrary<Pick> {
  if (question.kind === 'sort') {
    const category = fc.nat({ max: question.categories.length - 1 });
    const { length } = question.statements;
    return fc.array(category, { minLength: length, maxLength: length });
  }
  const positions = question.options.map((_, n) => n);
  return question.kind === 'one'
    ? fc.constantFrom(...positions).map((n) => [n])
    : fc.subarray(positions, { minLength: 1 });
}
