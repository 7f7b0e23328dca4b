import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { changesAsAt } from '~/school-changes/change-log.server';
import { selfAuditAsAt } from '~/school-changes/self-audit.server';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { AuditSaid, ChangesBeside } from './changes-audit-parts';
import { readQuestion } from './question.server';
import { themesOf } from './themes';

export const meta = () => title('Self-audit, a to j');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { db, course } = args.context.attune;
  const { asAt } = readQuestion(args, who);
  const { error, date, size, typed, began, today } = asAt;
  const entries = error ? [] : selfAuditAsAt(db, who.schoolId, date);
  const changes = error ? [] : changesAsAt(db, who.schoolId, size);
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      date: error ? null : date,
      lines: themesOf(course).map((theme) => ({
        ...theme,
        entries: entries.filter((one) => one.theme === theme.id),
        changes: changes.filter(({ themes }) => themes.includes(theme.id)),
      })),
      mayRecord: may(who, 'record school changes'),
    },
    { status: error ? 400 : 200 },
  );
}

export default function SelfAudit() {
  const { who, asAt, date, lines, mayRecord } = useLoaderData<typeof loader>();
  const written = lines.filter(({ entries }) => entries.length > 0).length;
  const first = lines.find(({ entries }) => entries.length === 0);
  return (
    <AppPage
      who={who}
      section="evidence"
      title="Self-audit, a to j"
      intro="Ten parts of a whole-school approach. A baseline once, then a few honest words each term, with what changed beside them. Nothing is scored."
      back={{ to: '/evidence/changes', label: 'What the school changed' }}
      actions={
        mayRecord && first ? (
          <ButtonLink to={`/evidence/changes/self-audit/${first.id}`} variant="primary">
            {written === 0 ? 'Begin the baseline' : `Go on with ${first.id}`}
          </ButtonLink>
        ) : null
      }
    >
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : null} />
      <AsAtForm asAt={asAt} />
      {date ? (
        <>
          <p>
            By the end of {civilDateInWords(date)}, {written} of {lines.length} lines had a
            baseline.
          </p>
          {lines.map(({ id, title: called, ask, entries, changes }) => (
            <Panel key={id} title={`${id}. ${called}`}>
              {ask ? <p className="hint">{ask}</p> : null}
              <AuditSaid entries={entries} />
              <ChangesBeside changes={changes} />
              {mayRecord ? (
                <p>
                  <Link to={`/evidence/changes/self-audit/${id}`} prefetch="none">
                    {entries.length === 0
                      ? `Write the baseline of ${id}`
                      : `Write how ${id} stands`}
                  </Link>
                </p>
              ) : null}
            </Panel>
          ))}
        </>
      ) : null}
    </AppPage>
  );
}
