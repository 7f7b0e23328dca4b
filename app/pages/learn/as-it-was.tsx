import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { asItWas } from '~/learning/as-it-was.server';
import { isLearningError } from '~/learning/errors';
import { pageWho, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Panel } from '~/ui/panel';
import { PrintButton } from '~/ui/print-button';
import { References } from '~/ui/references';
import { title } from '~/ui/title';
import { Answered } from './answered';
import { notFound } from './page-answer.server';
import { PastSegments } from './past-segments';

export const meta = () => title('As it was');

/** A version that one has started, whole, as one saw it. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const { module: slug = '', hash = '' } = args.params;
  try {
    const { startedAt, completedAt, ...shown } = asItWas(attune, who, slug, hash);
    return {
      who: pageWho(who),
      shown,
      startedOn: londonDate(startedAt),
      completedOn: completedAt === null ? null : londonDate(completedAt),
    };
  } catch (error) {
    if (isLearningError(error)) throw notFound(error.message);
    throw error;
  }
}

export default function AsItWas() {
  const { who, shown, startedOn, completedOn } = useLoaderData<typeof loader>();
  const when = completedOn
    ? `completed on ${civilDateInWords(completedOn)}`
    : `started on ${civilDateInWords(startedOn)}`;
  return (
    <AppPage
      who={who}
      section="learn"
      quiet
      title={shown.title}
      kicker="As it was"
      intro={
        <p>
          Version {shown.version}
          {shown.refreshes === null
            ? ''
            : `, a refresher on what changed since version ${shown.refreshes}`}
          , which you {when}. Only you can see your answers here.
        </p>
      }
      back={{ to: `/learn/${shown.slug}`, label: 'The module' }}
      actions={<PrintButton />}
    >
      <PastSegments segments={shown.intro} />
      {shown.pages.map((page) => (
        <section key={page.id} id={page.id} tabIndex={-1}>
          <h2>{page.title}</h2>
          <PastSegments segments={page.segments} />
        </section>
      ))}
      {shown.answered.map((go, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: goes are numbered.
        <Panel key={n} title={`Go ${n + 1} at the quiz`}>
          {go.map((answered) => (
            <section key={answered.id}>
              <Answered answered={answered} />
            </section>
          ))}
        </Panel>
      ))}
      <References sources={shown.sources} />
    </AppPage>
  );
}
