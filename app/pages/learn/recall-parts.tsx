import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import type { RecallOffer, RecallView } from '~/learning/recall-view.server';
import type { PageWho } from '~/people/guard.server';
import { Button, ButtonLink } from '~/ui/button';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Answered } from './answered';
import { type Kept, KeptDraft } from './kept-draft';
import { minutes } from './minutes';
import type { PageAnswer } from './page-answer.server';
import { QuestionFields } from './question-fields';

interface RecallProps {
  who: PageWho;
  recall: RecallView;
  answer: PageAnswer | undefined;
  kept: Kept | undefined;
}

/** The questions that come back, one at a time. */
export function Recall({ who, recall, answer, kept }: RecallProps) {
  switch (recall.state) {
    case 'off':
      return <Off who={who} />;
    case 'nothing':
      return <Nothing recall={recall} />;
    case 'ready':
      return (
        <Panel tone="next" title="Ready when you are">
          <p>{offerInWords(recall)}.</p>
          <OfferButtons who={who} begun={recall.begun} />
        </Panel>
      );
    case 'item':
      return <Item key={recall.id} who={who} recall={recall} answer={answer} kept={kept} />;
    case 'explained':
      return <Explained recall={recall} />;
  }
}

const counted = [
  'No questions',
  'One question',
  'Two questions',
  'Three questions',
  'Four questions',
  'Five questions',
];

/** “Three questions from Attachment: patterns, not labels, about 2 minutes”. */
export function offerInWords({ n, from, minutes: m }: RecallOffer): string {
  const [first, second] = from;
  const titles =
    from.length > 2
      ? `${from.length} modules`
      : second
        ? `${first} and ${second}`
        : (first ?? 'what you have completed');
  return `${counted[n] ?? `${n} questions`} from ${titles}, about ${minutes(m)}`;
}

/** Start and not now; the same on the first page and on this one. */
export function OfferButtons({ who, begun }: { who: PageWho; begun: boolean }) {
  return (
    <PostForm who={who} action="/recall" className="actions">
      <Button variant="secondary" name="intent" value="start">
        {begun ? 'Go on' : 'Have a go'}
      </Button>
      <Button variant="quiet" name="intent" value="skip">
        Not this time
      </Button>
    </PostForm>
  );
}

type At<S extends RecallView['state']> = Extract<RecallView, { state: S }>;

function Item({ who, recall, answer, kept }: Omit<RecallProps, 'recall'> & { recall: At<'item'> }) {
  const { id, n, of, title, question } = recall;
  return (
    <Panel id="item" title={`Question ${n} of\u00a0${of}`}>
      <p className="hint">From {title}</p>
      <PostForm who={who} action="/recall">
        <input type="hidden" name="id" value={id} />
        <QuestionFields question={question} answer={answer} kept={kept} />
        <div className="actions">
          <Button name="intent" value="answer">
            See what we think
          </Button>
          <Button variant="quiet" name="intent" value="skip" formNoValidate>
            Skip the rest
          </Button>
        </div>
        <KeptDraft formKey={`/recall#item-${id}`} kept={kept} />
      </PostForm>
    </Panel>
  );
}

function Explained({ recall }: { recall: At<'explained'> }) {
  const { answered, lookAgain, last, n, of, title } = recall;
  return (
    <Panel
      id="explained"
      tone="tinted"
      title={`Question ${n} of\u00a0${of}: ${answered.right ? 'yes, that fits' : 'worth a second look'}`}
    >
      <p className="hint">From {title}</p>
      <Answered answered={answered} />
      {lookAgain ? (
        <p>
          Where it is taught:{' '}
          <Link to={lookAgain.to} prefetch="none">
            {lookAgain.title}
          </Link>
        </p>
      ) : null}
      {last ? (
        <>
          <p>That was all. Thank you for the time.</p>
          <ButtonLink variant="primary" to="/learn">
            Back to Learn
          </ButtonLink>
        </>
      ) : (
        <ButtonLink variant="primary" to="/recall#item">
          Next question
        </ButtonLink>
      )}
    </Panel>
  );
}

function Nothing({ recall: { next, some } }: { recall: At<'nothing'> }) {
  return (
    <Panel title="Nothing to answer just now">
      {some ? (
        <p>
          {next
            ? `A few questions come back around ${civilDateInWords(next.on)}.`
            : 'No more questions come back from what you have completed.'}
          {next?.guessed
            ? ' Your school has not entered term dates that far, so every Monday to Friday was counted.'
            : ''}
        </p>
      ) : (
        <p>
          Three questions come back 1, 4, 12 and 26 school weeks after a module: meeting something
          again, with a while in between, is what makes it stay.
        </p>
      )}
    </Panel>
  );
}

function Off({ who }: { who: PageWho }) {
  return (
    <Panel title="You have turned these questions off">
      <PostForm who={who} action="/recall">
        <Button variant="secondary" name="intent" value="on">
          Turn them on again
        </Button>
      </PostForm>
    </Panel>
  );
}
