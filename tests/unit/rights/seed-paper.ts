import type { Attune } from '~/context.server';
import { currentEnrolment } from '~/learning/enrolments.server';
import { enterSheet, openSheet } from '~/learning/paper/enter.server';
import { readLetters } from '~/learning/paper/letters';
import { printSheets } from '~/learning/paper/print.server';
import { sheetOf } from '~/learning/paper/sheet-rows.server';
import type { Actor } from '~/people/actor';

interface SeededPaper {
  batch: string;
  /** Numbers of a sheet to be entered, and of one that was. */
  number: string;
  entered: string;
  /** The fields of the first one's form, as a query. */
  letters: string;
}

/** Two sheets of a module's quiz, one of them typed in. */
export function seedPaper(
  attune: Attune,
  lead: Actor,
  module: string,
  [waiting, done]: [string, string],
): SeededPaper {
  const { schoolId } = lead;
  const numberOf = (personId: string) => {
    const enrolled = currentEnrolment(attune.db, { schoolId, personId }, module);
    return (enrolled && sheetOf(attune.db, enrolled.id)?.number) ?? '';
  };
  printSheets(attune, lead, { module, personIds: [done] });
  const entered = numberOf(done);
  enterSheet(attune, lead, { number: entered, given: allA(attune, schoolId, entered).given });
  const { batch } = printSheets(attune, lead, { module, personIds: [waiting] });
  const number = numberOf(waiting);
  return { batch, number, entered, letters: allA(attune, schoolId, number).fields };
}

/** Every box with an A beside it ticked. */
function allA(attune: Attune, schoolId: string, number: string) {
  const { items } = openSheet(attune, schoolId, number);
  const typed = items.map(({ question }) =>
    'A'.repeat(question.kind === 'sort' ? question.statements.length : 1),
  );
  const given = items.map(({ question, order }, n) => {
    const read = readLetters(question, order, typed[n] ?? '');
    const pick = 'pick' in read ? read.pick : null;
    return { item: question.id, pick, confidence: null };
  });
  const fields = new URLSearchParams(typed.map((text, n) => [`letters-${n + 1}`, text]));
  return { given, fields: fields.toString() };
}
