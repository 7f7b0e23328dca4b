import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/fields';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface PasteProps {
  who: PageWho;
  names: string;
  error: string[] | undefined;
}

/** From a signing-in sheet or a calendar. */
export function PasteNames({ who, names, error }: PasteProps) {
  return (
    <Details summary="Or paste names" open={names !== '' || error !== undefined}>
      <PostForm who={who} noValidate>
        <input type="hidden" name="formId" value="names" />
        <TextArea
          label="Names, e-mail addresses or staff numbers"
          name="text"
          rows={6}
          hint="One to a line, or with semicolons between them. You see whom each is taken for before anything is recorded."
          error={error}
          defaultValue={names}
          spellCheck={false}
          autoComplete="off"
        />
        <Button variant="secondary">Look at these names</Button>
      </PostForm>
    </Details>
  );
}
