import type { CalendarFile } from '~/cohorts/calendar-file.server';
import { spanInWords } from '~/cohorts/dates-in-words';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { FieldError } from '~/ui/field-frame';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Table } from '~/ui/table';

type Entry = CalendarFile['entries'][number] & { n: number };

/** So many others are shown; a calendar with every swimming lesson in it has a thousand. */
const mostOthers = 200;

const kinds = [
  { value: 'none', label: 'Leave it out' },
  { value: 'term', label: 'A term' },
  { value: 'closed', label: 'School is closed' },
  { value: 'INSET', label: 'INSET day' },
];

interface CalendarEntriesProps {
  who: PageWho;
  calendar: CalendarFile;
  values: Record<string, string>;
  error: string[] | undefined;
}

/** What a calendar file holds, with what each entry seems to be, for the lead to change. */
export function CalendarEntries({ who, calendar, values, error }: CalendarEntriesProps) {
  const { entries, unread, elsewhere } = calendar;
  const all = entries.map((entry, n) => ({ ...entry, n }));
  const found = all.filter(({ kind }) => kind !== 'none');
  const others = all.filter(({ kind }) => kind === 'none');
  const shown = others.slice(0, mostOthers);
  const table = (caption: string, rows: Entry[]) => (
    <Table<Entry>
      caption={caption}
      rows={rows}
      rowKey={({ n }) => String(n)}
      columns={[
        {
          key: 'name',
          head: 'Entry',
          rowHead: true,
          cell: ({ name, why }) => (
            <>
              {name || 'Without a name'}
              {why ? <span className="hint">{why}</span> : null}
            </>
          ),
        },
        {
          key: 'dates',
          head: 'Dates',
          cell: ({ startsOn, endsOn }) => spanInWords(startsOn, endsOn),
        },
        {
          key: 'kind',
          head: 'What it is',
          cell: ({ n, name, kind, startsOn, endsOn }) => (
            <select
              id={`kind.${n}`}
              name={`kind.${n}`}
              className="input"
              aria-label={`What “${name}”, ${spanInWords(startsOn, endsOn)}, is`}
              defaultValue={values[`kind.${n}`] ?? kind}
            >
              {kinds.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          ),
        },
      ]}
    />
  );
  return (
    <>
      <PostForm who={who} noValidate>
        <input type="hidden" name="formId" value="choose" />
        <FieldError name="kind.0" error={error} />
        {found.length > 0 ? (
          table('Term dates in this calendar', found)
        ) : (
          <p>No entry looks like a term date. If one is, say so below.</p>
        )}
        {others.length > 0 ? (
          <Details
            summary={`Other entries (${others.length})`}
            open={found.length === 0 || error !== undefined}
          >
            {table('Other entries in this calendar', shown)}
            {others.length > shown.length ? (
              <p>
                Only the first {mostOthers} are shown. If a term date is among the rest, add it by
                hand on the next page.
              </p>
            ) : null}
          </Details>
        ) : null}
        {unread + elsewhere > 0 ? <p>{passedOver(unread, elsewhere)}</p> : null}
        <p>
          A term takes the place of one that is there already for the same days, and so do closed
          and INSET days. All else that is there stays.
        </p>
        <div className="form-actions">
          <Button>Put these into the term dates</Button>
        </div>
      </PostForm>
      <PostForm who={who}>
        <input type="hidden" name="formId" value="read" />
        <Button variant="quiet" name="forget" value="yes">
          Choose another file instead
        </Button>
      </PostForm>
    </>
  );
}

const counted = (n: number) => (n === 1 ? 'One entry' : `${n} entries`);

function passedOver(unread: number, elsewhere: number): string {
  const said: string[] = [];
  if (unread > 0) said.push(`${counted(unread)} could not be read.`);
  if (elsewhere > 0) {
    said.push(
      `${counted(elsewhere)} from over a year ago, or more than five years ahead, left out.`,
    );
  }
  return said.join(' ');
}
