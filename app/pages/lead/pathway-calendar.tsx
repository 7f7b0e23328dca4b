import type { CalendarEntry, CalendarMonth } from '~/cohorts/months-of-pathway';
import { Panel } from '~/ui/panel';

const monthName = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayName = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const said = (date: string) => dayName.format(new Date(`${date}T00:00:00Z`));

/** A pathway in the school's year, month by month, as a list that reads the same on paper and on a phone. */
export function PathwayCalendar({ months, beyond }: { months: CalendarMonth[]; beyond?: string }) {
  return (
    <>
      <div className="months">
        {months.map(({ month, entries }) => (
          <Panel
            key={month}
            level={3}
            title={monthName.format(new Date(`${month}-01T00:00:00Z`))}
            className="month"
          >
            {entries.length === 0 ? <p className="hint">Nothing opens or is due.</p> : null}
            <ul className="plain-list">
              {entries.map((entry) => (
                <Entry key={`${entry.on} ${entry.kind} ${entry.words}`} entry={entry} />
              ))}
            </ul>
          </Panel>
        ))}
      </div>
      {beyond ? <p className="hint">{beyond}</p> : null}
    </>
  );
}

/** What is learned stands out; the school's own dates stand behind it. */
function Entry({ entry: { on, until, kind, words } }: { entry: CalendarEntry }) {
  const day = until ? `${said(on)} to ${said(until)}` : said(on);
  const Words = kind === 'opens' || kind === 'due' ? 'strong' : 'span';
  return (
    <li>
      <time dateTime={on}>{day}</time>: <Words>{words}</Words>
    </li>
  );
}
