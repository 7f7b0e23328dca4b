import { DefinitionList } from '~/ui/panel';
import { Reach } from '~/ui/reach';
import type { WhoToTell } from '~db/schema';

/** Whom to tell, in the order of need. */
export function ContactList({ whoToTell }: { whoToTell: WhoToTell | null }) {
  if (!whoToTell) {
    return (
      <p>
        Your school has not entered its names and numbers yet. Worried about a child? Tell your
        designated safeguarding lead now; in immediate danger, call 999.
      </p>
    );
  }
  return (
    <>
      <p>
        Someone in immediate danger: call <a href="tel:999">999</a>.
      </p>
      <h3>Worried about a child</h3>
      <DefinitionList
        items={[
          { term: 'Now: safeguarding lead', children: <Reach {...whoToTell.safeguardingLead} /> },
          { term: 'Or the deputy', children: <Reach {...whoToTell.deputySafeguardingLead} /> },
          {
            term: 'Neither can be reached: children’s social care',
            children: <Reach {...whoToTell.childrensSocialCare} />,
          },
        ]}
      />
      <h3>Worried about an adult in school</h3>
      <DefinitionList
        items={[
          { term: 'Headteacher', children: <Reach {...whoToTell.head} /> },
          {
            term: 'About the headteacher: chair of governors',
            children: <Reach {...whoToTell.chairOfGovernors} />,
          },
          {
            term: 'Or the local authority’s officer',
            children: <Reach {...whoToTell.localAuthorityOfficer} />,
          },
        ]}
      />
    </>
  );
}
