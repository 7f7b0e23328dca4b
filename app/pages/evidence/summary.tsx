import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PrintButton } from '~/ui/print-button';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { queryOf } from './links';
import { noteWholeRecord } from './note-access.server';
import { readQuestion } from './question.server';
import { Seal } from './seal';
import { summaryAsAt } from './summary.server';
import { SummaryBlock } from './summary-block';

export const meta = () => title('Training record & impact summary');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { attune } = args.context;
  const { asAt } = readQuestion(args, who);
  const { error, date, size, began, typed, today } = asAt;
  if (!error) noteWholeRecord(args, who, 'opened the summary');
  const { schoolId, schoolName } = who;
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      summary: error
        ? null
        : await summaryAsAt(attune, { schoolId, schoolName, date, size, began }),
      mayWrite: may(who, 'record school changes'),
      mayExport: may(who, 'export the training record'),
      written: new URL(args.request.url).searchParams.get('done') === 'written',
    },
    { status: error ? 400 : 200 },
  );
}

export default function SummaryPage() {
  const { who, asAt, summary, mayWrite, mayExport, written } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="evidence"
      here="/evidence/summary"
      width="reading"
      title="Training record & impact summary"
      intro={
        summary
          ? `${summary.schoolName}, as at ${civilDateInWords(summary.date)}. It names nobody.`
          : undefined
      }
      actions={
        <>
          {mayExport && summary ? (
            <a className="button button-primary" href={pdfOf(summary.date)} download>
              Download it as a PDF
            </a>
          ) : null}
          {mayWrite ? (
            <ButtonLink to="/evidence/summary/words">Write the school’s own words</ButtonLink>
          ) : null}
          <PrintButton>Print it</PrintButton>
        </>
      }
    >
      {written ? (
        <Notice kind="good" title="Saved" focus live>
          <p>Your words stand on the summary from today on.</p>
        </Notice>
      ) : null}
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : null} />
      <div className="no-print">
        <AsAtForm asAt={asAt} />
      </div>
      {summary?.sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          {section.blocks.map((block, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity of a block.
            <SummaryBlock key={n} block={block} />
          ))}
        </section>
      ))}
      {summary ? <Seal seal={summary.seal} /> : null}
    </AppPage>
  );
}

const pdfOf = (asAt: string) => `/evidence/summary.pdf${queryOf({ asAt })}`;
