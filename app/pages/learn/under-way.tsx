import { civilDateInWords } from '~/course/said';
import type { Mine, Overview } from '~/learning/overview.server';
import { togetherInWords } from '~/pages/together-in-words';
import type { PageWho } from '~/people/guard.server';
import { Button, ButtonLink } from '~/ui/button';
import { Meter } from '~/ui/meter';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { ConfidenceForm } from './confidence-form';
import { DoneTogether } from './done-together';
import { minutes } from './minutes';
import { ChangesList, NewerVersion } from './refresher-changes';
import { StartForm } from './start-form';

interface UnderWayProps {
  who: PageWho;
  shown: Overview;
  mine: Mine;
  completedOn: string | null;
}

/** Where the learner stands: one way on, or what they have done. */
export function UnderWay({ who, shown, mine, completedOn }: UnderWayProps) {
  if (completedOn) return <Completed who={who} shown={shown} mine={mine} on={completedOn} />;
  return (
    <>
      <Panel id="next" tone="next" title={mine.fresh ? 'Ready when you are' : 'Where you are'}>
        {mine.refreshes ? (
          <p>Your refresher: what changed since version {mine.refreshes.from.version}.</p>
        ) : null}
        <Meter
          label="So far"
          value={mine.done}
          max={mine.total}
          text={`${mine.done} of ${mine.total} done, about ${minutes(mine.minutesLeft)} to go`}
        />
        {mine.together ? <DoneTogether told={mine.together} /> : null}
        {mine.next ? (
          <p>
            <ButtonLink variant="primary" to={`/learn/${shown.slug}/${mine.next.page}`}>
              Continue: {mine.next.title}, {minutes(mine.next.minutes)}
            </ButtonLink>
          </p>
        ) : null}
        {mine.maySayKnown ? (
          <PostForm who={who} action={`/learn/${shown.slug}`}>
            <input type="hidden" name="enrolmentId" value={mine.enrolmentId} />
            <Button variant="quiet" name="intent" value="know already">
              I know this already: take the quiz first
            </Button>
          </PostForm>
        ) : null}
      </Panel>
      {mine.refreshes ? (
        <Panel title="What changed">
          <ChangesList slug={shown.slug} changes={mine.refreshes} open />
        </Panel>
      ) : null}
      {mine.fresh && !mine.refreshes ? (
        <ConfidenceForm who={who} shown={shown} mine={mine} moment="before" />
      ) : null}
      {mine.standardMet && !mine.refreshes ? (
        <ConfidenceForm who={who} shown={shown} mine={mine} moment="after" />
      ) : null}
    </>
  );
}

function Completed({ who, shown, mine, on }: Omit<UnderWayProps, 'completedOn'> & { on: string }) {
  return (
    <>
      <Panel id="next" tone="next" title={`You completed this on ${civilDateInWords(on)}`}>
        {mine.refreshes ? (
          <p>
            You took the refresher from version {mine.refreshes.from.version} to version{' '}
            {shown.version}. Your record keeps both completions, and both certificates.
          </p>
        ) : (
          <p>You met the standard. Your record keeps it, with version {shown.version}.</p>
        )}
        {mine.together ? <p>{togetherInWords(mine.together.sessions)}.</p> : null}
        <div className="actions">
          <ButtonLink
            variant="primary"
            to={`/learn/${shown.slug}/certificate/${mine.completionId}`}
          >
            Your certificate
          </ButtonLink>
          <ButtonLink variant="quiet" to={`/learn/${shown.slug}/as-it-was/${mine.contentHash}`}>
            Read it as it was
          </ButtonLink>
        </div>
        {shown.offered ? (
          <StartForm
            who={who}
            shown={shown}
            again={shown.newer || mine.refreshes ? 'Take the whole module again' : 'Start it again'}
          />
        ) : null}
      </Panel>
      {shown.newer ? (
        <NewerVersion
          who={who}
          slug={shown.slug}
          changes={shown.newer}
          enrolments={shown.enrolments}
        />
      ) : null}
      {mine.refreshes ? null : (
        <ConfidenceForm who={who} shown={shown} mine={mine} moment="after" />
      )}
    </>
  );
}
