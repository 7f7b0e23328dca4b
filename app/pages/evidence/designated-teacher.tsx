import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { PrintButton } from '~/ui/print-button';
import sheetStyles from '~/ui/sheet.css?url';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { designatedTeacherAsAt } from './designated-teacher.server';
import { DownloadLink } from './download-link';
import { queryOf } from './links';
import { readQuestion } from './question.server';
import { SummarySections } from './summary-block';

export const meta = () => title('Designated teacher');

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheetStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { attune } = args.context;
  const { asAt } = readQuestion(args, who);
  const { error, date, size, began, typed, today } = asAt;
  const { schoolId, schoolName } = who;
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      shown: error
        ? null
        : {
            ...{ date, schoolName },
            sections: designatedTeacherAsAt(attune, { schoolId, date, size, began }),
          },
    },
    { status: error ? 400 : 200 },
  );
}

export default function DesignatedTeacher() {
  const { who, asAt, shown } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="evidence"
      here="/evidence/designated-teacher"
      title="For the designated teacher’s report"
      intro={
        shown
          ? `${shown.schoolName}, as at ${civilDateInWords(shown.date)}: what staff learned of what can affect children who are looked after, or were before. It names nobody, and holds nothing about any pupil.`
          : undefined
      }
      actions={
        <>
          {shown ? (
            <DownloadLink
              className="button button-primary"
              href={`/evidence/designated-teacher.pdf${queryOf({ asAt: shown.date })}`}
            >
              Download it as a PDF
            </DownloadLink>
          ) : null}
          <PrintButton>Print it</PrintButton>
        </>
      }
    >
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : null} />
      <div className="no-print">
        <AsAtForm asAt={asAt} />
        <p className="small muted">
          For heads and attachment leads. If the designated teacher is somebody else, print it for
          them: on paper it holds no names. Here each figure opens to the lines that it counts.
        </p>
      </div>
      {shown ? <SummarySections of={shown.sections} /> : null}
      {shown ? (
        <p className="no-print">
          <Link
            to={`/evidence/frameworks/designated-teacher${queryOf({ asAt: shown.date })}`}
            prefetch="none"
          >
            The same lines with the rows behind each figure, and where to add the school’s own words
          </Link>
        </p>
      ) : null}
    </AppPage>
  );
}
