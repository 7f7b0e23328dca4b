import { civilDateInWords } from '~/course/said';
import type { Comings } from '~/record/comings-and-goings';
import { Details } from '~/ui/panel';

/** Joiners and leavers of the school year, each with the day: why the number of staff is what it is. */
export function ComingsPart({ comings, staff }: { comings: Comings; staff: number }) {
  const { since, joined, left, toCome } = comings;
  return (
    <section aria-labelledby="comings">
      <h2 id="comings">Who is counted</h2>
      <p>
        All {staff} people on the staff list that day, whatever their role, hours or contract. Since{' '}
        {civilDateInWords(since)}, {joined.length} joined and {left.length} left.
        {toComeInWords(toCome)}
      </p>
      <Dated summary={`Joined: ${joined.length}`} people={joined} />
      <Dated summary={`Left: ${left.length}`} people={left} />
    </section>
  );
}

function toComeInWords(toCome: number): string {
  if (toCome === 0) return '';
  return ` ${toCome === 1 ? 'One more was' : `${toCome} more were`} on the list with a first day still to come.`;
}

function Dated({ summary, people }: { summary: string; people: Comings['joined'] }) {
  if (people.length === 0) return null;
  return (
    <Details summary={summary}>
      <ul>
        {people.map(({ personId, name, roleGroup, on }) => (
          <li key={`${personId} ${on}`}>
            {civilDateInWords(on)}: {name ?? 'Name erased'}, {roleGroup}
          </li>
        ))}
      </ul>
    </Details>
  );
}
