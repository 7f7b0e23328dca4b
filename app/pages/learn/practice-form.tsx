import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { describedBy, Field } from '~/ui/field-frame';
import { Radios, SelectField } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { type Kept, KeptDraft, SaveForLater } from './kept-draft';
import type { NoteAnswer } from './note-answer.server';
import { NoteBox } from './note-box';

interface Entry {
  id: string;
  title: string;
}

interface PracticeFormProps {
  who: PageWho;
  /** Of the note to be, so that it is kept once however often it is sent. */
  id: string;
  lists: {
    themes: { title: string; practices: Entry[] }[];
    settings: Entry[];
    went: Entry[];
    barriers: Entry[];
    next: Entry[];
  };
  answer: NoteAnswer | undefined;
  kept: Kept | undefined;
  tell: string | null;
}

const options = (list: Entry[], first: string) => [
  { value: '', label: first },
  ...list.map(({ id, title }) => ({ value: id, label: title })),
];

/** Five picks, most of them one tap, and a few private words for whoever likes to write. */
export function PracticeForm({ who, id, lists, answer, kept, tell }: PracticeFormProps) {
  const startOf = (name: string) => answer?.values[name]?.[0] ?? kept?.fields[name] ?? '';
  const error = (name: string) => answer?.errors[name];
  return (
    <Panel id="log" title="What did you try?">
      <PostForm who={who} action="/practice" noValidate>
        <input type="hidden" name="id" value={answer?.values.id?.[0] ?? id} />
        <Field label="What I tried" name="practice" error={error('practice')}>
          <select
            id="practice"
            name="practice"
            className="input input-full"
            defaultValue={startOf('practice')}
            aria-invalid={error('practice') ? true : undefined}
            aria-describedby={describedBy({ name: 'practice', error: error('practice') })}
          >
            <option value="">Choose one</option>
            {lists.themes.map(({ title, practices }) => (
              <optgroup key={title} label={title}>
                {practices.map((practice) => (
                  <option key={practice.id} value={practice.id}>
                    {practice.title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </Field>
        <SelectField
          label="Where"
          name="setting"
          options={options(lists.settings, 'Choose one')}
          error={error('setting')}
          defaultValue={startOf('setting')}
        />
        <Radios
          legend="How it went"
          name="went"
          options={lists.went.map((entry) => ({ value: entry.id, label: entry.title }))}
          error={error('went')}
          defaultValue={startOf('went')}
        />
        <SelectField
          label="What got in the way"
          name="barrier"
          options={options(lists.barriers, 'Nothing')}
          error={error('barrier')}
          defaultValue={startOf('barrier')}
        />
        <SelectField
          label="What next"
          name="next"
          options={options(lists.next, 'Choose one')}
          error={error('next')}
          defaultValue={startOf('next')}
        />
        <NoteBox
          label="A word for myself"
          name="note"
          hint="Optional. What you saw, in a line or two. No names of children, please, and no initials either."
          error={error('note')}
          defaultValue={startOf('note')}
          asked={answer?.asked}
          tell={tell}
          kept="You can delete it at any time. Otherwise its words go 30 days after your last day at the school, and the whole note after 24 months."
        />
        <div className="actions">
          <Button>Note it</Button>
          <SaveForLater />
        </div>
        <KeptDraft formKey="/practice#log" kept={kept} />
      </PostForm>
    </Panel>
  );
}
