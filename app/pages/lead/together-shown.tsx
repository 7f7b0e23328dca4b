import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

export interface ShownPage {
  id: string;
  title: string;
  example: boolean;
  counts: boolean;
}

interface ShownProps {
  who: PageWho;
  pages: ShownPage[];
  /** People are down for it: it stays as it is. */
  settled: boolean;
}

/** What was on the screen, and whether it is to count. */
export function WhatWasShown({ who, pages, settled }: ShownProps) {
  if (pages.length === 0) {
    return (
      <Panel title="What was shown">
        <p>
          Nothing yet. A page counts once you have pressed Next on it, an example once you have
          looked back at it or read its summary.
        </p>
      </Panel>
    );
  }
  if (settled) {
    return (
      <Panel title="What was shown">
        <ul>
          {pages
            .filter(({ counts }) => counts)
            .map(({ id, title, example }) => (
              <li key={id}>
                {title}
                {example ? ', the example' : ''}
              </li>
            ))}
        </ul>
        <p className="hint">
          People are down for it, so this stays. If it was otherwise, take them off first.
        </p>
      </Panel>
    );
  }
  return (
    <Panel title="What was shown">
      <PostForm who={who} key={pages.map(({ id, counts }) => `${id} ${counts}`).join()}>
        <input type="hidden" name="formId" value="shown" />
        <Checkboxes
          legend="What counts"
          name="page"
          hint="Take out the tick of what you only passed by."
          options={pages.map(({ id, title, example }) => ({
            value: id,
            label: title,
            ...(example ? { hint: 'An example: it counts as the one that each needs' } : {}),
          }))}
          defaultValue={pages.filter(({ counts }) => counts).map(({ id }) => id)}
        />
        <Button variant="secondary">Keep these</Button>
      </PostForm>
    </Panel>
  );
}
