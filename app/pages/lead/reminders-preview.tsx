import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface Row {
  personId: string;
  name: string;
  email: string | null;
  subject: string;
  text: string;
  /** When it would go, in words. */
  when: string;
  due: { module: string; dueOn: string }[];
  leftOut: boolean;
}

interface RemindersPreviewProps {
  who: PageWho;
  /** Civil date: the Monday of the week that they are for. */
  monday: string;
  wouldGet: Row[];
  /** When they go by themselves, in words. */
  nextRun: string | null;
  hasServer: boolean;
}

/** Who would get what, and why, with a box to leave somebody out. */
export function RemindersPreview({
  who,
  monday,
  wouldGet,
  nextRun,
  hasServer,
}: RemindersPreviewProps) {
  const n = wouldGet.filter(({ leftOut }) => !leftOut).length;
  const week = `the week of ${civilDateInWords(monday)}`;
  if (wouldGet.length === 0) {
    return (
      <Panel tone="next" title="Nobody to remind">
        <p>Nobody has anything due within three weeks that they have not heard about for {week}.</p>
      </Panel>
    );
  }
  return (
    <PostForm who={who}>
      <input type="hidden" name="formId" value="preview" />
      <input type="hidden" name="monday" value={monday} />
      <h2>{n === 1 ? `One reminder for ${week}` : `${n} reminders for ${week}`}</h2>
      <p>Tick whoever should not get one this week. They are not told.</p>
      <ul className="reminders">
        {wouldGet.map((one) => (
          <li key={one.personId} className="panel">
            <input type="hidden" name="shown" value={one.personId} />
            {one.leftOut ? <input type="hidden" name="wasOut" value={one.personId} /> : null}
            <p className="letter-name">{one.name}</p>
            <ul>
              {one.due.map(({ module, dueOn }) => (
                <li key={module}>
                  {module}, by {civilDateInWords(dueOn)}
                </li>
              ))}
            </ul>
            <p className="hint">
              {one.email
                ? `${hasServer ? 'Goes' : 'For'} ${one.email}${hasServer ? `, ${one.when}` : ''}`
                : 'No e-mail address: to be printed'}
            </p>
            <Details summary={`Read what ${one.name} gets`}>
              <p className="letter-subject">{one.subject}</p>
              <p className="as-typed">{one.text}</p>
            </Details>
            <label className="choice" htmlFor={`out-${one.personId}`}>
              <input
                id={`out-${one.personId}`}
                type="checkbox"
                name="out"
                value={one.personId}
                defaultChecked={one.leftOut}
              />
              <span className="choice-words">Leave {one.name} out this week</span>
            </label>
          </li>
        ))}
      </ul>
      <div className="form-row">
        <Button name="intent" value="send">
          {hasServer ? 'Send them' : 'Write them, to print or copy'}
        </Button>
        {nextRun ? (
          <Button name="intent" value="leave out" variant="secondary">
            Save who is left out
          </Button>
        ) : null}
      </div>
      {nextRun ? <p className="hint">By themselves they go on {nextRun}.</p> : null}
    </PostForm>
  );
}
