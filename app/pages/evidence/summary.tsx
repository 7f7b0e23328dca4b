import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { Checkbox } from '~/ui/choices';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PrintButton } from '~/ui/print-button';
import sheetStyles from '~/ui/sheet.css?url';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { DownloadLink } from './download-link';
import { laterInWords } from './later-in-words';
import { queryOf } from './links';
import { noteWholeRecord } from './note-access.server';
import { readQuestion } from './question.server';
import { Seal } from './seal';
import { summaryAsAt } from './summary.server';
import { SectionLinks, SummarySections } from './summary-block';
import { wantsRegister } from './wants-register';

export const meta = () => title('Training record & impact summary');

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheetStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { attune } = args.context;
  const { asAt } = readQuestion(args, who);
  const { error, date, size, began, typed, today } = asAt;
  const register = wantsRegister(args.request);
  if (!error) {
    const what = register ? 'opened the summary with the named register' : 'opened the summary';
    noteWholeRecord(args, who, what, date);
  }
  const { schoolId, schoolName } = who;
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      register,
      summary: error
        ? null
        : await summaryAsAt(attune, { schoolId, schoolName, date, size, began, register }),
      mayWrite: may(who, 'record school changes'),
      mayExport: may(who, 'export the training record'),
      written: new URL(args.request.url).searchParams.get('done') === 'written',
    },
    { status: error ? 400 : 200 },
  );
}

export default function SummaryPage() {
  const { who, asAt, register, summary, mayWrite, mayExport, written } =
    useLoaderData<typeof loader>();
  const names = register ? 'An annex at the end names people.' : 'It names nobody.';
  return (
    <AppPage
      who={who}
      section="evidence"
      here="/evidence/summary"
      title="Training record & impact summary"
      intro={
        summary
          ? `${summary.schoolName}, as at ${civilDateInWords(summary.date)}. ${names}`
          : undefined
      }
      actions={
        <>
          {mayExport && summary ? (
            <DownloadLink className="button button-primary" href={pdfOf(summary.date, register)}>
              Download it as a PDF
            </DownloadLink>
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
        <AsAtForm asAt={asAt}>
          <Checkbox
            key={String(register)}
            name="register"
            label="With the named register"
            hint="A list of everyone on the staff by name, with what each has completed: for the headteacher and the attachment lead, and not for governors or the trust. Everyone can see on their own page that it was opened."
            defaultChecked={register}
          />
        </AsAtForm>
      </div>
      {summary ? (
        <>
          <LaterThan summary={summary} />
          <SectionLinks of={[...summary.sections, ...summary.annexes]} />
          <SummarySections of={summary.sections} />
          <Seal seal={summary.seal} />
          <SummarySections of={summary.annexes} />
        </>
      ) : null}
    </AppPage>
  );
}

function LaterThan({ summary }: { summary: { date: string; later: number } }) {
  const later = laterInWords(summary);
  return later ? <p className="muted">{later}</p> : null;
}

const pdfOf = (asAt: string, register: boolean) =>
  `/evidence/summary.pdf${queryOf({ asAt, register: register ? 'yes' : undefined })}`;
