import type { YearInWords } from '~/cohorts/year-in-words';
import { DefinitionList, Panel } from '~/ui/panel';

/** What the calendar makes of the dates: each year in words, and where it knows nothing. */
export function YearsAsTheyStand({ years, beyond }: { years: YearInWords[]; beyond: string }) {
  return (
    <Panel title="As it stands now" tone="tinted">
      {years.map(({ year, lines, schoolDays }) => (
        <section key={year}>
          <h3>School year {year}</h3>
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
          <p>In all {days(schoolDays)}, INSET days among them.</p>
        </section>
      ))}
      <p>{beyond}</p>
    </Panel>
  );
}

const days = (n: number) => `${n} school ${n === 1 ? 'day' : 'days'}`;
