import { useState } from 'react';
import { namedInWords, seemsToName } from '~/learning/naming';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { AboutThisBox } from './about-this-box';

interface NoteBoxProps {
  label: string;
  name: string;
  hint?: string;
  error: string[] | undefined;
  defaultValue: string;
  /** The server has asked whether this names a child: these words. */
  asked: string[] | undefined;
  tell: string | null;
  kept: string;
}

/** A box for a few private words, which says so when they seem to name someone. It asks, and keeps them all the same. */
export function NoteBox({ asked, tell, kept, ...box }: NoteBoxProps) {
  const [seen, setSeen] = useState<string[]>([]);
  return (
    <>
      <TextArea
        {...box}
        rows={3}
        onInput={(event) => setSeen(seemsToName(event.currentTarget.value))}
      />
      <div role="status">
        {seen.length > 0 ? (
          <p className="hint">
            {namedInWords(seen)} may be a name. Please leave names and initials out: “a pupil” says
            enough.
          </p>
        ) : null}
      </div>
      {asked ? (
        <Notice kind="care" title="Does this name a child?">
          <p>
            If it does, change {namedInWords(asked)} to “a pupil”. If not, it can be kept as it is.
          </p>
          <Button variant="secondary" name="anyway" value="yes">
            Save anyway
          </Button>
        </Notice>
      ) : null}
      <AboutThisBox tell={tell} kept={kept} />
    </>
  );
}
