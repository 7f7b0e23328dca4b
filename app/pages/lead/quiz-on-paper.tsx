import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { numberInWords, readNumber } from '~/learning/paper/number.server';
import { isSheet, printSheets } from '~/learning/paper/print.server';
import { nameOnSheet, onPaper } from '~/learning/paper/sheet-rows.server';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { refuse, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { ChoosePaper, EnteredSheets, FindSheet, PrintedSheets, TickForPaper } from './paper-lists';
import { chosenOnPaper, peopleIn } from './paper-people.server';

export const meta = () => title('The quiz on paper');

/** The list that a sheet is typed in from, to come back to it. */
function fromIn(query: URLSearchParams): string {
  const from = query.get('from');
  return from ? `?${new URLSearchParams({ from })}` : '';
}

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const { db } = attune;
  const query = new URL(args.request.url).searchParams;
  const typed = query.get('number');
  const number = typed === null ? null : readNumber(typed);
  if (number && isSheet(attune, who.schoolId, number)) {
    throw redirect(`/lead/quiz-on-paper/${number}${fromIn(query)}`, 303);
  }
  const { module, group, ...choices } = chosenOnPaper(attune, who.schoolId, query);
  const standing = module ? onPaper(db, who.schoolId, module.slug) : new Map();
  const people = module
    ? peopleIn(attune, who.schoolId, group).map((one) => ({
        ...one,
        ...paperOf(standing.get(one.id)),
      }))
    : [];
  noteDaily(
    args,
    who,
    'opened the list of whose quiz is on paper',
    people.map(({ id }) => id),
  );
  return {
    who: pageWho(who),
    ...choices,
    module,
    group,
    people,
    typed,
    lostNumber:
      typed === null
        ? undefined
        : number === null
          ? 'One sign of this number must be wrong. It stands at the top of the paper, like K7Q-94M.'
          : 'No sheet with this number was printed at your school.',
    entered: nameOnSheet(db, who.schoolId, query.get('entered')),
    takenBack: nameOnSheet(db, who.schoolId, query.get('back')),
  };
}

/** The same module and people, for codes. */
const codesOf = (module: string | undefined, from: string) =>
  new URLSearchParams({ ...(module ? { module } : {}), ...(from ? { from } : {}) });

type Standing = ReturnType<typeof onPaper> extends Map<string, infer One> ? One : never;

/** For the page: civil dates, and the number as it stands on the sheet. */
function paperOf(standing: Standing | undefined) {
  const sheet = standing?.sheet;
  return {
    done: standing?.done ?? false,
    sheet: sheet
      ? {
          number: sheet.number,
          shown: numberInWords(sheet.number),
          printedOn: londonDate(sheet.printedAt),
          enteredOn: sheet.enteredAt === null ? null : londonDate(sheet.enteredAt),
          by: sheet.by,
        }
      : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  try {
    const personIds = form.getAll('people').map(String);
    const module = String(form.get('module'));
    const actor = actorOf(who, 'manage cohorts');
    const { batch, printed, without } = printSheets(attune, actor, { module, personIds });
    if (printed === 0) {
      return refuse(form, {
        people: ['There is no quiz to print for anybody you ticked: it is done, or was entered.'],
      });
    }
    const query = new URLSearchParams(without.map((id) => ['without', id]));
    const where = new URL(args.request.url).searchParams.get('from');
    if (where) query.set('from', where);
    return redirect(`/lead/quiz-on-paper/print/${batch}${query.size > 0 ? `?${query}` : ''}`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function QuizOnPaper() {
  const { who, module, group, people, entered, takenBack, lostNumber, typed, ...choices } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const from = group?.from ?? '';
  const lost = lostNumber ? { number: [lostNumber] } : undefined;
  return (
    <AppPage
      who={who}
      section="lead"
      title="The quiz on paper"
      intro="For whoever would rather not use a screen: print each person their own questions, and type in the letters they ticked. You are not told how it went."
      actions={
        <ButtonLink to={`/lead/quiz-codes?${codesOf(module?.slug, from)}`}>
          By a code instead
        </ButtonLink>
      }
      back={group ? { to: group.to, label: group.name } : { to: '/lead/modules', label: 'Modules' }}
    >
      <ErrorSummary errors={answer?.errors ?? lost} />
      {entered && !answer ? (
        <Notice kind="good" live focus title="Entered">
          <p>
            {entered} is told when they next sign in, and sees there how it went. Nobody else does:
            others see no more than whether the module is completed. Give the paper back, or shred
            it.
          </p>
        </Notice>
      ) : null}
      {takenBack && !answer ? (
        <Notice kind="good" live focus title="Taken back">
          <p>What was entered for {takenBack} counts no more.</p>
        </Notice>
      ) : null}
      <FindSheet typed={typed} error={lostNumber} from={from} />
      <ChoosePaper {...choices} module={module?.slug ?? ''} from={from} />
      {module ? (
        <>
          <TickForPaper
            key={`${module.slug} ${from}`}
            who={who}
            module={module.slug}
            tick={group !== null}
            people={people}
            error={answer?.errors.people}
          />
          <PrintedSheets people={people} from={from} />
          <EnteredSheets people={people} from={from} />
        </>
      ) : null}
    </AppPage>
  );
}
