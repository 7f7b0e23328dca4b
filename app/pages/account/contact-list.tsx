import { DefinitionList } from '~/ui/panel';
import type { Contact, WhoToTell } from '~db/schema';

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
  const said = ({ name, phone }: Contact) => `${name}, ${phone}`;
  return (
    <>
      <p>Someone in immediate danger: call 999.</p>
      <h3>Worried about a child</h3>
      <DefinitionList
        items={[
          { term: 'Now: safeguarding lead', children: said(whoToTell.safeguardingLead) },
          { term: 'Or the deputy', children: said(whoToTell.deputySafeguardingLead) },
          {
            term: 'Neither can be reached: children’s social care',
            children: said(whoToTell.childrensSocialCare),
          },
        ]}
      />
      <h3>Worried about an adult in school</h3>
      <DefinitionList
        items={[
          { term: 'Headteacher', children: said(whoToTell.head) },
          {
            term: 'About the headteacher: chair of governors',
            children: said(whoToTell.chairOfGovernors),
          },
          {
            term: 'Or the local authority’s officer',
            children: said(whoToTell.localAuthorityOfficer),
          },
        ]}
      />
    </>
  );
}
