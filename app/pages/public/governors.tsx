import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { countOpening } from '~/governors/links.server';
import { laterInWords } from '~/pages/evidence/later-in-words';
import { Seal } from '~/pages/evidence/seal';
import { SectionLinks, SummarySections } from '~/pages/evidence/summary-block';
import { isPrefetch } from '~/pages/is-prefetch';
import { PrintButton } from '~/ui/print-button';
import { PublicPage } from '~/ui/public-page';
import sheetStyles from '~/ui/sheet.css?url';
import { title } from '~/ui/title';
import { sharedSummary } from './governors.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...title(data?.shown ? 'Training record & impact summary' : 'This link opens nothing'),
  { name: 'robots', content: 'noindex, nofollow' },
];

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheetStyles }];

/** Totals for whoever holds the link. That it was opened is counted, and by whom is not known. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const shared = await sharedSummary(context, params.token);
  if (!shared) return data({ shown: null }, { status: 404 });
  const { link, summary } = shared;
  if (!isPrefetch(request)) countOpening(context.attune, link);
  return data({
    shown: {
      summary,
      token: params.token ?? '',
      lastDay: link.lastDay,
      moves: link.asAt === null,
    },
  });
}

export default function Governors() {
  const { shown } = useLoaderData<typeof loader>();
  if (!shown) return <OpensNothing />;
  const { summary, token, lastDay, moves } = shown;
  const on = civilDateInWords(summary.date);
  const later = laterInWords(summary);
  return (
    <PublicPage
      title="Training record & impact summary"
      width="wide"
      kicker={summary.schoolName}
      intro={`${moves ? `The figures of today, ${on}` : `The figures as they stood at the end of ${on}`}. Totals alone: nobody is named, and nothing here opens to a list of people.`}
      actions={
        <>
          <a className="button button-primary" href={`/governors/${token}/summary.pdf`}>
            Download it as a PDF
          </a>
          <PrintButton>Print it</PrintButton>
        </>
      }
    >
      <p className="small muted">
        For the governors of {summary.schoolName}. The school made this link, which opens this page
        until {civilDateInWords(lastDay)} and can be withdrawn before. The school sees how often it
        is opened, and not by whom.
      </p>
      {later ? <p className="muted">{later}</p> : null}
      <SectionLinks of={[...summary.sections, ...summary.annexes]} />
      <SummarySections of={summary.sections} />
      <Seal seal={summary.seal} />
      <SummarySections of={summary.annexes} />
    </PublicPage>
  );
}

/** The same words for a link that has ended, was withdrawn or was mistyped. */
function OpensNothing() {
  return (
    <PublicPage title="This link opens nothing" width="form">
      <p>
        A school can share the totals of its training record with a link. Such a link is good until
        a day that the school chooses, and has to be copied whole.
      </p>
      <p>Please ask the school that sent it to you for another one.</p>
    </PublicPage>
  );
}
