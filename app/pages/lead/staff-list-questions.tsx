import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { PostForm } from '~/ui/post-form';
import type { OpenView } from './staff-list-view.server';

/** Rows that can be read in two ways, each with its question. */
export function StaffListQuestions({ who, lines }: { who: PageWho; lines: OpenView['lines'] }) {
  return (
    <PostForm who={who} noValidate>
      <input type="hidden" name="formId" value="rows" />
      {lines.map(({ n, name, words, choices }) => (
        <Radios
          key={n}
          legend={`Row ${n}: ${name}`}
          name={`row-${n}`}
          hint={words.join(' ')}
          options={choices}
        />
      ))}
      <div className="form-actions">
        <Button variant="secondary">Keep these answers</Button>
      </div>
    </PostForm>
  );
}
