import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  changePathway,
  longestPathway,
  readSchoolPathway,
  removePathway,
  weekProblems,
} from '~/cohorts/school-pathways.server';
import type { Course, Pathway } from '~/course/module';
import { byField, found, readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { lineField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { KeptNotice } from './kept-notice';
import { SchoolPathwayForm } from './school-pathway-form';

export const meta = () => title('A pathway of your own');

/** The modules to choose from: those open now, and those that the pathway names already. */
function modulesFor(course: Pick<Course, 'modules'>, pathway: Pathway) {
  const open = course.modules().map(({ slug, title: name, minutes }) => ({
    ...{ slug, name, minutes: minutes as number | null },
  }));
  const gone = pathway.modules
    .filter(({ module }) => !open.some(({ slug }) => slug === module))
    .map(({ module }) => ({ slug: module, name: module, minutes: null }));
  return [...open, ...gone];
}

function fieldsOf({ title: name, for: forWhom, modules }: Pathway, slugs: string[]) {
  const fields: Record<string, string> = { title: name, forWhom };
  for (const slug of slugs) {
    const step = modules.find(({ module }) => module === slug);
    fields[`opens.${slug}`] = step ? String(step.opens) : '';
    fields[`due.${slug}`] = step ? String(step.due) : '';
  }
  return fields;
}

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const pathway = found(() =>
    readSchoolPathway(attune.db, who.schoolId, args.params.pathway ?? ''),
  );
  const modules = modulesFor(attune.course, pathway);
  const kept = keptForm(args, who);
  const stored = fieldsOf(
    pathway,
    modules.map(({ slug }) => slug),
  );
  return {
    who: pageWho(who),
    name: pathway.title,
    modules,
    longest: longestPathway,
    kept: kept !== null,
    values: kept ?? toEdit(stored),
    made: new URL(args.request.url).searchParams.get('done') === 'made',
  };
}

const fields = z.object({
  title: lineField(80).min(1, 'Type a name for the pathway.'),
  forWhom: lineField(200).min(1, 'Say whom it is for.'),
});

/** As far as it is a number; nothing typed is not a week. */
const weekOf = (typed: string) => (typed === '' ? Number.NaN : Number(typed));

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const id = args.params.pathway ?? '';
  const pathway = found(() => readSchoolPathway(attune.db, who.schoolId, id));
  const actor = actorOf(who, 'manage cohorts');
  if (form.get('remove') === 'yes') {
    removePathway(attune, actor, id);
    forgetForm(args, who);
    return redirect('/lead/pathways?done=gone', 303);
  }
  const slugs = modulesFor(attune.course, pathway).map(({ slug }) => slug);
  const merged = meanwhile(form, fieldsOf(pathway, slugs));
  const steps = slugs.flatMap((module) => {
    const typed = (name: string) => String(merged.form.get(`${name}.${module}`) ?? '').trim();
    const [opens, due] = [typed('opens'), typed('due')];
    return opens === '' && due === '' ? [] : [{ module, opens: weekOf(opens), due: weekOf(due) }];
  });
  const { value, answer } = readForm(merged.form, fields, () => ({
    ...byField(weekProblems(steps)),
    ...merged.errors,
  }));
  if (answer) return answer;
  try {
    changePathway(attune, actor, id, { ...value, steps });
  } catch (error) {
    return refuseFor(merged.form, error);
  }
  forgetForm(args, who);
  return redirect('/lead/pathways?done=changed', 303);
}

export default function SchoolPathway() {
  const { who, name, modules, longest, kept, values, made } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/settings"
      title={name}
      intro="Your school’s own pathway. Cohorts that were given it keep what they were given, whatever you change here."
      back={{ to: '/lead/pathways', label: 'Pathways' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {made && !answer ? (
        <Notice kind="good" title="Made" focus live>
          <p>It says what the other one says, until you change it.</p>
        </Notice>
      ) : null}
      <KeptNotice who={who} kept={kept && !answer} />
      <SchoolPathwayForm
        key={`${kept} ${values.openedWith}`}
        who={who}
        modules={modules}
        longest={longest}
        values={answer?.values ?? values}
        errors={answer?.errors}
      />
    </AppPage>
  );
}
