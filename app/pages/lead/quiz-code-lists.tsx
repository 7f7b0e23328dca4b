import { civilDateInWords } from '~/course/said';
import type { CodeState, QuizCode } from '~/learning/by-code/codes.server';
import { shortDate } from '~/pages/evidence/said';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { DateField } from '~/ui/fields';
import { PrintedSlip } from '~/ui/paper';
import { PostForm } from '~/ui/post-form';
import { PrintButton } from '~/ui/print-button';
import { Status, type StatusKind } from '~/ui/status';
import { Table } from '~/ui/table';
import { CompletedAlready } from './paper-lists';
import type { CodeSlip } from './quiz-code-slip.server';

interface TickProps {
  who: PageWho;
  module: string;
  tick: boolean;
  people: { id: string; name: string; done: boolean }[];
  lastDay: string;
  errors: Record<string, string[]> | undefined;
}

/** Whoever has completed the module has no use for a code. */
export function TickForCodes({ who, module, tick, people: all, lastDay, errors }: TickProps) {
  const people = all.filter(({ done }) => !done);
  const completed = <CompletedAlready n={all.length - people.length} />;
  if (people.length === 0) {
    return (
      <>
        {completed}
        <p>There is nobody here to make a code for.</p>
      </>
    );
  }
  return (
    <PostForm who={who} noValidate>
      {completed}
      <input type="hidden" name="module" value={module} />
      <Checkboxes
        legend="Who gets a code?"
        name="people"
        hint="It opens a first go. Whoever has had one takes another signed in, so that nobody learns from a code whether it was needed."
        error={errors?.people}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={tick ? people.map(({ id }) => id) : []}
      />
      <DateField
        label="Good until the end of"
        name="lastDay"
        hint="Four weeks from now at most."
        error={errors?.lastDay}
        defaultValue={lastDay}
      />
      <Button>Make the codes</Button>
    </PostForm>
  );
}

const states: Record<CodeState, { kind: StatusKind; words: string }> = {
  open: { kind: 'going', words: 'Not used yet' },
  used: { kind: 'done', words: 'Used' },
  withdrawn: { kind: 'none', words: 'Withdrawn' },
  ended: { kind: 'none', words: 'Ended, not used' },
};

/** That a code was used says that its quiz was opened, and nothing of how it went. */
export function CodeTable({ who, codes }: { who: PageWho; codes: QuizCode[] }) {
  if (codes.length === 0) return null;
  return (
    <>
      <h2>Codes made</h2>
      <PostForm who={who}>
        <Table<QuizCode>
          caption={`Codes for this quiz: ${codes.length}`}
          rows={codes}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
            {
              key: 'state',
              head: 'Code',
              cell: ({ state, usedOn }) => (
                <Status kind={states[state].kind}>
                  {states[state].words}
                  {usedOn ? `, ${shortDate(usedOn)}` : ''}
                </Status>
              ),
            },
            { key: 'until', head: 'Good until', cell: ({ until }) => shortDate(until) },
            {
              key: 'withdraw',
              head: 'Withdraw',
              cell: ({ id, name, state }) =>
                state === 'open' ? (
                  <Button variant="quiet" name="withdraw" value={id}>
                    Withdraw<span className="visually-hidden"> the code of {name}</span>
                  </Button>
                ) : (
                  '–'
                ),
            },
          ]}
        />
      </PostForm>
    </>
  );
}

/** To print and cut apart. */
export function CodeSheet({ slips }: { slips: CodeSlip[] }) {
  return (
    <>
      <p className="no-print">They print up to six to a page, with lines to cut along.</p>
      <div className="form-row">
        <PrintButton>Print the codes</PrintButton>
      </div>
      <div className="slips">
        {slips.map((slip) => (
          <PrintedSlip key={slip.code} name={slip.name} code={slip.code} qr={slip.qr}>
            <p>
              {slip.schoolName}. Your quiz: <strong>{slip.moduleTitle}</strong>.
            </p>
            <ol>
              <li>
                On any computer, open <strong>{slip.address}</strong> and type the code above. Or
                point a phone’s camera at the square, which brings the code with it.
              </li>
              <li>Press “Open my quiz”. You need no password.</li>
              <li>Sign out when you have done.</li>
            </ol>
            <p>
              It opens this quiz and your one thing to try, and nothing else of yours. It works
              once, until {civilDateInWords(slip.lastDay)}. Please keep it to yourself.
            </p>
          </PrintedSlip>
        ))}
      </div>
    </>
  );
}
