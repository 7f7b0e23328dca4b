import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { Attune } from '~/context.server';
import { isSettled, pagesShown, togetherSession } from '~/learning/together/sessions.server';
import {
  chooseTogether,
  endScenario,
  passPage,
  startOver,
} from '~/learning/together/showing.server';
import { stage } from '~/learning/together/stage.server';
import { found, refuse, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { requireForm, requirePerson } from '~/people/guard.server';
import { Button, ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import presenterStyles from '~/ui/presenter.css?url';
import { PresenterPage } from '~/ui/presenter-page';
import { References } from '~/ui/references';
import { title } from '~/ui/title';
import { StageParts } from './stage-parts';
import { useClicker } from './use-clicker';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  title(data?.shown.page?.title ?? data?.shown.module ?? 'Together');

/** For this page alone: nobody's first visit on a phone carries them. */
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: presenterStyles }];

/** What is on the screen of a session now. */
function onScreen(
  attune: Attune,
  schoolId: string,
  id: string,
  page: string | undefined,
  url: string,
) {
  const query = new URL(url).searchParams;
  const look = query.get('look');
  const session = togetherSession(attune.db, schoolId, id);
  const pages = new Set(pagesShown(attune.db, id).map((one) => one.page));
  return stage(attune, session, pages, page, {
    means: query.get('means'),
    look: look === 'debrief' || look === 'summary' ? look : null,
  });
}

export async function loader(args: LoaderFunctionArgs) {
  const { schoolId, formTag, sharedDevice } = await requirePerson(args, 'manage cohorts');
  const { session: id = '', page } = args.params;
  const { attune } = args.context;
  // A screen in front of others: nothing of who is signed in is on it.
  return {
    who: { formTag, sharedDevice },
    id,
    settled: isSettled(attune.db, id),
    shown: found(() => onScreen(attune, schoolId, id, page, args.request.url)),
  };
}

const act = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('next') }),
  z.object({
    intent: z.literal('choose'),
    n: z.coerce.number().int().min(0).max(1000),
    choice: z.coerce.number().int().min(0).max(100),
  }),
  z.object({ intent: z.literal('over') }),
  z.object({ intent: z.enum(['debrief', 'summary']) }),
]);

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const actor = actorOf(who, 'manage cohorts');
  const { session = '', page = '' } = args.params;
  const base = `/lead/together/${session}/show`;
  const parsed = act.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(form, { '': ['Press one of the buttons on this page.'] });
  const asked = parsed.data;
  const at = { session, page };
  try {
    if (asked.intent === 'next') {
      passPage(attune, actor, at);
      const { next } = onScreen(attune, who.schoolId, session, page, args.request.url);
      return redirect(next ? `${base}/${next.id}` : `/lead/together/${session}#there`, 303);
    }
    if (asked.intent === 'choose') chooseTogether(attune, actor, { ...at, ...asked });
    else if (asked.intent === 'over') startOver(attune, actor, at);
    else {
      endScenario(attune, actor, { ...at, how: asked.intent });
      return redirect(`${base}/${page}?look=${asked.intent}#look`, 303);
    }
    return redirect(`${base}/${page}#scene`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function TogetherShow() {
  const { who, id, settled, shown } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  useClicker();
  const base = `/lead/together/${id}/show`;
  const { page, place, before, next } = shown;
  return (
    <PresenterPage
      key={page?.id ?? ''}
      who={who}
      title={page?.title ?? shown.module}
      kicker={page ? `${shown.module}${place ? ` · ${place.n} of ${place.of}` : ''}` : 'Together'}
      note={
        settled
          ? 'People are down for this already: what is shown now counts for those put down later, and for the others once you say so.'
          : null
      }
      leave={{ to: `/lead/together/${id}`, label: 'Leave the screen' }}
      foot={
        <>
          {page ? (
            <ButtonLink
              variant="quiet"
              to={before ? `${base}/${before.id}` : base}
              data-clicker="back"
            >
              Back<span className="visually-hidden">: {before?.title ?? 'the opening'}</span>
            </ButtonLink>
          ) : null}
          <Onward who={who} shown={shown} base={base} title={next?.title ?? 'who was there'} />
        </>
      }
    >
      <ErrorSummary errors={answer?.errors} />
      {shown.outcomes.length > 0 ? (
        <>
          <h2>By the end you can</h2>
          <ul className="presenter-options">
            {shown.outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
        </>
      ) : null}
      <StageParts who={who} parts={shown.parts} otherExamples={shown.otherExamples} base={base} />
      <Details summary="Go to another page">
        <ul>
          {shown.pages.map((one) => (
            <li key={one.id}>
              <Link to={`${base}/${one.id}`} prefetch="none">
                {one.title}
              </Link>
            </li>
          ))}
        </ul>
      </Details>
      {shown.references.length > 0 ? (
        <Details summary="Sources">
          <References sources={shown.references} />
        </Details>
      ) : null}
    </PresenterPage>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['shown'];

interface OnwardProps {
  who: { formTag: string };
  shown: Shown;
  base: string;
  title: string;
}

/** Next is what counts as having shown a page. In the middle of an example it passes it by, and no clicker presses it. */
function Onward({ who, shown: { page, next, parts }, base, title: to }: OnwardProps) {
  const scenario = parts.find((part) => part.type === 'scenario')?.scenario;
  const midway = scenario?.state === 'step' || scenario?.state === 'ending';
  const clicker = midway ? undefined : 'next';
  const words = midway ? 'Go on without this example' : 'Next';
  const hidden = <span className="visually-hidden">: {to}</span>;
  if (!page) {
    return next ? (
      <ButtonLink variant="primary" to={`${base}/${next.id}`} data-clicker="next">
        {words}
        {hidden}
      </ButtonLink>
    ) : null;
  }
  const talked = parts.some(({ type }) => type === 'commit');
  if (talked) {
    return (
      <ButtonLink
        variant="primary"
        to={next ? `${base}/${next.id}` : `${base.replace(/\/show$/, '')}#there`}
        data-clicker="next"
      >
        {next ? words : 'Say who was there'}
      </ButtonLink>
    );
  }
  return (
    <PostForm who={who}>
      <Button
        variant={midway ? 'quiet' : 'primary'}
        name="intent"
        value="next"
        data-clicker={clicker}
      >
        {words}
        {hidden}
      </Button>
    </PostForm>
  );
}
