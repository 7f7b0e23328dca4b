import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ModuleState } from '~/course/module';
import { reviewedInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { Panel } from '~/ui/panel';
import { Status } from '~/ui/status';
import { title } from '~/ui/title';
import { ContentProblems } from './content-problems';

export const meta = () => title('Modules');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see module drafts');
  return { who: pageWho(who), modules: args.context.attune.course.states().map(listed) };
}

function listed({ slug, title: name, served, draft, problems }: ModuleState) {
  const shown = served ?? draft;
  return {
    slug,
    name,
    problems,
    open: served !== null,
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

type Listed = ReturnType<typeof listed>;

export default function Modules() {
  const { who, modules } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/modules"
      title="Modules"
      intro="What staff can learn. A module in which something is wrong is a draft: learners keep the last version that passed, or do not see it yet."
    >
      {modules.length === 0 ? <p>There is no module in the content folder yet.</p> : null}
      {modules.map((module) => (
        <Panel key={module.slug} title={module.name} id={module.slug}>
          <p>
            <ModuleStatus module={module} />
          </p>
          <p>{module.summary}</p>
          <p>
            {module.version ? `Version ${module.version}. ` : ''}
            {module.minutes ? `About ${module.minutes} minutes, ${module.pages} pages. ` : ''}
            {module.reviewed}
          </p>
          <ContentProblems problems={module.problems} />
          <p className="actions">
            {module.hasDraft ? (
              <ButtonLink to={`/lead/modules/${module.slug}/preview`} variant="secondary">
                Preview<span className="visually-hidden"> {module.name}</span>
              </ButtonLink>
            ) : null}
            {module.open ? (
              <ButtonLink to={`/read/${module.slug}`} variant="secondary">
                Read it all<span className="visually-hidden">: {module.name}</span>
              </ButtonLink>
            ) : null}
            {module.open ? (
              <>
                <ButtonLink to={`/lead/modules/${module.slug}/hard`} variant="secondary">
                  What people found hard<span className="visually-hidden">: {module.name}</span>
                </ButtonLink>
                <ButtonLink to={`/lead/modules/${module.slug}/staff-meeting`} variant="secondary">
                  Staff-meeting pack<span className="visually-hidden">: {module.name}</span>
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
  if (module.current) return <Status kind="done">Open to learners</Status>;
  if (module.open) {
    return <Status kind="going">Draft: learners see the version from before this edit</Status>;
  }
  return <Status kind="todo">Draft: not open to learners yet</Status>;
}
