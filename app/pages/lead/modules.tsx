import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ModuleState } from '~/course/module';
import { reviewedInWords } from '~/course/said';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { isReviewError } from '~/review/errors';
import { closeModule, type Opening, openings, openModule } from '~/review/opened-modules.server';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { Status } from '~/ui/status';
import { title } from '~/ui/title';
import { ContentProblems } from './content-problems';
import { ModuleOpening } from './module-opening';

export const meta = () => title('Modules');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see module drafts');
  const { db, course } = args.context.attune;
  const opened = openings(db, who.schoolId);
  const query = new URL(args.request.url).searchParams;
  const modules = course.states().map((state) => listed(state, opened.get(state.slug)));
  const told = modules.find(({ slug }) => slug === query.get('module'));
  return {
    who: pageWho(who),
    modules,
    done: told ? { what: query.get('done'), name: told.name } : null,
  };
}

function listed(
  { slug, origin, title: name, served, draft, problems }: ModuleState,
  opened: Opening | undefined,
) {
  const shown = served ?? draft;
  return {
    slug,
    own: origin === 'school',
    name,
    problems,
    passed: served !== null,
    /** To all staff. */
    open: served !== null && (origin === 'attune' || opened !== undefined),
    opened: opened ?? null,
    /** The newest edit is what learners get. */
    current: served !== null && served.contentHash === draft?.contentHash,
    hasDraft: draft !== null,
    version: shown?.version ?? null,
    minutes: shown?.minutes ?? null,
    pages: shown?.pages.length ?? 0,
    summary: shown?.summary ?? '',
    reviewed: shown ? reviewedInWords(shown.reviewed) : '',
  };
}

/** Opens a school's own module to its staff, or closes it again. */
export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const module = String(form.get('module'));
  const close = form.get('intent') === 'close';
  try {
    if (close) closeModule(attune, who, module);
    else openModule(attune, who, module);
  } catch (error) {
    if (isReviewError(error)) throw new Response(error.message, { status: error.status });
    throw error;
  }
  const query = new URLSearchParams({ done: close ? 'closed' : 'opened', module });
  return redirect(`/lead/modules?${query}`, 303);
}

type Listed = ReturnType<typeof listed>;

export default function Modules() {
  const { who, modules, done } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/modules"
      title="Modules"
      intro="What staff can learn. A module in which something is wrong is a draft: learners keep the last version that passed, or do not see it yet. A module of your school’s own is offered to nobody until you open it."
    >
      {done?.what === 'opened' ? (
        <Notice kind="good" live focus title={`${done.name} is open to staff.`} />
      ) : null}
      {done?.what === 'closed' ? (
        <Notice kind="good" live focus title={`${done.name} is no longer offered to staff.`} />
      ) : null}
      {modules.length === 0 ? <p>There is no module in the content folder yet.</p> : null}
      {modules.map((module) => (
        <Panel key={module.slug} title={module.name} id={module.slug}>
          <p>
            <ModuleStatus module={module} />
          </p>
          <p className="hint">
            {module.own ? 'Your school’s own' : 'Came with Attune'}. Its folder is{' '}
            <code>{module.slug}</code>.
          </p>
          <p>{module.summary}</p>
          <p>
            {module.version ? `Version ${module.version}. ` : ''}
            {module.minutes ? `About ${module.minutes} minutes, ${module.pages} pages. ` : ''}
            {module.reviewed}
          </p>
          <ContentProblems problems={module.problems} />
          {module.own && module.passed ? (
            <ModuleOpening who={who} module={module} opened={module.opened} />
          ) : null}
          <p className="actions">
            {module.hasDraft ? (
              <ButtonLink to={`/lead/modules/${module.slug}/preview`} variant="secondary">
                Preview<span className="visually-hidden"> {module.name}</span>
              </ButtonLink>
            ) : null}
            {module.passed ? (
              <ButtonLink to={`/read/${module.slug}`} variant="secondary">
                Read it all<span className="visually-hidden">: {module.name}</span>
              </ButtonLink>
            ) : null}
            {module.open ? (
              <ButtonLink to={`/lead/together?module=${module.slug}#new`} variant="secondary">
                Do it together<span className="visually-hidden">: {module.name}</span>
              </ButtonLink>
            ) : null}
            {module.passed ? (
              <>
                <ButtonLink to={`/lead/modules/${module.slug}/hard`} variant="secondary">
                  What people found hard<span className="visually-hidden">: {module.name}</span>
                </ButtonLink>
                <ButtonLink to={`/lead/modules/${module.slug}/staff-meeting`} variant="secondary">
                  Staff-meeting pack<span className="visually-hidden">: {module.name}</span>
                </ButtonLink>
                <ButtonLink to={`/lead/quiz-on-paper?module=${module.slug}`} variant="secondary">
                  The quiz on paper<span className="visually-hidden">: {module.name}</span>
                </ButtonLink>
              </>
            ) : null}
          </p>
        </Panel>
      ))}
    </AppPage>
  );
}

function ModuleStatus({ module }: { module: Listed }) {
  if (!module.passed) return <Status kind="todo">Draft: not open to learners yet</Status>;
  if (!module.open) {
    return (
      <Status kind="todo">
        {module.current ? 'Ready, and not yet open to staff' : 'Draft, and not yet open to staff'}
      </Status>
    );
  }
  if (module.current) return <Status kind="done">Open to learners</Status>;
  return <Status kind="going">Draft: learners see the version from before this edit</Status>;
}
