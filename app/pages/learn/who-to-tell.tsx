import { Details } from '~/ui/panel';
import { Reach } from '~/ui/reach';
import type { WhoToTell as School } from '~db/schema/people';

/** Whom to tell, as the school entered it; on every page of a module, folded away but for its first line. */
export function WhoToTell({ school, open }: { school: School | null; open?: boolean }) {
  if (!school) return null;
  return (
    <Details
      id="who-to-tell"
      open={open}
      summary={`Worried about a child? Tell ${school.safeguardingLead.name} now.`}
    >
      <ul>
        <li>
          About a child, now: <Reach {...school.safeguardingLead} /> (safeguarding lead), or{' '}
          <Reach {...school.deputySafeguardingLead} /> (deputy).
        </li>
        <li>
          Cannot reach them: <Reach {...school.childrensSocialCare} />.
        </li>
        <li>
          Someone is in danger this minute: <a href="tel:999">999</a>.
        </li>
        <li>
          About an adult who works here: <Reach {...school.head} /> (head).
        </li>
        <li>
          About the head: <Reach {...school.chairOfGovernors} /> (chair of governors), or{' '}
          <Reach {...school.localAuthorityOfficer} /> (the local authority’s officer).
        </li>
      </ul>
    </Details>
  );
}
