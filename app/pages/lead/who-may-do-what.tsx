import { everyRight } from '~/people/rights';
import { roleInWords } from '~/people/roles';
import { Panel } from '~/ui/panel';
import { Table } from '~/ui/table';

/** What each role may do, as the program asks before every page. */
export function WhoMayDoWhat() {
  return (
    <Panel title="Who may do what">
      <p>
        Nobody sees another person’s answers, choices, confidence or words, whatever their role.
      </p>
      <Table
        caption="What each role may do"
        captionHidden
        rows={everyRight}
        rowKey={({ words }) => words}
        columns={[
          { key: 'what', head: 'What', rowHead: true, cell: ({ words }) => words },
          { key: 'who', head: 'Who', cell: ({ roles }) => whoOf(roles) },
        ]}
      />
    </Panel>
  );
}

/** Everyone on the staff list is staff, whatever else they are. */
function whoOf(roles: (typeof everyRight)[number]['roles']): string {
  return roles.includes('staff')
    ? 'Everyone on the staff list'
    : roles.flatMap((role) => (role === 'staff' ? [] : [roleInWords(role)])).join(', ');
}
