import { Checkboxes } from '~/ui/fields';
import { Details } from '~/ui/panel';

/** Any set of teams: “adults working with Year 4”, say. */
export function TeamsPart({ teams, chosen }: { teams: string[]; chosen: string[] }) {
  if (teams.length === 0) return null;
  return (
    <Details
      key={chosen.join('|')}
      summary={chosen.length > 0 ? `Teams: ${listInWords(chosen)}` : 'Only some teams'}
    >
      <Checkboxes
        legend="Only adults who work with"
        name="team"
        inline
        defaultValue={chosen}
        options={teams.map((team) => ({ value: team, label: team }))}
      />
    </Details>
  );
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** “Year 4 or Year 5”. */
export const listInWords = (names: readonly string[]) => either.format(names);
