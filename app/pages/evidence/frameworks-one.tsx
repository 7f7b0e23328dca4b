import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { crosswalk } from '~/school-changes/crosswalk';
import { surroundingsAsAt } from '~/school-changes/surroundings.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Details, Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { frameworkOf } from './frameworks.server';
import { LineEvidence } from './frameworks-evidence';
import { queryOf } from './links';
import { readQuestion } from './question.server';
import { wholeSchool } from './themes';

export const meta = () => title('A framework');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { attune } = args.context;
  const framework = frameworkOf(attune.course, args.params.framework);
  const { asAt } = readQuestion(args, who);
  const { error, date, typed, began, today } = asAt;
  const { topics: _, ...about } = framework;
  return data(
    {
      who: pageWho(who),
      about,
      asAt: { typed, error, began, today },
      shown: error
        ? null
        : { date, lines: crosswalk(framework, surroundingsAsAt(attune, who.schoolId, asAt)) },
      mayRecord: may(who, 'record school changes'),
      saved: new URL(args.request.url).searchParams.get('done') === 'saved',
    },
    { status: error ? 400 : 200 },
  );
}

const ownWords = ({ note, elsewhere }: { note: unknown; elsewhere: boolean }) => {
  if (note) return 'Change the school’s own words';
  return elsewhere ? 'Say where it is recorded' : 'Add the school’s own evidence';
};

export default function OneFramework() {
  const { who, about, asAt, shown, mayRecord, saved } = useLoaderData<typeof loader>();
  const lines = shown?.lines.filter(({ hidden }) => !hidden) ?? [];
  const hidden = shown?.lines.filter((line) => line.hidden) ?? [];
  const called = ({ topic }: { topic: { id: string; title: string } }) =>
    about.id === wholeSchool ? `${topic.id}. ${topic.title}` : topic.title;
  const edit = (topic: string) => `/evidence/frameworks/${about.id}/${topic}`;
  return (
    <AppPage
      who={who}
      section="evidence"
      title={about.title}
      intro="What the record has beside each line that day. “Nothing yet” means that nothing is recorded here, not that nothing is done."
      back={{ to: `/evidence/frameworks${queryOf({ asAt: shown?.date })}`, label: 'Frameworks' }}
    >
      {saved ? (
        <Notice kind="good" title="Saved" focus live>
          <p>It stands beside its line from today on. Past days stay as they were.</p>
        </Notice>
      ) : null}
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : null} />
      <AsAtForm asAt={asAt} />
      <p className="small muted">
        How many completed a module counts who was on the staff that day, each once. Sessions and
        months count what took place, also of people who were not on the staff any more that day. A
        figure opens to the lines that it counts; a nought opens to the people of whom it is.
      </p>
      {about.id === wholeSchool ? (
        <p>
          How each line stands, in the school’s own words, is in the{' '}
          <Link
            to={`/evidence/changes/self-audit${queryOf({ asAt: shown?.date })}`}
            prefetch="none"
          >
            self-audit
          </Link>
          .
        </p>
      ) : null}
      {shown
        ? lines.map((line) => (
            <Panel key={line.topic.id} title={called(line)}>
              <LineEvidence line={line} date={shown.date} />
              {mayRecord ? (
                <p>
                  <Link to={edit(line.topic.id)} prefetch="none" className="small">
                    {ownWords(line)}
                    <span className="visually-hidden"> for {line.topic.title}</span>
                  </Link>
                </p>
              ) : null}
            </Panel>
          ))
        : null}
      {hidden.length > 0 ? (
        <Details summary={`Left out by the school: ${hidden.length}`}>
          <ul>
            {hidden.map(({ topic, note }) => (
              <li key={topic.id}>
                {mayRecord ? (
                  <Link to={edit(topic.id)} prefetch="none">
                    {topic.title}
                  </Link>
                ) : (
                  topic.title
                )}
                {note ? <span className="hint">{note.words}</span> : null}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      <p className="small muted">
        As it stood on {civilDateInWords(about.asOf)}; to be checked again by{' '}
        {civilDateInWords(about.reviewBy)}.{' '}
        {about.cites ? (
          <>
            Read in:{' '}
            {about.cites.url ? (
              <a href={about.cites.url}>{about.cites.citation}</a>
            ) : (
              about.cites.citation
            )}
          </>
        ) : null}
      </p>
    </AppPage>
  );
}
