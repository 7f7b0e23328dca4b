import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { certificateByCode } from '~/record/certificates.server';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { DefinitionList } from '~/ui/panel';
import { PublicPage } from '~/ui/public-page';
import { title } from '~/ui/title';

export const meta = () => title('Check a certificate');

/** A certificate's code proves what it says, to anyone. Guessing one is hopeless: there are 30 to the power of 12. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('code') ?? params.code ?? '';
  const code = typed.trim().slice(0, 60);
  const answer = code === '' ? null : certificateByCode(context.attune.db, code);
  return data({ code, answer }, { status: code !== '' && answer === null ? 404 : 200 });
}

const said = {
  valid: { kind: 'good', title: 'This certificate is valid.' },
  corrected: { kind: 'good', title: 'This certificate is valid, and was corrected since.' },
  withdrawn: { kind: 'care', title: 'This certificate was withdrawn.' },
} as const;

export default function Verify() {
  const { code, answer } = useLoaderData<typeof loader>();
  return (
    <PublicPage
      title="Check a certificate"
      intro="The code on a certificate shows what was completed, and whether it still stands. The name is not shown, only its initials."
    >
      {code !== '' && answer === null ? (
        <Notice kind="problem" live focus title="No certificate has this code.">
          <p>Compare it with the certificate letter by letter: one may be wrong.</p>
        </Notice>
      ) : null}
      {answer ? (
        <>
          <Notice {...said[answer.status]} live focus>
            {answer.status === 'corrected' ? (
              <p>What stands here is what the record says now.</p>
            ) : null}
            {answer.status === 'withdrawn' ? (
              <p>It does not count any more. {answer.schoolName} can say why.</p>
            ) : null}
          </Notice>
          <DefinitionList
            items={[
              { term: 'Module', children: answer.moduleTitle },
              { term: 'Version', children: answer.version },
              { term: 'Completed on', children: civilDateInWords(answer.completedOn) },
              { term: 'Published time', children: `${answer.minutes} minutes` },
              { term: 'School', children: answer.schoolName },
              { term: 'Initials', children: answer.initials ?? 'erased' },
            ]}
          />
        </>
      ) : null}
      <Form method="get" action="/verify">
        <TextField
          key={code}
          label="Code"
          name="code"
          hint="Twelve letters and numbers, in three groups."
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={code}
          error={code !== '' && answer === null ? 'No certificate has this code.' : undefined}
        />
        <div className="form-actions">
          <Button>Check it</Button>
        </div>
      </Form>
    </PublicPage>
  );
}
