import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { referencesOf } from '~/course/cited';
import { pageWho, requirePerson } from '~/people/guard.server';
import { openModules } from '~/review/opened-modules.server';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { References } from '~/ui/references';
import { title } from '~/ui/title';
import { ContentProblems } from './content-problems';
import { WholeSegments } from './whole-segments';

export const meta = () => title('Preview');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see module drafts');
  const { module: slug, page: pageId } = args.params;
  const state = args.context.attune.course.states().find((found) => found.slug === slug);
  if (!state?.draft) {
    throw new Response(
      'There is no module here to preview. The list of modules says what is there.',
      { status: 404 },
    );
  }
  const { draft, served, problems } = state;
  const { attune } = args.context;
  const open = openModules(attune, who.schoolId).some((module) => module.slug === slug);
  const at = draft.pages.findIndex((found) => found.id === pageId);
  if (pageId !== undefined && at < 0) {
    throw new Response('This module has no such page. The preview lists its pages.', {
      status: 404,
    });
  }
  const page = draft.pages[at];
  const segments = page?.segments ?? draft.intro;
  const next = draft.pages[at + 1];
  const base = `/lead/modules/${draft.slug}/preview`;
  return {
    who: pageWho(who),
    base,
    name: draft.title,
    pageTitle: page?.title ?? null,
    segments,
    references: referencesOf(draft, segments),
    pages: draft.pages.map(({ id, title: pageTitle, required, minutes }) => ({
      id,
      title: pageTitle,
      about: `${minutes} min${required ? '' : ', extra'}`,
    })),
    next: next ? { to: `${base}/${next.id}`, title: next.title } : null,
    standing: standingOf(served?.contentHash === draft.contentHash, open),
    problems: page ? [] : problems,
  };
}

const saidOf = {
  draft: 'This is the newest edit. Answers are shown, because you are previewing it.',
  unopened:
    'It has passed its checks, and is not open to staff: only people you gave it to can take it, one step at a time. Here the answers are shown.',
  open: 'Learners see this version, one step at a time. Here the answers are shown.',
};

function standingOf(passed: boolean, open: boolean): keyof typeof saidOf {
  if (!passed) return 'draft';
  return open ? 'open' : 'unopened';
}

export default function Preview() {
  const { who, base, name, pageTitle, segments, references, pages, next, standing, problems } =
    useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="lead"
      width="reading"
      kicker={pageTitle ? name : 'Preview'}
      title={pageTitle ?? name}
      back={
        pageTitle
          ? { to: base, label: `Preview of ${name}` }
          : { to: '/lead/modules', label: 'Modules' }
      }
    >
      <Notice
        kind={standing === 'draft' ? 'care' : 'info'}
        title={standing === 'draft' ? 'Draft – learners do not see this' : 'Preview'}
      >
        <p>{saidOf[standing]}</p>
      </Notice>
      <ContentProblems problems={problems} />
      <WholeSegments segments={segments} level={2} />
      {pageTitle ? null : (
        <>
          <h2>Pages</h2>
          <ol>
            {pages.map((page) => (
              <li key={page.id}>
                <Link to={`${base}/${page.id}`}>{page.title}</Link> ({page.about})
              </li>
            ))}
          </ol>
        </>
      )}
      {next ? (
        <p className="actions">
          <ButtonLink to={next.to} variant="primary">
            Next page: {next.title}
          </ButtonLink>
        </p>
      ) : null}
      <References sources={references} />
    </AppPage>
  );
}
