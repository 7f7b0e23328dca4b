import type { Db } from '~db/client.server';
import { type Comings, comingsAndGoings, isOnStaff } from './comings-and-goings';
import { countModules, detailOf, type ModuleCount, type ModuleDetail } from './coverage';
import { earlierService } from './earlier-service.server';
import { type MonthCount, monthsBetween } from './months';
import { passesAsAt } from './passes.server';
import { staffAsAt } from './rows.server';
import type { Pass } from './standing';

export interface Coverage {
  /** On the staff that day: started, and not left before it. The denominator of everything else. */
  staff: number;
  modules: ModuleCount[];
  /** The module asked about, or the first one; null when nobody was asked for any by that day. */
  detail: ModuleDetail | null;
  comings: Comings;
  /** Completions of that module by month, each month from the record's first: those who left since are counted, refreshers are not. */
  months: MonthCount[];
  /** Of those on the staff that day, to choose from. */
  teams: string[];
}

interface Question {
  /** Civil date. */
  date: string;
  /** Events on the record by the end of it. */
  size: number;
  /** Civil date of the record's first entry. */
  began: string;
  module: string | null;
  /** Slugs of the modules as they are listed elsewhere; left out, they stand by title. */
  order?: readonly string[];
  /** Only who is in any of these teams; none: everyone. */
  teams?: readonly string[];
}

/** Who was trained out of how many, as it was known at the end of a day: three queries, however many people there are. */
export function coverageAsAt(db: Db, school: string, question: Question): Coverage {
  const { date, size, began, order, teams = [] } = question;
  const inTeams = (member: { teams: string[] }) =>
    teams.length === 0 || member.teams.some((team) => teams.includes(team));
  const listed = staffAsAt(db, school, size);
  const everyone = listed.filter(inTeams);
  const people = new Set(everyone.map(({ personId }) => personId));
  const staff = everyone.filter((member) => isOnStaff(member, date));
  const passes = passesAsAt(db, school, size);
  const modules = countModules(staff, passes, date, order);
  const chosen = modules.find(({ module }) => module === question.module) ?? modules[0];
  return {
    staff: staff.length,
    modules,
    detail: chosen ? detailOf(staff, passes, chosen, date) : null,
    comings: comingsAndGoings(
      everyone,
      date,
      earlierService(db, school, size).filter(({ personId }) => people.has(personId)),
    ),
    months: chosen ? monthsBetween(began, date, byMonth(passes, chosen.module, people)) : [],
    teams: [...new Set(listed.filter((member) => isOnStaff(member, date)).flatMap(teamsOf))].sort(
      (a, b) => a.localeCompare(b, 'en-GB'),
    ),
  };
}

const teamsOf = ({ teams }: { teams: string[] }) => teams;

/** Whole completions of one module by month, of these people, whether they have left since or not. */
function byMonth(
  passes: readonly Pass[],
  module: string,
  people: ReadonlySet<string>,
): Map<string, number> {
  const months = new Map<string, number>();
  for (const pass of passes) {
    const { completedOn, status, cpdType, personId } = pass;
    if (pass.module !== module || completedOn === null || !people.has(personId)) continue;
    if (status !== 'current' || cpdType === 'refresher') continue;
    const month = completedOn.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  return months;
}
