import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import type { TrainingSession } from '~/training-sessions/sessions.server';
import { Button } from '~/ui/button';
import { DefinitionList, Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { costInWords, kindInWords, lengthInWords } from './in-words';
import { CostFields } from './session-fields';

interface AboutProps {
  who: PageWho;
  session: TrainingSession;
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
}

/** What a session was, with the ways to put it right. */
export function SessionAbout({ who, session, values, errors }: AboutProps) {
  const { kind, heldOn, minutes, provider, costPence, fund } = session;
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
          <CostFields values={values} errors={errors} />
          <Button variant="secondary">Keep the cost</Button>
        </PostForm>
      </Details>
    </>
  );
}
