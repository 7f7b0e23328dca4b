import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { AboutTheseWords } from '~/pages/evidence/about-these-words';
import { NamingQuestion } from '~/pages/evidence/naming-question';
import { OpenedWith } from '~/pages/opened-with';
import type { PageWho } from '~/people/guard.server';
import type { TrainingSession } from '~/training-sessions/sessions.server';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/fields';
import { DefinitionList, Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { costInWords, kindInWords, lengthInWords } from './in-words';
import { CostFields } from './session-fields';

interface AboutProps {
  who: PageWho;
  session: TrainingSession;
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
  /** The safeguarding lead. */
  tell: string | null;
}

/** What a session was, with the ways to put it right. */
export function SessionAbout({ who, session, values, errors, tell }: AboutProps) {
  const { kind, heldOn, minutes, provider, costPence, fund, evaluation } = session;
  const wrong = errors?.cost ?? errors?.fund;
  return (
    <>
      <DefinitionList
        items={[
          { term: 'Kind', children: kindInWords(kind) },
          { term: 'Took place', children: civilDateInWords(heldOn) },
          { term: 'How long', children: lengthInWords(minutes) },
          { term: 'Given by', children: provider ?? 'the school itself' },
          ...(costPence === null
            ? []
            : [
                {
                  term: 'Cost',
                  children: `${costInWords(costPence)}${fund ? `, ${fund}` : ''}`,
                },
              ]),
          ...(evaluation === null
            ? []
            : [{ term: 'What the school made of it', children: evaluation }]),
        ]}
      />
      <p>
        <Link to={`/lead/sessions/${session.id}/correct`} prefetch="none">
          Something here is wrong: put it right
        </Link>
      </p>
      <Details
        summary={costPence === null ? 'Keep what it cost' : 'Change the cost'}
        open={wrong !== undefined}
      >
        <PostForm who={who} noValidate>
          <input type="hidden" name="formId" value="cost" />
          <OpenedWith values={values} />
          <CostFields values={values} errors={errors} />
          <Button variant="secondary">Keep the cost</Button>
        </PostForm>
      </Details>
      <Details
        summary={evaluation === null ? 'Say what you made of it' : 'Change what you made of it'}
        open={errors?.evaluation !== undefined}
      >
        <PostForm who={who} noValidate>
          <input type="hidden" name="formId" value="evaluation" />
          <OpenedWith values={values} />
          <TextArea
            label="What did the school make of it?"
            name="evaluation"
            rows={3}
            hint="A sentence or two: was it worth the time, and what did you take from it? It goes into the list of outside training that the school exports."
            error={errors?.evaluation}
            defaultValue={values.evaluation}
          />
          <NamingQuestion sent={[values.evaluation]} errors={errors} boxes={['evaluation']} />
          <AboutTheseWords tell={tell} />
          <Button variant="secondary">Keep these words</Button>
        </PostForm>
      </Details>
    </>
  );
}
