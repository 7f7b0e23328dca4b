import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { becameInWords } from '~/pages/became-in-words';
import { type CodeAnswer, certificateByCode } from '~/record/certificates.server';
import { checkpointNow } from '~/record/log.server';
import { verifierKey } from '~/record/note';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { DefinitionList, Details, Panel } from '~/ui/panel';
import { PublicPage } from '~/ui/public-page';
import { title } from '~/ui/title';

export const meta = () => title('Check a certificate');

/** A certificate's code proves what it says, to anyone. Guessing one is hopeless: there are 30 to the power of 12. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('code');
  const code = codeIn(asked ?? params.code ?? '');
  const answer = code === '' ? null : certificateByCode(context.attune.db, code);
  const { db, recordKey } = context.attune;
  const key = answer && verifierKey(checkpointNow(db, answer.school).origin, recordKey.publicKey);
  const problem = answer ? null : problemWith(code, asked !== null);
  return data(
    { code, answer, key, problem },
    { status: problem === null ? 200 : code ? 404 : 400 },
  );
}

/** People paste what they have: the whole address that a certificate prints ends in its code. */
const codeIn = (typed: string) =>
  (typed.trim().split(/[?#]/)[0] ?? '').replace(/\/+$/, '').split('/').at(-1)?.slice(0, 60) ?? '';

function problemWith(code: string, asked: boolean): string | null {
  if (code !== '') {
    return 'No certificate has this code. Compare it letter by letter with the certificate: one may be wrong.';
  }
  return asked ? 'Type the code that the certificate shows.' : null;
}

const said = {
  valid: { kind: 'good', title: 'This certificate is valid.' },
  corrected: { kind: 'good', title: 'This certificate is valid, and was corrected since.' },
  withdrawn: { kind: 'care', title: 'This certificate was withdrawn.' },
} as const;

export default function Verify() {
  const { code, answer, key, problem } = useLoaderData<typeof loader>();
  return (
    <PublicPage
      title="Check a certificate"
      intro="The code on a certificate shows what was completed, and whether it still stands. The name is not shown, only its initials."
    >
      <ErrorSummary errors={problem ? { code: [problem] } : null} />
      {answer && key ? <Answer answer={answer} verifierKey={key} /> : null}
      <Form method="get" action="/verify">
        <TextField
          key={code}
          label={answer ? 'Check another code' : 'Code'}
          name="code"
          hint="Twelve letters and numbers, in three groups. Capitals and hyphens do not matter."
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={answer ? '' : code}
          error={problem ?? undefined}
        />
        <div className="form-actions">
          <Button variant={answer ? 'secondary' : 'primary'}>Check it</Button>
        </div>
      </Form>
      <p>
        Were you given a file? <a href="/verify/check">Check a record or a certificate’s file</a>:
        it stays on your computer.
      </p>
    </PublicPage>
  );
}

function Answer({ answer, verifierKey }: { answer: CodeAnswer; verifierKey: string }) {
  const became = becameInWords(answer);
  return (
    <Panel>
      <Notice {...said[answer.status]} live focus>
        {answer.status === 'corrected' ? (
          <p>What stands here is what the record says now.</p>
        ) : null}
        {became === null ? null : <p>{became}</p>}
        {answer.status === 'withdrawn' ? (
          <p>It does not count any more. {answer.schoolNow} can say why.</p>
        ) : null}
        {answer.refreshedOn ? (
          <p>
            Refreshed since: its holder completed the module, or what changed in it, again on{' '}
            {civilDateInWords(answer.refreshedOn)}.
          </p>
        ) : null}
      </Notice>
      <DefinitionList
        items={[
          { term: 'Module', children: answer.moduleTitle },
          {
            term: 'Version',
            children:
              answer.refreshes === null
                ? answer.version
                : `${answer.version}, a refresher: what changed since version ${answer.refreshes}`,
          },
          { term: 'Completed on', children: civilDateInWords(answer.completedOn) },
          { term: 'Published time', children: `${answer.minutes} minutes` },
          {
            term: 'School',
            children:
              answer.schoolName === answer.schoolNow
                ? answer.schoolName
                : `${answer.schoolName} (now ${answer.schoolNow})`,
          },
          { term: 'Initials', children: answer.initials ?? 'The name was erased' },
        ]}
      />
      <Details summary="Check the certificate’s proof file yourself">
        <p>
          Its holder can give you the certificate as a PDF, or its proof.{' '}
          <a href="/verify/check">Check the file</a> in your browser, with no connection to the
          school, against the school’s key:
        </p>
        <p>
          <code>{verifierKey}</code>
        </p>
      </Details>
    </Panel>
  );
}
