import type { YearInWords } from '~/cohorts/year-in-words';
import { DefinitionList, Details, Panel } from '~/ui/panel';

/** What the calendar makes of the dates: each year in words, and where it knows nothing. */
export function YearsAsTheyStand({
  years,
  beyond,
  today,
}: {
  years: YearInWords[];
  beyond: string;
  /** Civil date: years that are over are folded away. */
  today: string;
}) {
  return (
    <Panel title="As it stands now" tone="tinted">
      {years.map(({ year, until, lines, schoolDays }) => (
        <Details
          key={year}
          summary={`School year ${year}: ${days(schoolDays)}`}
          open={until >= today}
        >
          <DefinitionList
            items={lines.map(({ title, dates, schoolDays, notes }) => ({
              term: title,
              children: (
                <>
                  {dates}
                  {schoolDays === null ? '.' : `: ${days(schoolDays)}.`}
                  {notes.length > 0 ? (
                    <ul>
                      {notes.map((note) => (
                        <li key={note}>{note}</li>
                      ))}
                    </ul>
                  ) : null}
                </>
              ),
            }))}
          />
        </Details>
      ))}
      <p>{beyond}</p>
    </Panel>
  );
}

const days = (n: number) => `${n} school ${n === 1 ? 'day' : 'days'}`;
