import { Details } from '~/ui/panel';

/** What Attune reads of a list, for whoever makes one ready. */
export function StaffListColumns() {
  return (
    <Details summary="What the list should look like">
      <p>
        The first row says what each column holds, in any order. Other columns are passed over and
        never kept.
      </p>
      <ul>
        <li>
          <strong>Name</strong>, or <strong>Forename</strong> and <strong>Surname</strong>
        </li>
        <li>
          <strong>E-mail</strong> or <strong>Staff number</strong>: people sign in with one of them
        </li>
        <li>
          <strong>Role</strong> or job title, such as teaching assistant or midday supervisor
        </li>
        <li>
          <strong>Team</strong>, department or year group; several with commas between them
        </li>
        <li>
          <strong>Start date</strong> and <strong>Leaving date</strong>, as 01/09/2026, 2026-09-01
          or 1 Sep 2026
        </li>
        <li>
          <strong>Contract</strong>: permanent, fixed term, agency, volunteer or governor
        </li>
        <li>
          <strong>Working days</strong>, such as Mon–Wed or Monday, Thursday
        </li>
      </ul>
      <p>
        An empty cell changes nothing. People are recognised by their staff number, then their
        e-mail address, then their name. Nobody is taken off the list for being missing: you are
        asked.
      </p>
    </Details>
  );
}
