import type { PlaceFound, ScenarioFound } from '~/learning/understanding/scenario-found';
import { tagsInWords } from '~/pages/tags-in-words';
import { Details } from '~/ui/panel';
import { Prose, ProseInline } from '~/ui/prose';
import { Table } from '~/ui/table';

/** A scenario as a map of first choices: at each moment, which way how many went. */
export function ScenarioMap({ scenario }: { scenario: ScenarioFound }) {
  const { title, setting, places, placesNotShown } = scenario;
  return (
    <Details summary={title}>
      <p>{setting}</p>
      {places.map((place, n) => (
        <Place key={place.id} place={place} n={n + 1} />
      ))}
      {placesNotShown > 0 ? (
        <p>Too few people came to the other moments of this example to show what they chose.</p>
      ) : null}
    </Details>
  );
}

function Place({ place, n }: { place: PlaceFound; n: number }) {
  return (
    <section>
      <h3>Moment {n}</h3>
      <Prose html={place.html} />
      <Table
        caption={`First choices of ${place.people} people`}
        columns={[
          {
            key: 'choice',
            head: 'Choice',
            rowHead: true,
            cell: ({ html }) => <ProseInline html={html} />,
          },
          { key: 'tag', head: 'What it does', cell: ({ tag }) => tagsInWords[tag] },
          { key: 'share', head: 'Chosen first by', cell: ({ share }) => share },
        ]}
        rows={place.choices}
        rowKey={({ to, html }) => `${to} ${html}`}
      />
    </section>
  );
}
