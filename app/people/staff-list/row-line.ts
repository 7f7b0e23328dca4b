import { dayProblem } from '~/record/plausible-day';
import { sameTeam } from '../staff-details';
import { jobDecided } from './answers';
import type { Known } from './known';
import { changed, type Details, type Kind, type Line } from './lines';
import type { ListRow } from './list-row';
import type { Match } from './match';
import { sameName } from './read-name';
import { serviceOf } from './service';
import type { Situation } from './situation';

type Spell = (team: string) => string;

/** What one row comes to, whoever else is in the list. `twice`: people whom more than one row was said to be. */
export function rowLine(
  row: ListRow,
  match: Match | undefined,
  { answers, today }: Situation,
  teams: Spell,
  twice: ReadonlySet<string>,
): Line {
  const line = (kind: Kind, more: Partial<Line> = {}): Line => ({
    ...{ n: row.n, kind, name: row.name || '(no name)', before: null, after: null, choices: [] },
    ...more,
    notes: [...(more.notes ?? []), ...row.notes],
  });
  const refuse = (...notes: string[]) => line('refuse', { notes });
  const odd = [row.startDate, row.leaveDate].flatMap(
    (day) => (day && dayProblem(day, today)) || [],
  );
  const problems = [...row.problems, ...odd];
  if (problems.length > 0 || !match) return refuse(...problems);
  if (match.kind === 'refused') return refuse(match.why);
  if (match.kind === 'twice') return line('same', { notes: [`Says the same as row ${match.of}.`] });

  const answer = answers.rows[row.n];
  if (answer === 'out' && match.kind !== 'new')
    return line('same', { notes: ['Left out, as you chose.'] });
  if (match.kind === 'ask') {
    const chosen = match.candidates.find(({ id }) => id === answer);
    if (chosen && twice.has(chosen.id)) {
      return refuse(`More than one row is said to be ${chosen.name}. Choose again.`);
    }
    if (chosen) return known(row, chosen, true);
    if (!(answer === 'new' && match.mayBeNew)) {
      const people = match.candidates.map((person) => ({ value: person.id, person }));
      const others = [...(match.mayBeNew ? ['new'] : []), 'out'].map((value) => ({
        value,
        person: null,
      }));
      return line('ask', { notes: [match.why], choices: [...people, ...others] });
    }
  }
  return match.kind === 'person' ? known(row, match.person, answer === match.person.id) : fresh();

  function fresh(): Line {
    if (row.leaveDate && row.leaveDate < today) {
      return line('same', { notes: ['Has left already, and was never on your staff list.'] });
    }
    if (!row.email && !row.staffNumber) {
      return refuse(
        'People sign in with an e-mail address or a staff number, and this row has neither. Add a staff number: any number or word of your own.',
      );
    }
    const startDate = row.startDate ?? answers.firstDay;
    const roleGroup = row.roleGroup ?? jobDecided(answers, row.job);
    const after: Details = {
      name: row.name,
      email: row.email,
      staffNumber: row.staffNumber,
      roleGroup: roleGroup ?? 'other',
      contract: row.contract ?? (roleGroup === 'governor' ? 'governor' : 'permanent'),
      teams: [...new Set((row.teams ?? []).map(teams))],
      startDate,
      leaveDate: row.leaveDate,
      workingDays: row.workingDays,
    };
    if (after.leaveDate && after.leaveDate < startDate)
      return refuse('The last day would be before the first day.');
    return line('add', { after });
  }

  function known(list: ListRow, before: Known, sure: boolean): Line {
    const said = sure ? 'back' : answer === 'stayed' ? answer : null;
    const service = serviceOf(list, before, said, answers.firstDay, today);
    if ('why' in service) {
      if (service.kind === 'refuse') return { ...refuse(service.why), before };
      if (service.kind === 'same') return line('same', { notes: [service.why] });
      const back = { value: before.id, person: before };
      const others = ['stayed', 'out'].map((value) => ({ value, person: null }));
      return line('ask', { before, notes: [service.why], choices: [back, ...others] });
    }
    const after: Details = {
      name: sameName(list.name) === sameName(before.name) ? before.name : list.name,
      email: list.email ?? before.email,
      staffNumber: list.staffNumber ?? before.staffNumber,
      roleGroup: list.roleGroup ?? before.roleGroup,
      contract: list.contract ?? before.contract,
      teams: sameTeams(list.teams, before.teams, teams),
      startDate: service.startDate,
      leaveDate: service.leaveDate,
      workingDays: list.workingDays ?? before.workingDays,
    };
    if (before.onlyLead && after.leaveDate) {
      return {
        ...refuse('They are the only attachment lead. Give someone else that role first.'),
        before,
      };
    }
    if (service.kind === 'back') return line('back', { before, after });
    return changed(before, after).length > 0
      ? line('change', { before, after })
      : line('same', { before });
  }
}

/** The teams there were, when the list names the same ones in whatever order and spelling. */
function sameTeams(listed: string[] | null, before: string[], spell: Spell): string[] {
  if (!listed) return before;
  const had = new Set(before.map(sameTeam));
  const has = new Set(listed.map(sameTeam));
  if (had.size === has.size && [...has].every((team) => had.has(team))) return before;
  return [...new Set(listed.map(spell))];
}
