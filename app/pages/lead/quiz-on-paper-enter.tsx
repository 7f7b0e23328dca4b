import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isLearningError } from '~/learning/errors';
import { enterSheet, openSheet, sheetToEnter } from '~/learning/paper/enter.server';
import { numberInWords } from '~/learning/paper/number.server';
import { found, refuse, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import sheetStyles from '~/ui/quiz-sheet.css?url';
import { title } from '~/ui/title';
import { KeptNotice } from './kept-notice';
import { LettersForm, SecondLook } from './paper-letters';
import { lookedAt, paperList, readTyped, toSheetNow } from './paper-letters.server';

export const meta = () => title('Type in a sheet');

/** Only here, so that no other page has to bring it. */
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheetStyles }];

/** The sheet, or why it cannot be typed in. */
function toEnter(read: () => ReturnType<typeof sheetToEnter>) {
  try {
    return { sheet: read(), not: null };
  } catch (error) {
    if (isLearningError(error) && error.status === 409) return { sheet: null, not: error.message };
    throw error;
  }
}

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune, params } = { ...args.context, params: args.params };
  const number = params.number ?? '';
  const { sheet, not } = found(() => toEnter(() => sheetToEnter(attune, who.schoolId, number)));
  return {
    ...{ who: pageWho(who), shown: numberInWords(number), sheet, not },
    kept: keptForm(args, who),
    list: paperList(args.request, sheet?.module),
  };
}

/** Once to be looked at again, with nothing saved; then to be saved, or to be typed otherwise. */
export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const number = args.params.number ?? '';
  try {
    const { items, enrolled } = openSheet(attune, who.schoolId, number);
    const { given, errors, values } = readTyped(form, items);
    if (form.get('step') === 'change') return data({ look: null, errors: undefined, values });
    if (Object.keys(errors).length > 0) return refuse(form, errors);
    if (form.get('step') !== 'save') {
      return data({ look: lookedAt(items, given), errors: undefined, values });
    }
    enterSheet(attune, actorOf(who, 'manage cohorts'), { number, given });
    forgetForm(args, who);
    return redirect(paperList(args.request, enrolled.module, { entered: number }), 303);
  } catch (error) {
    // Entered in another tab, or done on a phone: there is nothing to mend here, and the page says why.
    if (isLearningError(error) && error.status === 409) return toSheetNow(args.request);
    return refuseFor(form, error);
  }
}

export default function EnterSheet() {
  const { who, shown, sheet, not, kept, list } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const look = answer && 'look' in answer ? answer.look : null;
  const back = { to: list, label: 'The quiz on paper' };
  if (!sheet) {
    return (
      <AppPage who={who} section="lead" title={`Sheet ${shown}`} back={back} width="reading">
        <Notice kind="care" title="There is nothing to type in">
          <p>{not}</p>
        </Notice>
      </AppPage>
    );
  }
  const values = answer?.values ?? kept ?? {};
  return (
    <AppPage
      who={who}
      section="lead"
      title={look ? `Sheet ${shown}: look again` : `Sheet ${shown}, of ${sheet.name}`}
      intro={
        look
          ? `For ${sheet.name}. Nothing is saved yet: compare it with the paper.`
          : `${sheet.moduleTitle}. Type the letters that are ticked; you see them once more before they are saved. You are not told how it went.`
      }
      back={back}
      width="reading"
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept !== null && !answer} />
      {look ? (
        <SecondLook who={who} name={sheet.name} lines={look} values={values} />
      ) : (
        <LettersForm
          key={kept && !answer ? 'kept' : 'typed'}
          who={who}
          questions={sheet.questions}
          errors={answer?.errors}
          values={values}
        />
      )}
    </AppPage>
  );
}
