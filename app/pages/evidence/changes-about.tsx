import { civilDateInWords } from '~/course/said';
import type { LoggedChange } from '~/school-changes/change-log.server';
import { Notice } from '~/ui/notice';
import { DefinitionList } from '~/ui/panel';
import { changeKindInWords, reasonInWords, roleInWords, takenOut } from './changes-in-words';
import { notAsRecorded } from './changes-table';
import type { Theme } from './themes';

/** One change as it stands. */
export function ChangeAbout({ change, themes }: { change: LoggedChange; themes: Theme[] }) {
  const { words, altered, kind, owner, changedOn, reviewOn, reviewedOn } = change;
  const about = themes.filter(({ id }) => change.themes.includes(id));
  return (
    <>
      {altered ? (
        <Notice kind="problem" title="Not as recorded">
          <p>{notAsRecorded}</p>
        </Notice>
      ) : null}
      <DefinitionList
        items={[
          { term: 'What changed', children: words?.what ?? takenOut },
          ...(words ? [{ term: 'Why', children: words.why }] : []),
          { term: 'When', children: civilDateInWords(changedOn) },
          { term: 'Kind', children: changeKindInWords(kind) },
          {
            term: 'About',
            children: about.map(({ id, title }) => (
              <span key={id}>
                {id}. {title}
                <br />
              </span>
            )),
          },
          { term: 'Who sees to it', children: owner },
          ...(reviewedOn
            ? [{ term: 'Looked at again', children: civilDateInWords(reviewedOn) }]
            : []),
          {
            term: 'Next look',
            children: reviewOn ? civilDateInWords(reviewOn) : 'Not planned',
          },
        ]}
      />
    </>
  );
}

/** Everything that was said of it, the newest first, each with who entered it and why. */
export function ChangeHistory({ history }: { history: LoggedChange[] }) {
  return (
    <section aria-labelledby="entered">
      <h2 id="entered">As it was entered</h2>
      <ol reversed>
        {history.map((one, n) => {
          const before = history[n + 1];
          return (
            <li key={`${one.recordedOn} ${one.reason} ${one.reviewOn} ${one.words?.what}`}>
              {civilDateInWords(one.recordedOn)}, by {roleInWords(one.recordedByRole)}:{' '}
              {saidOf(one)}.
              {before && before.words?.what !== one.words?.what && before.words ? (
                <span className="hint">Before: {before.words.what}</span>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function saidOf({ status, reason }: LoggedChange): string {
  if (status === 'withdrawn') return `Taken off the log: ${reasonInWords(reason ?? '')}`;
  return reason === null ? 'Recorded' : reasonInWords(reason);
}
