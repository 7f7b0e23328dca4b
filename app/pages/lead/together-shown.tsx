import { listed } from '~/pages/together-in-words';
import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';

export interface ShownPage {
  id: string;
  title: string;
  example: boolean;
  counts: boolean;
  /** It counts for somebody already, and stays. */
  settled: boolean;
}

interface ShownProps {
  pages: ShownPage[];
  /** What does not count yet for people who are down already: titles, and their names. */
  since: { pages: string[]; people: string[] };
  /** Id of the form that says who was there: every button of it keeps what is ticked here. */
  form: string;
}

/** What was on the screen, and whether it is to count. */
export function WhatWasShown({ pages, since, form }: ShownProps) {
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
  const settled = pages.filter((page) => page.settled);
  const open = pages.filter((page) => !page.settled);
  return (
    <Panel title="What was shown" id="shown">
      {/* Enter in the search presses a form's first button, wherever it stands: that must not be one that records. */}
      <button
        type="submit"
        form={form}
        name="formId"
        value="look"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
      >
        Show them
      </button>
      {settled.length > 0 ? (
        <>
          <ul>
            {settled.map(({ id, title, example }) => (
              <li key={id}>
                {title}
                {example ? ', the example' : ''}
              </li>
            ))}
          </ul>
          <p className="hint">
            This counts for people who are down, so it stays. If it was otherwise, take them off
            first.
          </p>
        </>
      ) : null}
      {open.map(({ id }) => (
        <input key={id} type="hidden" name="offered" value={id} form={form} />
      ))}
      {open.length > 0 ? (
        <>
          <Checkboxes
            key={open.map(({ id, counts }) => `${id} ${counts}`).join()}
            legend={settled.length > 0 ? 'What counts besides' : 'What counts'}
            name="page"
            form={form}
            hint="Take out the tick of what you only passed by."
            options={open.map(({ id, title, example }) => ({
              value: id,
              label: title,
              ...(example ? { hint: 'An example: it counts as the one that each needs' } : {}),
            }))}
            defaultValue={open.filter(({ counts }) => counts).map(({ id }) => id)}
          />
          <Button variant="secondary" form={form} name="formId" value="shown">
            Keep these
          </Button>
        </>
      ) : null}
      {since.people.length > 0 ? <Since since={since} form={form} /> : null}
    </Panel>
  );
}

/** Up to this many are named; of more, how many. */
const namedAtMost = 12;

function Since({ since: { pages, people }, form }: Pick<ShownProps, 'since' | 'form'>) {
  return (
    <Notice kind="care" title="Not counted yet for everyone">
      <p>
        {people.length > namedAtMost
          ? `For ${people.length} people who are down`
          : `For ${listed(people)}, who ${people.length === 1 ? 'is' : 'are'} down`}{' '}
        already: {listed(pages)}. If they saw that too, say so: it goes on under the same day.
        Whoever is put down from now on has it with the rest.
      </p>
      <Button form={form} name="formId" value="since">
        Count it for those who are down already too
      </Button>
    </Notice>
  );
}
