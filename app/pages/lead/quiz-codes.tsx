import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  createQuizCodes,
  quizCodesOf,
  usualDays,
  withdrawQuizCode,
} from '~/learning/by-code/codes.server';
import { onPaper } from '~/learning/paper/sheet-rows.server';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { refuse, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { addDays, isCivilDate, londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { ChoosePaper } from './paper-lists';
import { chosenOnPaper, peopleIn } from './paper-people.server';
import { CodeSheet, CodeTable, TickForCodes } from './quiz-code-lists';
import { codeSlipOf } from './quiz-code-slip.server';

export const meta = () => title('A quiz by code');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const query = new URL(args.request.url).searchParams;
  const { module, group, ...choices } = chosenOnPaper(attune, who.schoolId, query);
  const standing = module ? onPaper(attune.db, who.schoolId, module.slug) : new Map();
  const people = (module ? peopleIn(attune, who.schoolId, group) : []).map((one) => ({
    ...one,
    done: standing.get(one.id)?.done ?? false,
  }));
  const listed = new Set(people.map(({ id }) => id));
  noteDaily(args, who, 'opened the list of who has a code for a quiz', [...listed]);
  return {
    who: pageWho(who),
    ...choices,
    module,
    group,
    people,
    codes: module
      ? quizCodesOf(attune.db, who.schoolId, module.slug, attune.now()).filter(({ personId }) =>
          listed.has(personId),
        )
      : [],
    lastDay: addDays(londonDate(attune.now()), usualDays),
    withdrawn: query.has('withdrawn'),
  };
}

/** Answers with the page and not with a redirect: the codes are shown this once and kept nowhere. */
export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const actor = actorOf(who, 'manage cohorts');
  try {
    const gone = form.get('withdraw');
    if (typeof gone === 'string') {
      withdrawQuizCode(attune, actor, gone);
      const query = new URL(args.request.url).searchParams;
      query.set('withdrawn', '1');
      return redirect(`/lead/quiz-codes?${query}`, 303);
    }
    const lastDay = String(form.get('lastDay'));
    if (!isCivilDate(lastDay)) return refuse(form, { lastDay: ['Choose a day.'] });
    const module = String(form.get('module'));
    const personIds = form.getAll('people').map(String);
    const made = createQuizCodes(attune, actor, { module, personIds, lastDay });
    const about = {
      origin: attune.config.origin,
      schoolName: who.schoolName,
      moduleTitle: attune.course.module(module)?.title ?? module,
      lastDay,
    };
    return data({ slips: made.map((one) => codeSlipOf(one, about)), errors: undefined });
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function QuizCodes() {
  const { who, module, group, people, codes, lastDay, withdrawn, ...choices } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const where = new URLSearchParams({
    ...(module ? { module: module.slug } : {}),
    ...(group ? { from: group.from } : {}),
  });
  if (answer && 'slips' in answer) {
    const { slips } = answer;
    return (
      <AppPage
        who={who}
        section="lead"
        title={slips.length === 1 ? 'One code' : `${slips.length} codes`}
        intro="Print them now: for safety the codes are shown this once. Unused codes that these people had for this quiz have ended."
        back={{ to: `/lead/quiz-codes?${where}`, label: 'A quiz by code' }}
        width="wide"
      >
        <CodeSheet slips={slips} />
      </AppPage>
    );
  }
  return (
    <AppPage
      who={who}
      section="lead"
      title="A quiz by code"
      intro="For whoever does the quiz on a shared computer: a code for one use opens that quiz without a password, and nothing else of theirs."
      back={group ? { to: group.to, label: group.name } : { to: '/lead/modules', label: 'Modules' }}
      actions={<ButtonLink to={`/lead/quiz-on-paper?${where}`}>On paper instead</ButtonLink>}
    >
      <ErrorSummary errors={answer?.errors} />
      {withdrawn && !answer ? (
        <Notice kind="good" live focus title="That code opens nothing any more." />
      ) : null}
      <ChoosePaper {...choices} module={module?.slug ?? ''} from={group?.from ?? ''} />
      {module ? (
        <>
          <TickForCodes
            key={`${module.slug} ${group?.from}`}
            who={who}
            module={module.slug}
            tick={group !== null}
            people={people}
            lastDay={answer?.values.lastDay ?? lastDay}
            errors={answer?.errors}
          />
          <CodeTable who={who} codes={codes} />
        </>
      ) : null}
    </AppPage>
  );
}
