import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { numberInWords } from '~/learning/paper/number.server';
import { printedSheets } from '~/learning/paper/print.server';
import { namesOf } from '~/learning/paper/sheet-rows.server';
import { pageWho, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { Notice } from '~/ui/notice';
import { PrintButton } from '~/ui/print-button';
import sheetStyles from '~/ui/quiz-sheet.css?url';
import { title } from '~/ui/title';
import { QuizSheet } from './quiz-sheet';

export const meta = () => title('Sheets to print');

/** Only here, so that no other page has to bring it. */
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheetStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const sheets = printedSheets(attune, who.schoolId, args.params.batch ?? '');
  if (sheets.length === 0) {
    throw new Response('There is nothing to print here any more: these sheets were entered.', {
      status: 404,
      statusText: 'Not here',
    });
  }
  const query = new URL(args.request.url).searchParams;
  return {
    who: pageWho(who),
    sheets: sheets.map((sheet) => ({ ...sheet, shown: numberInWords(sheet.number) })),
    without: namesOf(attune.db, who.schoolId, query.getAll('without').slice(0, 100)),
    from: query.get('from') ?? '',
    module: sheets[0]?.module ?? '',
  };
}

export default function SheetsToPrint() {
  const { who, sheets, without, from, module } = useLoaderData<typeof loader>();
  const back = new URLSearchParams({ module, ...(from ? { from } : {}) });
  return (
    <AppPage
      who={who}
      section="lead"
      title={sheets.length === 1 ? 'One sheet' : `${sheets.length} sheets`}
      intro="Print them and give each to its own person. They can be printed again from this page until they are entered."
      back={{ to: `/lead/quiz-on-paper?${back}`, label: 'The quiz on paper' }}
    >
      {without.length > 0 ? (
        <Notice title="No sheet for everyone" live>
          <p>
            There is no quiz left to print for {without.join(', ')}: it is done, its sheet was
            entered, or the module is not open to them.
          </p>
        </Notice>
      ) : null}
      <div className="form-row">
        <PrintButton>Print the sheets</PrintButton>
      </div>
      <div className="quiz-sheets">
        {sheets.map((sheet) => (
          <QuizSheet key={sheet.number} sheet={sheet} school={who.schoolName} />
        ))}
      </div>
    </AppPage>
  );
}
